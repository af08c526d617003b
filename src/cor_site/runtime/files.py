"""Puts files into the runtime's folder: named by their content, and gzipped for hosts that do not compress."""

import base64
import gzip
import hashlib
from pathlib import Path
from typing import TypedDict


class Packed(TypedDict):
    """A gzipped copy: its name and its size in bytes."""

    name: str
    size: int


class Large(TypedDict):
    """A large file as the worker knows it: as it is, with its SHA-256 in hexadecimal, and gzipped."""

    name: str
    size: int
    checksum: str
    packed: Packed


class Checked(TypedDict):
    """A file that the browser itself compares when it fetches it: its size in bytes and its hash."""

    size: int
    integrity: str


def named(out: Path, name: str, content: bytes) -> str:
    """Write a file under its name with a hash of its content in it; return that name, from `out`."""
    stem, dot, ending = name.partition(".")
    hashed = f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}{dot}{ending}"
    (out / hashed).write_bytes(content)
    return hashed


def large(out: Path, name: str, content: bytes) -> Large:
    """Write a large file twice, as it is and gzipped; return what the worker needs to choose and count.

    The gzipped copy ends in `.data`, a type that no host compresses or declares as compressed.
    """
    packed = gzip.compress(content, 9, mtime=0)
    return {
        "name": named(out, name, content),
        "size": len(content),
        "checksum": hashlib.sha256(content).hexdigest(),
        "packed": {"name": named(out, f"{name}.gz.data", packed), "size": len(packed)},
    }


def checked(content: bytes) -> Checked:
    """Return a file's size and hash."""
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    return {"size": len(content), "integrity": f"sha256-{digest}"}
