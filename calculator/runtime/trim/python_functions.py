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
    """Leave out all functions that are not needed, this module's too, and all docstrings; return how many functions.

    Each is an object, and what it is called with is described by others, so one takes the place of all of them where
    a module or class names them; elsewhere they lose their code.
    """
    builtins.__left_out__ = os.abort  # type: ignore[attr-defined]
    described = [each for each in gc.get_objects() if isinstance(each, FunctionType | ModuleType | type)]
    functions = [each for each in described if isinstance(each, FunctionType)]
    unused = {each for each in functions if not of_the_rules(each.__code__) and name(each.__code__) not in needed}
    exchanged = [(each, instead(each.__code__)) for each in unused if can_be_exchanged(each.__code__)]
    places = [(each, tuple(vars(each).items())) for each in described if not isinstance(each, FunctionType)]
    named = [
        (each, key)
        for each, all_of in places
        for key, value in all_of
        if isinstance(value, FunctionType) and value in unused
    ]
    change = put  # which is not needed itself
    for function in functions:
        change(function, "__annotate__", None)
    for each in described:
        change(each, "__doc__", None)
    for place, key in named:
        change(place, key, left_out)
    for function, code in exchanged:
        function.__code__ = code
    dropped = len(unused)
    del described, functions, unused, exchanged, places, named, function, code, each, place, key
    gc.collect()
    gc.collect()
    return dropped


def of_the_rules(code: CodeType) -> bool:
    """Return whether a function decides or words an answer: a rare answer may be the first that needs it."""
    return any(room in code.co_filename for room in ("cor_calc/checks/", "cor_calc/engine/"))


def put(place: FunctionType | ModuleType | type, key: str, value: object) -> None:
    """Set an attribute, past what a class says of its classes; some cannot be changed."""
    try:  # noqa: SIM105 - a helper of Python's might be left out by now
        (type if isinstance(place, type) else object).__setattr__(place, key, value)
    except (AttributeError, TypeError):
        pass


def can_be_exchanged(code: CodeType) -> bool:
    """Return whether a function may lose its code; a generator's or coroutine's cannot be exchanged."""
    return not code.co_flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)


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
