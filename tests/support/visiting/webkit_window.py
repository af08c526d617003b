"""The window of a WebKit under test: what Debian's own small browser is, with a script before the page's, and paper.

WebKitWebDriver starts it, by the system's Python. The folder that it is given holds `first.js`, receives what the browser
keeps and, each time that the process is sent SIGUSR1, the page as `printed.pdf`; `printed` tells that it is whole.
"""

import os
import signal
import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402 - the versions come first

FOLDER = Path(sys.argv[1])


def content() -> WebKit2.UserContentManager:
    """Return what puts the script before those of every page."""
    manager = WebKit2.UserContentManager()
    manager.add_script(
        WebKit2.UserScript.new(
            (FOLDER / "first.js").read_text(encoding="utf-8"),
            WebKit2.UserContentInjectedFrames.ALL_FRAMES,
            WebKit2.UserScriptInjectionTime.START,
            None,
            None,
        )
    )
    return manager


def context() -> WebKit2.WebContext:
    """Return a browser profile of its own, to be driven."""
    data = WebKit2.WebsiteDataManager(
        base_data_directory=str(FOLDER / "data"), base_cache_directory=str(FOLDER / "cache")
    )
    made = WebKit2.WebContext(website_data_manager=data)
    made.set_preferred_languages(["en-CA"])
    made.set_automation_allowed(True)
    made.connect("automation-started", lambda _, session: driven(session, made))
    return made


def driven(session: WebKit2.AutomationSession, profile: WebKit2.WebContext) -> None:
    """Say who we are, and open a page when asked to."""
    about = WebKit2.ApplicationInfo()
    about.set_name("MiniBrowser")  # what Selenium asks for
    about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(about)
    session.connect("create-web-view", lambda _: view(profile))


def view(profile: WebKit2.WebContext) -> WebKit2.WebView:
    """Return a page in a window, which prints when the process is told to."""
    page = WebKit2.WebView(web_context=profile, user_content_manager=content(), is_controlled_by_automation=True)
    window = Gtk.Window()
    window.set_default_size(1024, 768)
    window.add(page)
    window.show_all()
    page.connect("close", lambda _: window.destroy())
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, lambda: print_page(page) or GLib.SOURCE_CONTINUE)
    (FOLDER / "pid").write_text(str(os.getpid()), encoding="utf-8")
    return page


def print_page(page: WebKit2.WebView) -> None:
    """Print the page into a file: under automation a page's own `print()` does nothing."""
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, (FOLDER / "printed.pdf").as_uri())
    operation = WebKit2.PrintOperation.new(page)
    operation.set_print_settings(settings)
    operation.connect("finished", lambda _: (FOLDER / "printed").touch())
    operation.print_()


profile = context()
Gtk.main()
