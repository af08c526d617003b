"""Prepares Python for the browser: `prepare.prepare` is all that the build calls.

There are three ways of starting it. *Stock* is Pyodide's own files, used through its public options. *Bundle* has a
library trimmed to the modules that the rules import. *Snapshot* starts from a memory image, with WebAssembly trimmed to
the functions that run. The scripts that make them are in calculator/runtime, what the page loads is in calculator/python.
"""
