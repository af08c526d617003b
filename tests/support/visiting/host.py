"""A local server that behaves like a host at the far end of a line: its bandwidth, its delay, its compression.

It counts what it sends, since a page does not see what its workers fetch.
"""

import asyncio
import email.utils
import functools
import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli

from cor_site.setup.paths import CACHE

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
KEPT = CACHE / "brotli"


QUICK = 4
"""How well tests compress; only who counts bytes needs the best."""


def brotlied(content: bytes) -> bytes:
    """Return content as the best of hosts compresses it; kept between runs, since that takes a while."""
    kept = KEPT / hashlib.sha256(content).hexdigest()
    if not kept.is_file():
        KEPT.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(brotli.compress(content, quality=11, lgwin=24))
    return kept.read_bytes()


@functools.lru_cache(maxsize=256)
def travelling(file: Path, compress: bool, best: bool, _changed: int) -> tuple[bytes, str]:
    """Return a file's bytes as they travel, and their tag; kept in memory, so that reading and compressing slow no visit."""
    content = file.read_bytes()
    body = content
    if compress:
        body = brotlied(content) if best else brotli.compress(content, quality=QUICK)
    return body, f'"{hashlib.sha256(body).hexdigest()[:16]}"'


@dataclass(frozen=True, slots=True)
class Line:
    """A connection: bits a second (None = as fast as it goes) and the seconds of a round trip."""

    name: str
    bits: float | None = None
    round_trip: float = 0.0


NONE = Line("no limit")
FAST_4G = Line("Fast 4G", 9 * 1024 * 1024 * 0.9, 0.165)
SLOW_4G = Line("Slow 4G", 1.6 * 1024 * 1024 * 0.9, 0.5625)


@dataclass
class Host:
    """What is served, how, and how much of it went out."""

    root: Path
    line: Line = NONE
    compress: bool = True
    best: bool = False
    """Whether it compresses as well as can be, which takes a while."""
    address: str = ""
    sent: int = 0
    requests: list[tuple[float, str]] = field(default_factory=list)
    """When each came, in seconds, and what it asked for."""
    gone: bool = False
    """Whether it drops every connection without an answer."""
    _free_at: float = 0.0
    _open: set[asyncio.Task[None]] = field(default_factory=set)
    stop: Callable[[], object] = print

    def forget(self) -> None:
        """Count from zero again what is asked for and sent."""
        self.requests.clear()
        self.sent = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection; making it costs a round trip too."""
        try:
            await asyncio.sleep(self.line.round_trip)
            while head := (await reader.readuntil(b"\r\n\r\n")).decode("latin-1"):
                await asyncio.sleep(self.line.round_trip)
                await self.answer(head, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        except asyncio.CancelledError:
            writer.transport.abort()
            raise
        finally:
            writer.close()

    async def answer(self, head: str, writer: asyncio.StreamWriter) -> None:
        """Send one file, or 304, or 404."""
        target = head.split(" ", 2)[1]
        if self.gone:
            raise ConnectionError
        self.requests.append((time.monotonic(), target))
        file = self.root / unquote(urlsplit(target).path).lstrip("/")
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            return await self.send(writer, "404 Not Found", {}, b"")
        body, encoding, tag = self.body(
            file, "br" in head.lower().partition("accept-encoding:")[2].partition("\r\n")[0]
        )
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

    def body(self, file: Path, accepted: bool) -> tuple[bytes, str, str]:
        """Return a file's bytes as they travel, their encoding and their tag."""
        compress = self.compress and accepted and file.suffix in COMPRESSED
        body, tag = travelling(file, compress, self.best, file.stat().st_mtime_ns)
        return body, "br" if compress else "", tag

    async def send(self, writer: asyncio.StreamWriter, status: str, headers: dict[str, str], body: bytes) -> None:
        """Send a response at the line's pace; all connections share the line."""
        length = {} if status.startswith("304") else {"Content-Length": str(len(body))}
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in {**headers, **length}.items())]
        whole = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
        step = CHUNK if self.line.bits else len(whole)
        for at in range(0, len(whole), step):
            piece = whole[at : at + step]
            if self.line.bits:
                now = asyncio.get_running_loop().time()
                self._free_at = max(now, self._free_at) + len(piece) * 8 / self.line.bits
                await asyncio.sleep(self._free_at - now)
            writer.write(piece)
            self.sent += len(piece)
            await writer.drain()

    async def run(self, ready: threading.Event, stop: asyncio.Event) -> None:
        """Serve on a free port of this machine until told to stop; connections still open are dropped."""
        self.stop = functools.partial(asyncio.get_running_loop().call_soon_threadsafe, stop.set)
        server = await asyncio.start_server(self.connected, "127.0.0.1", 0, limit=2**20)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        ready.set()
        await stop.wait()
        server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await asyncio.sleep(0)  # connections close in the loop's next turn

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Look after one connection, as a task that can be dropped."""
        task = asyncio.create_task(self.serve(reader, writer))
        self._open.add(task)
        task.add_done_callback(self._open.discard)


@contextmanager
def serving(host: Host) -> Iterator[Host]:
    """Serve in a thread of its own until the block ends."""
    ready = threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(host.run(ready, asyncio.Event())), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield host
    finally:
        host.stop()
        thread.join()
