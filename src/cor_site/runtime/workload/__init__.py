"""The calls that prepare the browser's Python and prove it.

They are derived from the rules' own description of their questions and from the limits in the law, so a new check,
question or limit is covered without an edit here. `calls.make` returns them; the command line writes them to a file:

    python -m cor_site.runtime.workload OUT [--generated N] [--seed S] [--answers OUT2]
"""
