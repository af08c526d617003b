"""Substitute for asyncio: the names that Pyodide's start-up imports. Our worker has no event loop."""


class Future:
    pass


class Task(Future):
    pass


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


def get_event_loop():
    raise RuntimeError("there is no event loop here")


get_running_loop = new_event_loop = ensure_future = get_event_loop


def iscoroutine(value):
    return False


iscoroutinefunction = iscoroutine
