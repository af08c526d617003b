"""The Content-Security-Policy of every built page.

Static hosts set no headers, so each page carries its own policy, worked out from what it really holds: the scripts
inside it differ with its depth, and each is allowed by its hash.
"""

import base64
import hashlib

from selectolax.lexbor import LexborHTMLParser, LexborNode

DIRECTIVES = (
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
)
"""What every page has besides the directive for its scripts: everything from its own origin."""


class PolicyError(ValueError):
    """A page holds something that the policy would block. The message names the markup."""


def add(page: LexborHTMLParser) -> None:
    """Put the policy into a page, before anything that it governs. `PolicyError` at markup that it would block."""
    for node in page.css("*"):
        refuse_blocked(node)
    charset = page.css_first("meta[charset]")
    if charset is None:
        raise PolicyError("it has no <meta charset>, after which the policy belongs")
    tag = page.create_node("meta")
    tag.attrs["http-equiv"] = "Content-Security-Policy"
    tag.attrs["content"] = policy(page)
    charset.insert_after(tag)


def policy(page: LexborHTMLParser) -> str:
    """Return the policy of one page: everything from its own origin, its inline scripts by their hashes."""
    bodies = (script.inner_html or "" for script in page.css("script:not([src])"))
    hashes = dict.fromkeys(f"'sha256-{sha256(body)}'" for body in bodies)
    scripts = " ".join(("'self'", "'wasm-unsafe-eval'", *hashes))
    return "; ".join(("default-src 'none'", f"script-src {scripts}", *DIRECTIVES))


def sha256(text: str) -> str:
    """Return the SHA-256 of a text in Base64, as a policy writes it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def refuse_blocked(node: LexborNode) -> None:
    """Raise `PolicyError` if a browser would block an element or one of its attributes."""
    if node.tag == "style":
        raise PolicyError("it has a <style> element; put the rules into a style sheet")
    for name, value in node.attributes.items():
        if name == "style" or name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
            raise PolicyError(f"<{node.tag} {name}={value!r}> would be blocked by the policy")
