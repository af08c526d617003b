"""What is wrong in a page, said with the page and the line."""


class ContentError(ValueError):
    """A page asks for something that there is not, or says something that cannot be read. The message says what."""


class PageError(ValueError):
    """A mistake with its place: the message begins with the page's path within `docs/` and the line in that file."""

    def __init__(self, path: str, line: int, mistake: object) -> None:
        super().__init__(f"{path}:{line}: {mistake}")
