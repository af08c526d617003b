"""What makes a folder of pages a site to publish: names, the offline copy, the bill of materials, the sums."""

from pathlib import Path

from cor_site import offline, sbom, sums, versioned


def finish(site: Path) -> None:
    """Complete a built site in place. Each step sees what those before it have written."""
    calculator = versioned.apply(site)
    sbom.write(site)
    offline.write(site, calculator)
    sums.write(site)
