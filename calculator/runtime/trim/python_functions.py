"""Leaves out of a snapshot the code of Python functions that no call has ever run.

If one is called after all, Python aborts at once, as at a WebAssembly function that was left out: the page then starts
another way and makes the call again. `watch` records what is called; `drop`, in a second Python that was used in the
same way, removes the rest.
"""

import builtins
import gc
import json
import os
import sys
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR
from types import CodeType, FunctionType, ModuleType

called: list[CodeType] = []
"""No set: code that stands at the same line of two files is equal, and yet belongs to two functions."""


def watch() -> None:
    """Record from now on which functions are called."""

    def note(code: CodeType, _at: int) -> object:
        called.append(code)
        return sys.monitoring.DISABLE

    sys.monitoring.use_tool_id(sys.monitoring.PROFILER_ID, "unused")
    sys.monitoring.register_callback(sys.monitoring.PROFILER_ID, sys.monitoring.events.PY_START, note)
    sys.monitoring.set_events(sys.monitoring.PROFILER_ID, sys.monitoring.events.PY_START)


def noted() -> str:
    """Return the names of the functions that were called, as a JSON list."""
    return json.dumps(sorted({name(code) for code in tuple(called)}))


def name(code: CodeType) -> str:
    """Return a name that identifies a function in another run of the same build."""
    told = hash((code.co_firstlineno, code.co_code, code.co_names, code.co_varnames))
    return f"{code.co_filename} {code.co_qualname} {told}"


def drop(needed: set[str]) -> int:
    """Remove the code of all functions that are not needed (this module's too) and all docstrings; return how many."""
    builtins.__left_out__ = os.abort  # type: ignore[attr-defined]
    described = [each for each in gc.get_objects() if isinstance(each, FunctionType | ModuleType)]
    functions = [each for each in described if isinstance(each, FunctionType)]
    unused = [(each, instead(each.__code__)) for each in functions if not is_needed(each.__code__, needed)]
    for each in described:
        each.__doc__ = None
    for function, code in unused:
        function.__code__ = code
    dropped = len(unused)
    del described, functions, unused, function, code, each
    gc.collect()
    gc.collect()
    return dropped


def is_needed(code: CodeType, needed: set[str]) -> bool:
    """Return whether a function is needed, or is a generator or coroutine, whose code cannot be exchanged."""
    return name(code) in needed or bool(code.co_flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR))


def left_out(*_values: object, **_named: object) -> None:
    """Abort Python."""
    __left_out__()  # type: ignore[name-defined] # noqa: F821 - a built-in name, so that every module finds it


def instead(code: CodeType) -> CodeType:
    """Return code that aborts Python and has as many free variables as this: no other fits the function."""
    free = len(code.co_freevars)
    if free not in made:
        made[free] = left_out.__code__.replace(co_freevars=tuple(f"_{number}" for number in range(free)))
    return made[free]


made: dict[int, CodeType] = {}
