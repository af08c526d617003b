"""Makes the pinned lists again: every package with its version and hashes, and no address of any registry."""

import re
from pathlib import Path

from cor_site.setup.paths import CALCULATOR, PYTHON, environment, npm
from cor_site.setup.python_env import DEV_LIST, GENERATORS_LIST, NODE_LIST, PYODIDE_LIST, SITE_LIST
from cor_site.setup.run import BuildError, run, step

COMPILE = (
    "--universal",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--no-strip-extras",
    "--quiet",
    "--upgrade",
)
OURS = ("--python-version", "3.11")

# pyodide-build runs in Pyodide's Python, and its group is already whole.
PYODIDES = ("--python-version", "3.14", "--no-deps")

GROUPS: dict[str, tuple[Path, tuple[object, ...]]] = {
    "site": (SITE_LIST, OURS),
    "dev": (DEV_LIST, (*OURS, "--constraints", SITE_LIST)),  # both go into one environment
    "node": (NODE_LIST, OURS),
    "generators": (GENERATORS_LIST, (*OURS, "--constraints", SITE_LIST)),  # they read the same theme and Markdown
    "pyodide-build": (PYODIDE_LIST, PYODIDES),
}


def renew() -> None:
    """Write every list again; `BuildError` if one cannot be, or if an address got into one."""
    env = environment(UV_PYTHON_DOWNLOADS="never", UV_NO_CONFIG="1")
    for group, (written, how) in GROUPS.items():
        with step(written.name):
            command = [PYTHON, "-m", "uv", "pip", "compile", "pyproject.toml", *COMPILE, *how]
            problem = f"{written.name} could not be made"
            run([*command, "--group", group, "--output-file", written], problem=problem, env=env)
            no_addresses(written)
    lock = CALCULATOR / "package-lock.json"
    with step(lock.name):
        problem = f"{lock.name} could not be made"
        run([*npm(), "install", "--package-lock-only"], problem=problem, cwd=CALCULATOR)
        no_addresses(lock)


def no_addresses(written: Path) -> None:
    """Raise `BuildError` if a list says where its packages come from: that is each machine's own matter."""
    text = written.read_text(encoding="utf-8")
    if re.search(r'"resolved"|index-url|^[^"#]*https?://', text, re.MULTILINE):
        raise BuildError(f"{written.name} holds the address of a registry, which belongs to one machine and not here.")
