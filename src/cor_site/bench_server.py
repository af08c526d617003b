"""A local server that behaves like a host at the far end of a line: its bandwidth, its delay, its compression.

It counts what it sends, since a page does not see what its workers fetch.
"""

import asyncio
import email.utils
import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    ".svg": "image/svg+xml",
}
COMPRESSED = {*TYPES, ".bin"} - {".data"}
CHUNK = 16 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    """A connection: bits a second (None = as fast as it goes) and the seconds of a round trip."""

    name: str
    bits: float | None = None
    round_trip: float = 0.0


NONE = Line("none")
FAST_4G = Line("Fast 4G", 9 * 1024 * 1024 * 0.9, 0.165)
SLOW_4G = Line("Slow 4G", 1.6 * 1024 * 1024 * 0.9, 0.5625)


@dataclass
class Host:
    """What is served, how, and how much of it went out."""

    root: Path
    line: Line = NONE
    compress: bool = True
    address: str = ""
    sent: int = 0
    requests: list[str] = field(default_factory=list)
    _kept: dict[Path, bytes] = field(default_factory=dict)
    _free_at: float = 0.0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection; making it costs a round trip too."""
        try:
            await asyncio.sleep(self.line.round_trip)
            while head := (await reader.readuntil(b"\r\n\r\n")).decode("latin-1"):
                await asyncio.sleep(self.line.round_trip)
                await self.answer(head, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, head: str, writer: asyncio.StreamWriter) -> None:
        """Send one file, or 304, or 404."""
        target = head.split(" ", 2)[1]
        self.requests.append(target)
        file = self.root / unquote(urlsplit(target).path).lstrip("/")
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            return await self.send(writer, "404 Not Found", {}, b"")
        body, encoding = self.body(file, "br" in head.lower().partition("accept-encoding:")[2].partition("\r\n")[0])
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        headers = {
            "Content-Type": TYPES.get(file.suffix, "application/octet-stream"),
            "Cache-Control": "no-cache" if file.suffix == ".html" else "max-age=600",
            "Last-Modified": email.utils.formatdate(file.stat().st_mtime, usegmt=True),
            "Vary": "Accept-Encoding",
            "ETag": tag,
            **({"Content-Encoding": encoding} if encoding else {}),
        }
        if f"if-none-match: {tag}" in head.lower():
            return await self.send(writer, "304 Not Modified", headers, b"")
        return await self.send(writer, "200 OK", headers, body)

    def body(self, file: Path, accepted: bool) -> tuple[bytes, str]:  # noqa: FBT001 - a fact of the request
        """Return a file's bytes as they travel, and their encoding."""
        if not (self.compress and accepted and file.suffix in COMPRESSED):
            return file.read_bytes(), ""
        if file not in self._kept:
            self._kept[file] = brotli.compress(file.read_bytes(), quality=11, lgwin=24)
        return self._kept[file], "br"

    async def send(self, writer: asyncio.StreamWriter, status: str, headers: dict[str, str], body: bytes) -> None:
        """Send a response at the line's pace; all connections share the line."""
        length = {} if status.startswith("304") else {"Content-Length": str(len(body))}
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in {**headers, **length}.items())]
        whole = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
        for at in range(0, len(whole), CHUNK):
            piece = whole[at : at + CHUNK]
            if self.line.bits:
                now = asyncio.get_running_loop().time()
                self._free_at = max(now, self._free_at) + len(piece) * 8 / self.line.bits
                await asyncio.sleep(self._free_at - now)
            writer.write(piece)
            self.sent += len(piece)
            await writer.drain()


@contextmanager
def serving(host: Host) -> Iterator[Host]:
    """Serve in a thread of its own, on a free port of this machine, until the block ends."""
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(host.serve, "127.0.0.1", 0, limit=2**20))
    host.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.close()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
