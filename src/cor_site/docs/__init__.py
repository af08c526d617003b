"""Turns `docs/*.md` and the facts into plain Markdown, which any generator can make a site of.

What pages ask for in `{{ … }}` is worked out here: values, sentences, footnotes, tables, forms, worked examples. No
module of this folder imports MkDocs or another generator, and no generator knows the facts. MkDocs, ProperDocs and
Zensical read this Markdown alike: `tests/site/docs/test_generators.py` has each of them make the site.
`python -m cor_site.docs` writes the Markdown.
"""
