"""Starts the demo as a person would, and drives a real browser through it."""

import os
import queue
import re
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pages

ROOT = Path(__file__).resolve().parents[2]


class DriveFault(Exception):
    """One sentence: what could not be done."""


class Demo:
    """A running demo; use it with `with`. `web` is its address, `hj212` its HOST:PORT, `lines` all it printed."""

    def __init__(self, start_timeout_s: float = 180):
        self.lines: list[str] = []
        self.web = ""
        self.hj212 = ""
        self.found_links: dict[str, str] = {}
        self._arrivals: queue.Queue[str | None] = queue.Queue()
        self._folder = tempfile.TemporaryDirectory(prefix="jianhu-demo-")
        self._process = subprocess.Popen(
            [str(ROOT / "jianhu"), "demo", *pages.DEMO_OPTIONS, "--folder", self._folder.name],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        threading.Thread(target=self._read, daemon=True).start()
        try:
            self.web = self.wait_for_line(re.compile(r"web (http://\S+)"), start_timeout_s).group(1).rstrip("/")
            self.hj212 = self.wait_for_line(re.compile(r"hj212 (\S+:\d+)"), start_timeout_s).group(1)
        except DriveFault:
            self.stop()
            raise

    def _read(self) -> None:
        for line in self._process.stdout:
            self._arrivals.put(line.rstrip("\n"))
        self._arrivals.put(None)

    def wait_for_line(self, pattern: re.Pattern, timeout_s: float = 30) -> re.Match:
        """The first printed line that holds the pattern, among those already printed or still to come."""
        for line in self.lines:
            if found := pattern.search(line):
                return found
        deadline = time.monotonic() + timeout_s
        while True:
            try:
                line = self._arrivals.get(timeout=max(0.01, deadline - time.monotonic()))
            except queue.Empty:
                raise DriveFault(f"the demo did not print {pattern.pattern!r} within {timeout_s:.0f} s") from None
            if line is None:
                raise DriveFault(f"the demo ended (status {self._process.wait()}) before {pattern.pattern!r}")
            self.lines.append(line)
            if found := pattern.search(line):
                return found

    def stop(self) -> int:
        """Asks the demo to end as Ctrl-C would and gives its exit status; negative when it had to be killed."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
        status = self._process.wait()
        self._folder.cleanup()
        return status

    def __enter__(self) -> "Demo":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def launch(playwright):
    """Chromium, or its shell without windows.

    The demo is ours and local, so the browser's own sandbox may be missing (as root).
    """
    return playwright.chromium.launch(
        executable_path=os.environ.get("JIANHU_CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
    )


def open_context(
    browser, demo: Demo, language: str = "zh", size: str = "wide", scripts: bool = True, cookies: Sequence[dict] = ()
):
    """A fresh visitor with one language and one screen, signed in where the cookies of a session are given."""
    width, height = pages.SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        java_script_enabled=scripts,
        locale="zh-CN" if language == "zh" else "en-GB",
        timezone_id="Asia/Shanghai",
    )
    context.set_default_timeout(15_000)
    context.add_cookies(cookies)
    # The site remembers the language; no page need be drawn for that.
    context.request.get(address(demo, pages.SIGN_IN_PATH, language))
    return context


def prefer_large_type(demo: Demo, context) -> None:
    """Asks for large type once; the visitor's cookie remembers it."""
    context.request.get(address(demo, pages.SIGN_IN_PATH, "zh") + "&type=large")


def address(demo: Demo, path: str, language: str) -> str:
    joint = "&" if "?" in path else "?"
    return f"{demo.web}{path}{joint}{pages.LANGUAGE_PARAMETER}={language}"


def become(demo: Demo, tab, person: str, language: str = "zh") -> None:
    """Becomes somebody by one click on the people page."""
    tab.goto(address(demo, pages.PEOPLE_PATH, language))
    identity = pages.PEOPLE[person]
    # The tour's forms lead elsewhere; this one leads home.
    form = (
        f'form[action="{pages.BECOME_PATH}"]:has([name="{pages.PERSON_FIELD}"][value="{identity}"])'
        ':not(:has([name="next"]))'
    )
    choice = tab.locator(f'select[name="{pages.PERSON_FIELD}"]:has(option[value="{identity}"])')
    if tab.locator(form).count() > 0:
        tab.locator(f"{form} button").first.click()
    elif choice.count() > 0:
        # Where there are many of a kind, they are chosen from a list.
        choice.select_option(identity)
        tab.locator(f'form:has(option[value="{identity}"]) button').first.click()
    else:
        raise DriveFault(f"{person} ({identity}) is not on {pages.PEOPLE_PATH}")
    tab.wait_for_load_state()
    tab.goto(address(demo, "/", language))


def visit(demo: Demo, tab, page: pages.Page, language: str):
    """Goes to a page and gives the answer to its request."""
    return tab.goto(address(demo, path_of(demo, tab, page), language), wait_until="load")


def path_of(demo: Demo, tab, page: pages.Page) -> str:
    """Where the page is; a link that was found once is not looked for again, whoever looks in whatever language."""
    if page.first_link is None:
        return page.path
    if page.name not in demo.found_links:
        tab.goto(address(demo, page.path, "zh"), wait_until="load")
        demo.found_links[page.name] = find_link(demo, tab, page.first_link)
    return demo.found_links[page.name]


def find_link(demo: Demo, tab, pattern: str, depth: int = 2) -> str:
    """The first link that matches with its query or without, on this page or behind the first link of its table."""
    links = tab.eval_on_selector_all("main a[href]", "all => all.map(link => link.getAttribute('href'))")
    paths = [path for link in links for path in (link, urlsplit(link).path)]
    for path in paths:
        if re.search(pattern, path):
            return path
    if depth > 1 and (rows := tab.locator("main table a[href]")).count() > 0:
        tab.goto(address(demo, urlsplit(rows.first.get_attribute("href")).path, "zh"), wait_until="load")
        return find_link(demo, tab, pattern, depth - 1)
    raise DriveFault(f"no link on {tab.url} leads to {pattern}; there are {sorted(set(paths))}")


def photograph(tab, file: Path, whole_page: bool = False) -> None:
    """A picture once typefaces and charts have settled. (The live feed never lets the network fall silent.)"""
    file.parent.mkdir(parents=True, exist_ok=True)
    tab.evaluate("() => document.fonts.ready")
    tab.wait_for_timeout(700 if tab.locator("[data-chart]").count() > 0 else 100)
    tab.screenshot(path=str(file), full_page=whole_page)
