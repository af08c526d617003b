"""What the finished site says of itself: checksums, third-party components, licences, the offline copy."""

import base64
import json
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing

from cor_site import third_party
from cor_site.finish import checksums, manifest, offline, sbom, versions
from cor_site.setup.paths import NODE_MODULES, SITE
from tools import reproduce

COMPONENTS = third_party.load()
REGISTRIES = re.compile(rb"(?:pypi|pythonhosted|npmjs|yarnpkg)\.(?:org|com)")
SERVED_BY_OTHERS = ("assets/javascripts/*", "assets/stylesheets/*", "assets/fonts/*", "search/*", "*/python/pyodide*")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The sum of each file of the finished site, by path."""
    assert (SITE / checksums.NAME).is_file(), "Build the site first: python3 build.py build"
    return checksums.of(SITE)


@pytest.fixture(scope="module")
def bill() -> Any:
    """The bill of materials that the site carries."""
    return json.loads((SITE / sbom.NAME).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kept() -> Any:
    """What the service worker knows of the build: worked out again, and found in it by the name that is made of all."""
    (folder,) = SITE.glob(f"{versions.FOLDER}-*")
    made = offline.build(SITE, folder.name)
    assert made["id"] in (SITE / offline.WORKER).read_text(encoding="utf-8")
    return made


def test_the_sums_name_every_file_rightly(files: dict[str, str]) -> None:
    """What `sha256sum --check` reads is all that is there."""
    assert checksums.read(SITE) == files


def test_no_file_names_a_registry(files: dict[str, str]) -> None:
    """Where packages come from is each builder's own matter."""
    assert [path for path in files if REGISTRIES.search((SITE / path).read_bytes())] == []


