"""SHA-256 checksums of the finished site, in the form that `sha256sum --check` reads."""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def write(site: Path) -> None:
    """Write the checksums of all files of a site into it, but for the file that holds them."""
    lines = (f"{digest}  {path}\n" for path, digest in of(site).items())
    (site / NAME).write_text("".join(lines), encoding="utf-8", newline="\n")


def of(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in a folder, in hexadecimal, by its path from there, in order."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {path: sha256((folder / path).read_bytes()) for path in paths if path != NAME}


def read(site: Path) -> dict[str, str]:
    """Return the checksums that a site carries, by path."""
    lines = (site / NAME).read_text(encoding="utf-8").splitlines()
    return {path: digest for digest, path in (line.split("  ", 1) for line in lines)}


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
