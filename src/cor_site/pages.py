"""The MkDocs hook: facts, citations, tables and forms in Markdown, and what every page must carry.

MkDocs loads this file by its path, outside any package, and keeps it while it serves. So there is no state here, and
our own modules are imported where they are used: each build forgets them first, and an edit of a fact shows at once.
"""

import re
import sys
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

SRC = Path(__file__).resolve().parents[1]
PACKAGES = ("cor_calc", "cor_site")

UNUSED = re.compile(r"^assets/javascripts/lunr/|^assets/images/favicon\.png$|\.map$")
"""Files of the theme that no page loads: searching in other languages, its icon, source maps."""

TOPICS_ONLY = 2
"""`toc_depth` of a page whose headings below the second level are too many to list beside it."""

Nav = str | dict[str, "Nav"] | list["Nav"]
"""The navigation as `mkdocs.yml` has it: a page, a titled part, or a list of both."""

CALCULATOR = "calculator"
"""Folder of what the browser runs: in the project and, under the same name, in the site."""

NOT_SHIPPED = {"htmlvalidate.mjs"}
"""Files of that folder that are a tool's settings."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Forget what an earlier build has read, and list in the navigation the pages that exist."""
    for name in [name for name in sys.modules if name.partition(".")[0] in PACKAGES]:
        del sys.modules[name]
    if str(SRC) not in sys.path:
        sys.path.insert(0, str(SRC))
    config.nav = existing(config.nav or [], Path(config.docs_dir))
    return config


def existing(nav: Nav, docs: Path) -> Nav:
    """Return the navigation without the pages that are not written yet; what is left empty goes too."""
    if isinstance(nav, str):
        return nav if (docs / nav).is_file() else ""
    if isinstance(nav, dict):
        kept = {title: existing(item, docs) for title, item in nav.items()}
        return {title: item for title, item in kept.items() if item}
    return [item for item in (existing(item, docs) for item in nav) if item]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the calculators' scripts and styles, which live outside the pages' folder; leave out what nothing loads."""
    from cor_site import forms, webapp  # noqa: PLC0415

    for file in [file for file in files if UNUSED.search(file.src_uri)]:
        files.remove(file)
    folder = Path(config.config_file_path).parent / CALCULATOR
    for path in [*sorted(folder.iterdir()), folder / "site/offline.mjs"]:
        if path.suffix in {".js", ".mjs", ".css"} and path.name not in NOT_SHIPPED:
            files.append(File.generated(config, f"{CALCULATOR}/{path.name}", abs_src_path=str(path)))
    files.append(File.generated(config, f"{CALCULATOR}/names.json", content=forms.names()))
    files.append(File.generated(config, webapp.NAME, content=webapp.manifest(config)))
    return files


def on_page_markdown(markdown: str, /, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Fill in `{{ … }}`; an unknown fact or a page without its front matter fails the build and names the page."""
    from cor_site import front_matter, inserts  # noqa: PLC0415

    try:
        front_matter.check(page.meta)
        page.update_date = page.meta["last_reviewed"].isoformat()  # in the site map; else it would be the build's day
        return inserts.fill(markdown, page, Path(config.docs_dir))
    except inserts.MISTAKES as mistake:
        raise PluginError(f"{page.file.src_uri}: {mistake}") from mistake


def on_page_content(html: str, /, page: Page, **_: object) -> str:
    """Keep a page's table of contents to the depth that its front matter asks for, and the search to what is a rule."""
    from cor_site import search  # noqa: PLC0415

    if page.meta.get("toc_depth") == TOPICS_ONLY:
        for section in page.toc:
            for topic in section.children:
                topic.children.clear()
    return search.narrowed(html)


def on_env(env: Environment, /, files: Files, **_: object) -> Environment:
    """Once every page is read, write the index of questions and give the templates what they show."""
    from cor_calc import dates  # noqa: PLC0415
    from cor_site import questions, structured_data  # noqa: PLC0415
    from cor_site.runtime import scripts  # noqa: PLC0415

    pages = [file.page for file in files.documentation_pages() if file.page]
    questions.write_index(pages)
    env.filters["in_words"] = dates.in_words
    env.globals["structured_data"] = structured_data.web_page
    env.globals["start_script"] = scripts.small("python/start.js")
    env.globals["later_script"] = scripts.small("site/later.js")
    return env


def on_post_template(output: str, /, template_name: str, config: MkDocsConfig) -> str:
    """Leave the site map out while the address of the site is not known: it would be an empty one."""
    return "" if template_name == "sitemap.xml" and not config.site_url else output


def on_page_context(context: TemplateContext, /, page: Page, nav: Navigation, **_: object) -> TemplateContext:
    """Let a page's own `next` replace the page that merely follows in the navigation."""
    following = page.meta.get("next")
    if following:
        page.next_page = next((other for other in nav.pages if other.file.src_uri == following), page.next_page)
    return context
