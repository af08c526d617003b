"""Substitute for Pyodide's package loader: nothing is installed, since the rules are in the library's archive."""

import sys

from pyodide_js import loadedPackages  # noqa: F401 - memory snapshots record JavaScript's objects in this order


class _Place:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text


SITE_PACKAGES = _Place(f"/lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages")
DSO_DIR = _Place("/usr/lib")


def init_loaded_packages():
    pass
