"""Prepares Python for the browser: `prepare.prepare` is all that the build calls.

There are three ways of starting it. *Stock* is Pyodide's own files, used through its public options. *Bundle* has a
library trimmed to the modules that the rules import. *Snapshot* starts from an image of Python's memory, with
WebAssembly trimmed to the functions that run. calculator/runtime has the scripts that make them, calculator/python what
pages load.
"""
