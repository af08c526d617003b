"""The local server answers as a plain static host does, and to this machine alone."""

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from cor_site import serve


@pytest.fixture
def web(tmp_path: Path) -> Iterator[serve.Server]:
    """Serve a small site with a folder that has no index page."""
    site = tmp_path / "site"
    (site / "check").mkdir(parents=True)
    (site / "empty").mkdir()
    (site / "index.html").write_text("home")
    (site / "check/index.html").write_text("check")
    (site / "404.html").write_text("not here")
    for name in ("a.wasm", "a.mjs", "a.js", "a.css", "a.json", "a.gz.data", "a.zip", "a.ics", "a.svg", "a.woff2"):
        (site / name).write_text("x")
    (tmp_path / "secret.txt").write_text("secret")
    with serve.server(site) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        yield web
        web.shutdown()
        thread.join()


def get(web: serve.Server, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    """Return the answer to a request, and its body."""
    connection = HTTPConnection(serve.HOST, web.server_port, timeout=10)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.wasm", "application/wasm"),
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.gz.data", "application/octet-stream"),
        ("a.zip", "application/zip"),
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("a.woff2", "font/woff2"),
        ("", "text/html; charset=utf-8"),
    ],
)
def test_types(web: serve.Server, name: str, kind: str) -> None:
    """Every kind of file has its type: browsers refuse modules and WebAssembly without."""
    answer, _ = get(web, f"/{name}")
    assert (answer.status, answer.getheader("Content-Type")) == (200, kind)
    assert answer.getheader("Content-Encoding") is None


def test_pages(web: serve.Server) -> None:
    """A folder is its index page, and its address ends in a slash."""
    assert get(web, "/check/")[1] == "check"
    answer, _ = get(web, "/check")
    assert (answer.status, answer.getheader("Location")) == (301, "/check/")


@pytest.mark.parametrize("path", ["/nothing", "/empty/", "/../secret.txt", "/%2e%2e/secret.txt"])
def test_what_is_not_there(web: serve.Server, path: str) -> None:
    """A missing page, a folder without a page and anything outside the site are the site's own 404 page."""
    answer, body = get(web, path)
    assert (answer.status, body) == (404, "not here")
    answer, body = get(web, path, method="HEAD")
    assert (answer.status, body) == (404, "")


def test_unchanged_files_are_not_sent_again(web: serve.Server) -> None:
    """A browser asks each time, so that a new build is seen, and is told when nothing changed."""
    answer, _ = get(web, "/a.wasm")
    assert answer.getheader("Cache-Control") == "no-cache"
    changed = answer.getheader("Last-Modified")
    assert changed
    assert get(web, "/a.wasm", **{"If-Modified-Since": changed})[0].status == 304


def test_only_this_machine(web: serve.Server) -> None:
    """The server is bound to the loopback address."""
    assert web.server_address[0] == "127.0.0.1"
    assert serve.address(web) == f"http://127.0.0.1:{web.server_port}/"


def test_a_taken_port(web: serve.Server) -> None:
    """A port in use is known before anything is built; a free one too."""
    assert not serve.is_free(web.server_port)
    assert serve.is_free(0)
