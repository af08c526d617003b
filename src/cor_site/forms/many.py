"""The element that answers a file of many employers, as HTML: its form, and the places for what comes of it."""

from cor_calc.checks import CHECKS
from cor_site.forms import described, environment


def many_html(root: str) -> str:
    """Return `<cor-many>` with the script and style that it needs; `root` leads from the page to the site's root."""
    checks = [check for check in described()["checks"] if check["name"] in CHECKS]  # the overview has no rows
    return environment().get_template("many.html.j2").render(checks=checks, root=root)
