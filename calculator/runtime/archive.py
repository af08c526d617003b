"""Makes the archive of Python modules; runs inside Pyodide, whose bytecode it needs."""

import importlib._bootstrap_external as bootstrap
import importlib.util
import io
import marshal
import sys
import zipfile
from types import CodeType

LIBRARY = f"/lib/python{sys.version_info[0]}{sys.version_info[1]}.zip"
PROGRAM = "/program.whl"
MADE = (1980, 1, 1, 0, 0, 0)


PYC_HEADER = 16


def compiled(name: str, source: bytes) -> bytes:
    """Return the bytecode of a module, without docstrings and assertions, that is never checked against its source."""
    code = compile(source, f"{LIBRARY}/{name}", "exec", dont_inherit=True, optimize=2)
    return unchecked(lean(code), source)


def lean(code: CodeType) -> CodeType:
    """Return code without its table of line numbers: nobody reads a traceback here, since an error ends the worker."""
    parts = tuple(lean(part) if isinstance(part, CodeType) else part for part in code.co_consts)
    return code.replace(co_consts=parts, co_linetable=b"")


def unchecked(code: CodeType, source: bytes) -> bytes:
    """Return bytecode as a file that is never checked against its source."""
    return bytes(bootstrap._code_to_hash_pyc(code, importlib.util.source_hash(source), checked=False))


def packaged(name: str, content: bytes) -> bytes:
    """Return a file of the wheel as it goes into the archive: pyodide-build's bytecode without its line numbers."""
    if not name.endswith(".pyc"):
        return content
    return content[:PYC_HEADER] + marshal.dumps(lean(marshal.loads(content[PYC_HEADER:])))  # noqa: S302 - our own wheel


def is_wanted(name: str, wanted: list[str] | None) -> bool:
    """Return whether a file of the wheel belongs into the archive: data, and the modules in `wanted` (None = all)."""
    if ".dist-info/" in name:
        return False
    return wanted is None or not name.endswith(".pyc") or name.removesuffix("c") in wanted


def make(substitutes: dict[str, str], wanted: list[str] | None) -> bytes:
    """Return an archive of the modules in `wanted` (None = all), our substitutes for some, and the program's data."""
    entries: dict[str, bytes] = {}
    replaced = {name.removesuffix("__init__.py") for name in substitutes if name.endswith("__init__.py")}
    with zipfile.ZipFile(LIBRARY) as library:
        for name in library.namelist():
            if name.endswith(".py") and not name.startswith(tuple(replaced)):
                entries[name] = library.read(name)
    entries |= {name: text.encode() for name, text in substitutes.items()}
    if wanted is not None:
        entries = {name: entries[name] for name in wanted if name in entries}
    files = {f"{name}c": compiled(name, source) for name, source in entries.items()}
    with zipfile.ZipFile(PROGRAM) as wheel:
        files |= {name: packaged(name, wheel.read(name)) for name in wheel.namelist() if is_wanted(name, wanted)}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, MADE)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return made.getvalue()


def imported() -> list[str]:
    """Return the modules that this Python has imported from its library's archive, as names of their sources."""
    files = (getattr(module, "__file__", None) or "" for module in sys.modules.values())
    return sorted({file[len(LIBRARY) + 1 :].removesuffix("c") for file in files if file.startswith(f"{LIBRARY}/")})
