"""Empties Python's caches, so that a snapshot of its memory is small."""

import functools
import gc
import linecache
import re
import sys
import typing
import zipimport


def free_caches() -> None:
    """Empty the caches of single answers, and those that only speed up rare work such as imports and tracebacks."""
    zipimport._zip_directory_cache.clear()
    sys.path_importer_cache.clear()
    linecache.clearcache()
    re.purge()
    sys._clear_internal_caches()
    for clear in typing._cleanups:
        clear()
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper) and each.cache_parameters()["maxsize"] is not None:
            each.cache_clear()
    gc.collect()
    gc.collect()
