"""Leaves out of the memory what never runs: the code of functions that no question has ever called.

Where one is called after all, Python ends at once, as at a function that is left out of the WebAssembly: no wrong
answer, but another start. `watch` notes what is called; `drop`, in another Python that was used alike, takes the rest.
"""

import builtins
import gc
import os
import sys
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR
from types import CodeType, FunctionType, ModuleType

called: set[CodeType] = set()


def watch() -> None:
    """Note from now on which functions are called."""

    def note(code: CodeType, _at: int) -> object:
        called.add(code)
        return sys.monitoring.DISABLE

    sys.monitoring.use_tool_id(sys.monitoring.PROFILER_ID, "unused")
    sys.monitoring.register_callback(sys.monitoring.PROFILER_ID, sys.monitoring.events.PY_START, note)
    sys.monitoring.set_events(sys.monitoring.PROFILER_ID, sys.monitoring.events.PY_START)


def noted() -> list[str]:
    """Return the names of what was called."""
    return sorted({name(code) for code in tuple(called)})


def name(code: CodeType) -> str:
    """Return what tells a function from others in another run of the same build."""
    told = hash((code.co_firstlineno, code.co_code, code.co_names, code.co_varnames))
    return f"{code.co_filename} {code.co_qualname} {told}"


def drop(needed: set[str]) -> int:
    """Take the code of all functions that are not needed, these here too, and all descriptions; return how many."""
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
    """Return whether a function is needed, or has no ordinary code."""
    return name(code) in needed or bool(code.co_flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR))


def left_out(*_values: object, **_named: object) -> None:
    """End Python."""
    __left_out__()  # type: ignore[name-defined] # noqa: F821 - found among the built-in names, from every module


def instead(code: CodeType) -> CodeType:
    """Return code that ends Python, for a function that takes as many variables from around it as this."""
    free = len(code.co_freevars)
    if free not in made:
        made[free] = left_out.__code__.replace(co_freevars=tuple(f"_{number}" for number in range(free)))
    return made[free]


made: dict[int, CodeType] = {}
