"""The web app manifest: lets a visitor put the guide on a home screen, where it opens with its own name and icon."""

import json
from pathlib import Path
from typing import Any

from cor_site.settings import Settings

NAME = "manifest.webmanifest"
SHORT_NAME = "COR guide"
"""Short enough to fit under an icon."""

COLOUR = "#0f4c45"
"""The header's colour in theme.css; browsers colour their own bar and the opening screen with it."""

ICONS = {"icon-192.png": ("192x192", "any"), "icon-512.png": ("512x512", "any")} | {
    "icon-maskable-512.png": ("512x512", "maskable")
}
"""The logo as pictures, by file name in docs/_theme/assets, with their sizes and purposes."""


def write(site: Path, settings: Settings) -> None:
    """Write the manifest into a site."""
    (site / NAME).write_text(manifest(settings), encoding="utf-8", newline="\n")


def manifest(site: Settings) -> str:
    """Return the manifest as JSON. Its addresses are relative, so it holds wherever the site lies."""
    icons: list[dict[str, str]] = [
        {"src": f"assets/{name}", "sizes": sizes, "type": "image/png", "purpose": purpose}
        for name, (sizes, purpose) in ICONS.items()
    ]
    content: dict[str, Any] = {
        "id": "./",
        "name": site.name,
        "short_name": SHORT_NAME,
        "description": site.description,
        "lang": "en-CA",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": COLOUR,
        "theme_color": COLOUR,
        "icons": icons,
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
