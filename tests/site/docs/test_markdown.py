"""The folder of plain Markdown: what any generator gets, and what is refused on the way to it."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from cor_calc import law as rules
from cor_calc.law import LawError
from cor_site.docs import links, write
from cor_site.docs.generated.all_pages import all_pages
from cor_site.settings import Settings
from cor_site.setup.paths import DOCS
from cor_site.setup.run import BuildError

from .prose import docs

SITE = Settings("The guide", "What it is about.", "https://guide.example/")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the generator reads."""
    folder = tmp_path_factory.mktemp("plain") / "docs"
    write.write(DOCS, folder, SITE)
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the pages' folder, to be spoilt."""
    return Path(shutil.copytree(DOCS, tmp_path / "docs"))


def meta(page: Path) -> dict[str, object]:
    """Return the front matter of a written page."""
    read: dict[str, object] = yaml.safe_load(page.read_text(encoding="utf-8").split("---\n")[1])
    return read


def test_every_page_is_there_and_nothing_is_left_to_fill_in(plain: Path) -> None:
    """No call of ours remains, and none of the files that are no pages."""
    written = {path.relative_to(plain).as_posix(): path.read_text(encoding="utf-8") for path in plain.rglob("*.md")}
    assert written.keys() == docs().keys() | all_pages().keys()
    assert [path for path, text in written.items() if "{{" in text or "<!-- questions" in text] == []
    assert not list(plain.rglob("_*"))
    assert (plain / "robots.txt").is_file()
    assert (plain / "about/licences/MIT.txt").is_file()


def test_the_front_matter_tells_the_templates_all(plain: Path) -> None:
    """The day of review as data and in words, the next page's title and address, the data for search engines."""
    told = meta(plain / "employers/audit.md")
    assert told["last_reviewed"] == docs()["employers/audit.md"].meta["last_reviewed"].isoformat()
    assert re.fullmatch(r"\d{1,2} [A-Z][a-z]+ 20\d\d", str(told["reviewed"]))
    assert told["following"] == {"title": "Keep your certificate", "url": "employers/keeping/"}
    assert "next" not in told
    data = told["structured_data"]
    assert isinstance(data, dict)
    assert data["url"] == "https://guide.example/employers/audit/"
    assert data["isPartOf"] == {"@type": "WebSite", "name": "The guide"}


def test_without_an_address_nothing_makes_one_up(tmp_path: Path) -> None:
    """While it is not known where the site will be, its data say no address."""
    write.write(DOCS, tmp_path / "plain", Settings("The guide", "What it is about."))
    data = meta(tmp_path / "plain/index.md")["structured_data"]
    assert isinstance(data, dict)
    assert "url" not in data


def test_every_page_explains_the_abbreviations(plain: Path) -> None:
    """They are what tooltips are made from."""
    assert all("\n*[SECOR]: " in path.read_text(encoding="utf-8") for path in plain.rglob("*.md"))


def test_every_heading_says_its_id(plain: Path) -> None:
    """So links to it hold with every generator."""
    lines = (plain / "employers/audit.md").read_text(encoding="utf-8").splitlines()
    headings = [line for line in lines if re.match("#+ ", line)]
    assert headings
    assert all(re.search(r"\{ ?#[\w-]+.*\}$", line) for line in headings)


def test_all_mistakes_are_said_at_once(copy: Path, tmp_path: Path) -> None:
    """Each with its page and the line in the file; what was written before stays."""
    before = (copy / "employers/audit.md").read_text(encoding="utf-8")
    for page, slip in {"employers/audit.md": '{{ value("none") }}', "check/plan.md": "{{ nothing }}"}.items():
        with (copy / page).open("a", encoding="utf-8") as file:
            file.write(f"\n{slip}\n")
    with pytest.raises(BuildError) as raised:
        write.write(copy, tmp_path / "plain", SITE)
    first, second = str(raised.value).splitlines()
    assert first.startswith("check/plan.md:")
    assert second == f"employers/audit.md:{before.count(chr(10)) + 2}: there is no fact called “none”"
    assert not (tmp_path / "plain").exists()


