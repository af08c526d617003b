"""The bill of materials of the built site, as CycloneDX: our rules and everything of others that goes with them."""

import json
import tomllib
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.component_evidence import ComponentEvidence, Occurrence
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from cor_site import third_party
from cor_site.finish import checksums
from cor_site.setup.paths import ROOT

NAME = "sbom.cdx.json"
RULES = "*/python/*/*.whl"
"""Where our own package lies within the site."""


def write(site: Path) -> None:
    """Write the bill of materials into a finished site."""
    (site / NAME).write_text(text(checksums.of(site)), encoding="utf-8", newline="\n")


def text(files: dict[str, str]) -> str:
    """Return the bill as JSON, from the checksums of the site's files by path. Equal files give equal bytes.

    Its serial number follows from the files, and it carries no time of its own: a build must not depend on its day.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours = {"version": project["version"], "licenses": LicenseFactory().make_from_string(project["license"])}
    licences = [ours["licenses"]]
    site = Component(name="The COR and SECOR guide", type=ComponentType.APPLICATION, version=ours["version"],
                     licenses=licences, bom_ref="site")  # fmt: skip
    rules = Component(name=project["name"], version=ours["version"], description=project["description"],
                      licenses=licences, bom_ref=project["name"], evidence=found(files, [RULES]))  # fmt: skip
    known = third_party.load()
    bom = Bom(
        components=[rules, *(component(each, known, files) for each in known if not each.inside)],
        serial_number=uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(files)),
        metadata=BomMetaData(component=site, timestamp=datetime.fromtimestamp(0, UTC)),
    )
    bom.register_dependency(site, [*bom.components])
    content = json.loads(JsonV1Dot6(bom).output_as_string())
    del content["metadata"]["timestamp"]
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def component(made: third_party.Component, known: Iterable[third_party.Component], files: dict[str, str]) -> Component:
    """Return what others made, with the components that came inside it."""
    return Component(
        name=made.name,
        version=made.version or None,
        description=made.does,
        licenses=[LicenseFactory().make_from_string(made.licence)],
        copyright=made.copyright or None,
        purl=PackageURL.from_string(f"{made.purl}@{made.version}") if made.purl else None,
        bom_ref=made.name,
        external_references=[ExternalReference(type=ExternalReferenceType.VCS, url=XsUri(made.source))],
        components=[component(other, (), files) for other in known if other.inside == made.name],
        evidence=found(files, made.files),
    )


def found(files: dict[str, str], places: Iterable[str]) -> ComponentEvidence | None:
    """Return the files of a site that lie in some places; None where there are none."""
    paths = [path for path in files if any(fnmatch(path, place) for place in places)]
    return ComponentEvidence(occurrences=[Occurrence(location=path, bom_ref=path) for path in paths]) if paths else None
