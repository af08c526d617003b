"""Gives back what Python no longer needs, so that the memory made of it is small."""

import functools
import gc
import linecache
import re
import sys
import typing
import zipimport


def tidy() -> None:
    """Empty the caches that hold single answers, and those that only speed up what is done seldom."""
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