@pytest.mark.parametrize(
    ("front", "line", "complaint"),
    [
        ("No front matter.\n", 1, "the page must begin with a line of three hyphens"),
        ("---\ntitle: A: b\n---\n", 2, "not valid YAML"),
        ("---\ndescription: B.\nlast_reviewed: 2026-11-22\n---\n", 1, "lacks `title`"),
        ("---\ntitle: A\nlast_reviewed: 2026-11-22\n---\n", 1, "lacks `description`"),
        (f"---\ntitle: A\ndescription: {'x' * 160}\nlast_reviewed: 2026-11-22\n---\n", 1, "160 characters"),
        ("---\ntitle: A\ndescription: B.\nlast_reviewed: soon\n---\n", 1, "lacks `last_reviewed`"),
        ("---\ntitle: A\ndescription: B.\nlast_reviewed: 2026-11-22\nnext: no.md\n---\n", 1, "`next` names no.md"),
    ],
)
def test_front_matter_that_lacks_something(copy: Path, tmp_path: Path, front: str, line: int, complaint: str) -> None:
    """A page that does not say what every page must say is refused, with what is missing."""
    (copy / "about/new.md").write_text(f"{front}\n# A\n", encoding="utf-8")
    with pytest.raises(BuildError, match=rf"^about/new\.md:{line}: .*{re.escape(complaint)}"):
        write.write(copy, tmp_path / "plain", SITE)


@pytest.mark.parametrize(
    ("mistake", "place"),
    [
        ("overall-pass-mark: it has no source.", r"src/cor_calc/data/parameters\.toml:\d+: overall-pass-mark: it"),
        ("acsa: there is no such topic.", r"src/cor_calc/data/partners\.toml:\d+: acsa: there"),
        ("claims.toml: Expected '=' (at line 3)", r"src/cor_calc/data: claims\.toml: Expected '=' \(at line 3\)"),
    ],
)
def test_a_mistake_in_the_data_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mistake: str, place: str
) -> None:
    """With the file, and the line where its entry begins."""

    def refuse() -> None:
        raise LawError(mistake)

    monkeypatch.setattr(rules, "load", refuse)
    with pytest.raises(BuildError, match=f"^{place}"):
        write.write(tmp_path, tmp_path / "plain", SITE)


DEAD = {
    "no-such-page.md": "there is no page or file employers/no-such-page.md",
    "keeping.md#no-such-heading": "employers/keeping.md has no heading with the address #no-such-heading",
    "../assets/no-such.png": "there is no page or file assets/no-such.png",
}


def test_every_dead_link_is_named(copy: Path, tmp_path: Path) -> None:
    """With the page and the line on which it stands."""
    page = copy / "employers/audit.md"
    first = page.read_text(encoding="utf-8").count("\n") + 2
    with page.open("a", encoding="utf-8") as file:
        file.write("\n" + "".join(f"See [this]({link}).\n" for link in DEAD))
    with pytest.raises(BuildError) as raised:
        write.write(copy, tmp_path / "plain", SITE)
    complaints = [f"employers/audit.md:{line}: {complaint}" for line, complaint in enumerate(DEAD.values(), first)]
    assert sorted(str(raised.value).splitlines()) == sorted(complaints)


@pytest.mark.parametrize(
    "target",
    [
        "keeping.md#how-often-do-we-need-an-audit",
        "../reference/rules.md#overall-pass-mark",
        "https://example.org/",
        "../check/score.md#v=1&elements=A,1,2",
        "../assets/logo.svg",
    ],
)
def test_a_link_that_leads_somewhere(target: str) -> None:
    """To a heading, a rule, another site, a check with answers, a picture."""
    anchors = {
        "employers/keeping.md": {"how-often-do-we-need-an-audit"},
        "reference/rules.md": {"overall-pass-mark"},
        "check/score.md": set(),
    }
    assert links.fault("employers/audit.md", target, anchors, {"assets/logo.svg"}) is None
