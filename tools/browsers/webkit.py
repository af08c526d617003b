"""Finds WebKit, the engine of Safari and of every browser on an iPhone, or gets it from the system's packages."""

import functools
import os
import shutil
import subprocess

from cor_site.setup.python_env import install_system_packages, may_install_system_packages
from cor_site.setup.run import BuildError

PROGRAMS = ("WebKitWebDriver", "Xvfb")
"""What drives it, and the screen that it draws on."""

PYTHON = "/usr/bin/python3"
"""The system's own Python, whose packages know GTK: it runs the window that the tests drive."""

KNOWS_WEBKIT = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"
PACKAGES = ("webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb")

NO_WEBKIT = (
    "WebKit, the engine of every browser on an iPhone, was not tested: this machine has no driver for it and none "
    f"could be installed. On Debian and Ubuntu, install {', '.join(PACKAGES)}, and start again."
)


@functools.cache
def is_there() -> bool:
    """Return whether WebKit can be driven here, after trying to install it; `BuildError` in CI if it cannot."""
    if complete() or (may_install_system_packages() and installed()):
        return True
    if os.environ.get("CI"):
        raise BuildError(NO_WEBKIT)
    return False


def installed() -> bool:
    """Install what Debian and Ubuntu have, and return whether that was enough."""
    try:
        install_system_packages(PACKAGES, NO_WEBKIT)
    except BuildError:
        return False
    return complete()


def complete() -> bool:
    """Return whether every part is there, and the system's Python finds WebKit."""
    if not all(map(shutil.which, PROGRAMS)) or not shutil.which(PYTHON):
        return False
    asked = subprocess.run(
        [PYTHON, "-c", KNOWS_WEBKIT], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
    )
    return asked.returncode == 0
