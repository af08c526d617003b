"""What makes a folder of pages a site to publish: patches, names, the policy, and lists of its files."""

from pathlib import Path

from cor_site.finish import checksums, manifest, offline, pages, patches, sbom, versions
from cor_site.settings import Settings


def complete(site: Path, settings: Settings) -> None:
    """Complete a folder of pages, scripts and the prepared Python, in place.

    Raises `BuildError` where a page holds what the policy forbids, or where a patch no longer finds its place.
    """
    patches.remove_unused_files(site)
    manifest.write(site, settings)
    folder = versions.rename(site)
    pages.finish(site, folder)
    record(site, folder)


def record(site: Path, folder: str) -> None:
    """Write what says which files the site consists of; each list holds what those before it have written.

    `folder` is the name of the folder of what the browser runs.
    """
    sbom.write(site)
    offline.write(site, folder)
    checksums.write(site)
