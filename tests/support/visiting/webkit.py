"""Visitors with WebKit: Selenium drives it, by the system's driver, on a virtual screen."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

from selenium.common.exceptions import NoSuchFrameException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tools.browsers import webkit

from .visitor import LOOK_AGAIN, PageGoneError, Visitor

WINDOW = Path(__file__).with_name("webkit_window.py")
NAMES = {"Space": " ", "ArrowDown": Keys.ARROW_DOWN, "ArrowUp": Keys.ARROW_UP, "ArrowRight": Keys.ARROW_RIGHT}
NAMES |= {"Tab": Keys.TAB, "Enter": Keys.ENTER, "Backspace": Keys.BACKSPACE, "Escape": Keys.ESCAPE}
CALL = """const made = (%s)(...arguments);
if (!(made instanceof Promise)) return { value: made };
const promised = corTest.promised.push({}) - 1;
made.then(value => { corTest.promised[promised] = { value, done: 1 } }, error => { corTest.promised[promised] = { error: `${error}`, done: 1 } });
return { promised }"""
PLACE = "const { x, y } = arguments[0].getBoundingClientRect(); return [x, y]"
KEPT = "return window.corTest?.promised[arguments[0]] ?? { gone: true }"
"""A script that waits in a page which goes away would wait for ever."""

FIND = """const found = (%s)(...arguments);
found.scrollIntoView({ block: "center", behavior: "instant" });  // not under what stays at the page's edge
return found"""


class Screen:
    """A virtual screen (Xvfb), for programs that need one."""

    def __init__(self) -> None:
        """Start it, on the first number that is free."""
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
        self.program = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = f":{number.readline().strip()}"

    def close(self) -> None:
        """Switch it off."""
        self.program.terminate()
        self.program.wait()


class WebKit(Visitor):
    """A visitor with a WebKit and a driver of their own: a driver takes one visitor at a time."""

    def __init__(self, screen: Screen, base: str, before: str = "") -> None:
        """Open an empty page in a profile of its own."""
        super().__init__(base, before)
        self.folder = Path(tempfile.mkdtemp(prefix="webkit-"))
        (self.folder / "first.js").write_text(self.first, encoding="utf-8")
        # Without the desktop's own services, which are neither here nor needed
        env = os.environ | {"DISPLAY": screen.name, "TZ": "America/Edmonton", "NO_AT_BRIDGE": "1"}
        env |= {"GDK_BACKEND": "x11", "GSETTINGS_BACKEND": "memory", "LC_ALL": "C.UTF-8"}
        env["WEBKIT_DISABLE_COMPOSITING_MODE"] = "1"  # to imitate a graphics card takes a quarter of the time
        for name in ("DBUS_SESSION_BUS_ADDRESS", "PYTHONPATH"):
            env.pop(name, None)
        options = Options()
        options.binary_location = webkit.PYTHON
        options.add_argument(str(WINDOW))
        options.add_argument(str(self.folder))
        options.page_load_strategy = "none"
        service = Service(shutil.which(webkit.PROGRAMS[0]), env=env, log_output=str(self.folder / "log"))
        with warnings.catch_warnings(action="ignore"):  # its driver for WebKit uses what Selenium itself has deprecated
            self.driver = WebKitGTK(options=options, service=service)

    part_keys = ("ArrowRight",)

    def go(self, address: str) -> None:
        """Open a whole address; not all that the page asks for need have come.

        WebKit's own waiting for that now and then misses the page that it waits for.
        """
        here = self.run("() => location.href")
        self.run("() => { window.gone = true }")
        self.driver.get(address)
        if address.partition("#")[0] != here.partition("#")[0]:
            self.until("() => !window.gone && document.readyState !== 'loading'")

    def run(self, script: str, *given: Any) -> Any:
        """Call a function in the page."""
        found = self.executed(CALL % script, *given)
        promised = found.get("promised")
        while promised is not None and not found.get("done"):
            found = self.executed(KEPT, promised)
            if "gone" in found:
                raise PageGoneError
        assert "error" not in found, found["error"]
        return found.get("value")

    def executed(self, script: str, *given: Any) -> dict[str, Any]:
        """Run a script in the page, once. `PageGoneError` where the page went away under it."""
        try:
            found: dict[str, Any] = self.driver.execute_script(script, *given)
        except NoSuchFrameException as gone:  # as the driver says it
            raise PageGoneError from gone
        return found

    def click(self, script: str, *given: Any) -> None:
        """Click in the middle of an element."""
        element = self.driver.execute_script(FIND % script, *given)
        place = None
        while place != (place := self.driver.execute_script(PLACE, element)):
            time.sleep(LOOK_AGAIN)
        ActionChains(self.driver).move_to_element(element).click().perform()

    def press(self, *keys: str) -> None:
        """Press keys."""
        chain = ActionChains(self.driver)
        for key in keys:
            held, _, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
            if held:
                chain.key_down(Keys.SHIFT)
            chain.send_keys(NAMES.get(last, last))
            if held:
                chain.key_up(Keys.SHIFT)
        chain.perform()

    def load_again(self) -> None:
        """Load the page again."""
        self.driver.refresh()

    def back(self) -> None:
        """Go back."""
        self.driver.back()

    def forward(self) -> None:
        """Go forward."""
        self.driver.forward()

    def printed(self) -> bytes:
        """Return the page as PDF."""
        done = self.folder / "printed"
        done.unlink(missing_ok=True)
        os.kill(self.pid(), signal.SIGUSR1)
        self.wait(done.is_file)
        return (self.folder / "printed.pdf").read_bytes()

    def pid(self) -> int:
        """Return the number of the window's process."""
        return int((self.folder / "pid").read_text(encoding="utf-8"))

    def close(self) -> None:
        """Forget the profile."""
        self.driver.quit()
        with suppress(ProcessLookupError):  # it goes by itself, unless something is wrong with it
            os.kill(self.pid(), signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)
