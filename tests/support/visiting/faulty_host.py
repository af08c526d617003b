"""A host not as it should be: in a sub-folder, with wrong types, with files gone, spoilt or slow, or itself gone."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import brotli

from cor_site import serve
from cor_site.finish import checksums

CHUNK = 16 * 1024


@dataclass
class FaultyHost:
    """A site and how it is sent. Change it at any time: the next request sees it."""

    site: Path
    under: str = "/"
    compress: bool = False
    types: dict[str, str] = field(default_factory=dict)
    """Content types by file ending, instead of the right ones."""
    missing: str | None = None
    """Paths that are answered by 404, as a regular expression."""
    spoilt: dict[str, bytes] = field(default_factory=dict)
    """What is sent instead of a file; nothing stands for the file with one byte turned."""
    cut: str | None = None
    """Paths whose files end after half their bytes, though the whole length was promised."""
    slow: tuple[str, float] | None = None
    """Paths whose files trickle, and the bytes a second."""
    gone: bool = False
    asked: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    """Paths of the files that went out; one that the browser has already is asked for and not sent."""
    address: str = ""

    def spoil(self, part: str, mend: bytes = b"") -> None:
        """Turn one byte in the middle of each file with such a path, or send something else instead."""
        self.spoilt[part] = mend


class Handler(serve.StaticFiles):
    """Sends files as its host's description says."""

    host: FaultyHost

    def do_GET(self) -> None:  # noqa: N802 - the base class's name
        """Send a file, with whatever is wrong with it."""
        self.directory = str(self.host.site)
        if self.host.gone:
            self.close_connection = True
            return
        path = urlsplit(self.path).path
        self.host.asked.append(path)
        outside = not path.startswith(self.host.under)
        if outside or (self.host.missing and re.search(self.host.missing, path)):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        file = self.host.site / path.removeprefix(self.host.under)
        if file.is_dir() and not path.endswith("/"):
            self.send_nothing(HTTPStatus.MOVED_PERMANENTLY, "Location", f"{path}/")
            return
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.send_file(file, path)

    def send_nothing(self, status: HTTPStatus, header: str, value: str) -> None:
        """Send an answer without a body."""
        self.send_response(status)
        self.send_header(header, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_file(self, file: Path, path: str) -> None:
        """Send one file that is there."""
        body = file.read_bytes()
        for part, instead in self.host.spoilt.items():
            if re.search(part, path):
                middle = len(body) // 2
                body = instead or body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]
        tag = f'"{checksums.sha256(body)}"'
        if self.headers.get("If-None-Match") == tag:
            self.send_nothing(HTTPStatus.NOT_MODIFIED, "ETag", tag)
            return
        self.host.sent.append(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("ETag", tag)
        self.send_header("Content-Type", self.host.types.get(file.suffix) or self.guess_type(str(file)))
        if self.host.compress and file.suffix != ".data":
            body = brotli.compress(body, quality=1)
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.host.cut and re.search(self.host.cut, path):
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
            return
        self.send_body(body, path)

    def send_body(self, body: bytes, path: str) -> None:
        """Send all bytes, at the pace that is wanted by then."""
        for at in range(0, len(body), CHUNK):
            part, pace = self.host.slow or ("", 0.0)
            if self.host.gone:
                self.close_connection = True
                return
            self.wfile.write(body[at : at + CHUNK])
            if pace and re.search(part, path):
                time.sleep(CHUNK / pace)


@contextmanager
def serving(host: FaultyHost) -> Iterator[FaultyHost]:
    """Serve a host on a free port of this machine until the block ends."""
    handler = type("HostHandler", (Handler,), {"host": host})
    web = serve.Server((serve.HOST, 0), handler)
    host.address = f"http://{serve.HOST}:{web.server_port}{host.under}"
    threading.Thread(target=web.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        host.gone = True
        web.shutdown()
        web.server_close()
