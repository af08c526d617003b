"""What is wrong in a page or in the data, said with the file and the line."""

from importlib.resources import files

from cor_calc.law import LawError


class ContentError(ValueError):
    """A page asks for something that there is not, or says something that cannot be read. The message says what."""


class PageError(ValueError):
    """A mistake with its place: the message begins with the page's path within `docs/` and the line in that file."""

    def __init__(self, path: str, line: int, mistake: object) -> None:
        super().__init__(f"{path}:{line}: {mistake}")


def in_data(mistake: LawError) -> str:
    """Return what a mistake in the data files says, after the file and the line where its entry begins.

    A mistake names its entry's id first. Where no line has that id, the folder of the data files is all that is said.
    """
    entry = str(mistake).partition(":")[0]
    folder = files("cor_calc") / "data"
    for name in sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml")):
        for line, text in enumerate((folder / name).read_text("utf-8").splitlines(), 1):
            if text.strip() == f'id = "{entry}"':
                return f"src/cor_calc/data/{name}:{line}: {mistake}"
    return f"src/cor_calc/data: {mistake}"