def test_the_bill_is_valid(bill: Any) -> None:
    """CycloneDX's own schema, read strictly, finds nothing."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is None


def test_the_bill_names_every_component(bill: Any) -> None:
    """All components of others and our own rules, inside what they came in, with versions and licences."""
    top = {component["name"]: component for component in bill["components"]}
    assert set(top) == {"cor-calc", *(each.name for each in COMPONENTS if not each.inside)}
    inside = {inner["name"]: name for name, outer in top.items() for inner in outer.get("components", [])}
    assert inside == {each.name: each.inside for each in COMPONENTS if each.inside}
    assert all(component["licenses"] for component in top.values())
    assert {name: component["purl"] for name, component in top.items() if "purl" in component} == {
        each.name: f"{each.purl}@{each.version}" for each in COMPONENTS if each.purl
    }


def test_the_bill_places_what_others_made(bill: Any, files: dict[str, str]) -> None:
    """Each file that came from elsewhere is claimed by a component, and each claimed file is there."""
    evidence = [component.get("evidence", {}).get("occurrences", []) for component in bill["components"]]
    claimed = {occurrence["location"] for found in evidence for occurrence in found}
    assert claimed <= set(files)
    assert [
        path for path in files if any(fnmatch(path, place) for place in SERVED_BY_OTHERS) and path not in claimed
    ] == []


@pytest.mark.parametrize("component", [each for each in COMPONENTS if each.seen_in], ids=lambda each: each.name)
def test_a_stated_version_is_the_one_that_is_shipped(component: third_party.Component) -> None:
    """The file itself says it: a newer Pyodide or Material cannot leave an old version in the list."""
    folder = NODE_MODULES / "pyodide" if component.seen_in.startswith("pyodide") else SITE
    (file,) = folder.glob(component.seen_in)
    assert re.search(rb"(?<![\d.])" + re.escape(component.version.encode()) + rb"(?![\d.])", file.read_bytes())


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda each: each.name)
def test_the_page_of_licences_names_every_component(component: third_party.Component) -> None:
    """With its version, its licence and where its source is."""
    page = (SITE / "about/licences/index.html").read_text(encoding="utf-8")
    assert f'<a href="{component.source}">{component.name}</a> {component.version}'.rstrip() in page
    assert component.licence in page


@pytest.mark.parametrize("licence", sorted({each.licence for each in COMPONENTS} - {"public domain"}))
def test_a_licence_is_known_and_its_words_are_there(licence: str) -> None:
    """As SPDX names it; where a licence asks for its own words, they come with the site."""
    assert get_spdx_licensing().validate(licence).errors == []
    if licence == "OFL-1.1":
        assert (SITE / "assets/fonts/OFL.txt").is_file()
    elif licence not in {"blessing", "CC-BY-4.0"}:
        assert (SITE / third_party.TEXTS / f"{licence}.txt").is_file()


def test_equal_files_give_an_equal_bill(files: dict[str, str]) -> None:
    """It has no time and no chance in it."""
    assert sbom.text(files) == sbom.text(files)


def test_what_differs_between_two_builds_is_named(tmp_path: Path) -> None:
    """A file that changed, and one that only one of them has."""
    for name, content in {"one": "a", "other": "b"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "same").write_text("same", encoding="utf-8")
        (tmp_path / name / "changed").write_text(content, encoding="utf-8")
        (tmp_path / name / f"only {name}").touch()
    found = reproduce.differences(tmp_path / "one", tmp_path / "other")
    assert found == ["changed", "only one", "only other"]


def test_pages_name_their_scripts_by_content(files: dict[str, str]) -> None:
    """No page leads into a folder whose content can change under its name, and the name is true."""
    (folder,) = {path.split("/")[0] for path in files if path.startswith(versions.FOLDER)}
    assert re.fullmatch(r"calculator-[0-9a-f]{12}", folder)
    pages = [(SITE / path).read_text(encoding="utf-8") for path in files if path.endswith(".html")]
    assert not any(re.search(r'(?:src|href)="[^":]*\bcalculator/', page) for page in pages)
    assert all(f"{folder}/site.js" in page for page in pages)


def test_the_offline_copy_is_of_this_build(kept: Any, files: dict[str, str]) -> None:
    """Every sum is that of the file, every page is in it, and Python in both forms; no file twice."""
    listed = {path: digest for part in ("pages", "others") for path, digest in kept[part].items()}
    assert len(listed) == len(kept["pages"]) + len(kept["others"])
    for path, digest in listed.items():
        file = f"{path.removeprefix('./')}index.html" if path.endswith("/") else path
        assert base64.b64decode(digest).hex() == files[file]
    pages = {path for path in files if path.endswith(".html")}
    assert pages <= {f"{path.removeprefix('./')}index.html" if path.endswith("/") else path for path in kept["pages"]}
    for names in kept["python"].values():
        assert set(names) <= set(kept["others"])
        assert {Path(name).name for name in names} >= {"python.mjs"}
        assert any(".wasm" in name for name in names)


def test_the_first_visit_keeps_no_more_than_it_needs(kept: Any) -> None:
    """Under eight megabytes as they lie on the disk, two when compressed; nothing for developers, and one form of Python, not two."""
    assert not any(name.endswith((".map", ".cdx.json")) for name in kept["pages"])
    size = sum((SITE / (f"{path}index.html" if path.endswith("/") else path)).stat().st_size for path in kept["pages"])
    assert size < 8_000_000
    assert not set(kept["python"]["packed"]) & {name for name in kept["python"]["direct"] if name.endswith(".wasm")}


def test_the_web_app_manifest_is_true() -> None:
    """Its name is the site's, its addresses are relative, and its icons have the sizes that it says."""
    written = json.loads((SITE / manifest.NAME).read_text(encoding="utf-8"))
    home = (SITE / "index.html").read_text(encoding="utf-8")
    assert f"<title>{written['name']}" in home or f"- {written['name']}</title>" in home
    assert f'<meta name="theme-color" content="{written["theme_color"]}">' in home
    assert {written["start_url"], written["scope"], written["id"]} == {"./"}
    for icon in written["icons"]:
        header = (SITE / icon["src"]).read_bytes()[:24]
        width, height = (int.from_bytes(header[at : at + 4], "big") for at in (16, 20))
        assert f"{width}x{height}" == icon["sizes"]
