"""Turns `docs/*.md` and the facts into plain Markdown, which any generator can make a site of.

What pages ask for in `{{ … }}` is worked out here: values, sentences, footnotes, tables, forms, worked examples. No
module of this folder knows MkDocs or any other generator, and no generator knows the facts.
`python -m cor_site.docs` writes the Markdown.
"""
