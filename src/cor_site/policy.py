"""The Content-Security-Policy of every built page, and the markup that it asks for.

Static hosts set no headers, so each page carries its own policy, worked out from what it really holds: the scripts
inside it differ with its depth, and each is allowed by its hash. What markup it would block is mended on the way.
"""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

from cor_site.mend import mended

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>')
POLICY_TAG = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


class PolicyError(ValueError):
    """A page holds something that the policy forbids. The message names the page and the markup."""


def apply(site: Path) -> None:
    """Write the policy into every page of a built site, in place. Raises `PolicyError` naming the first fault."""
    for path in sorted(site.rglob("*.html")):
        try:
            path.write_text(with_policy(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        except PolicyError as fault:
            raise PolicyError(f"{path.relative_to(site)}: {fault}") from fault


def with_policy(html: str) -> str:
    """Return a page with its policy in it. A page that already has one gets it worked out anew."""
    html = mended(POLICY_TAG.sub("", html))
    forbidden = Forbidden()
    forbidden.feed(html)
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    html, found = CHARSET.subn(lambda charset: f"{charset[0]}{tag}", html, count=1)
    if not found:
        raise PolicyError("it has no <meta charset>, after which the policy belongs")
    return html


def policy(html: str) -> str:
    """Return the policy of one page: everything from its own origin, its inline scripts by their hashes."""
    scripts = ["'self'", "'wasm-unsafe-eval'", *inline_hashes(html)]
    return "; ".join((
        "default-src 'none'",
        f"script-src {' '.join(scripts)}",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
    ))  # fmt: skip


def inline_hashes(html: str) -> list[str]:
    """Return the hash of every script that stands in the page itself, each once, in order."""
    bodies = (script["body"] for script in SCRIPT.finditer(html) if " src=" not in script["attributes"])
    return list(dict.fromkeys(f"'sha256-{sha256(body)}'" for body in bodies))


def sha256(text: str) -> str:
    """Return the SHA-256 of a text in Base64, as a policy writes it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class Forbidden(HTMLParser):
    """Raises `PolicyError` at markup that the policy would block, so that the build fails and not the browser."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element and its attributes."""
        if tag == "style":
            raise PolicyError("it has a <style> element; put the rules into a style sheet")
        for name, value in attrs:
            if name == "style" or name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                raise PolicyError(f"<{tag} {name}={value!r}> would be blocked by the policy")

    handle_startendtag = handle_starttag
