"""Substitute for Pyodide's event loop: its names, and the imports that memory snapshots expect in this order."""

from .ffi import IN_PYODIDE

if IN_PYODIDE:
    from pyodide_js._api import scheduleCallback  # noqa: F401


class WebLoop:
    pass


class PyodideFuture:
    pass


class PyodideTask:
    pass


def _initialize_event_loop():
    from pyodide_js._api import config  # noqa: F401
