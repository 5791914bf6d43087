"""Checks the demo's pages in a real browser, and its interfaces with the tools that other programs use.

usage: run.py --counts FILE --pictures FOLDER

Every page of pages.py is opened in both languages, on a wide and a narrow screen, in large type, without scripts, and
looked at by axe. On a second city, whose state others do not share, three journeys are made by keyboard alone, and
every address is asked as /openapi.json describes it. Two browsers share the work, each with a city of its own.
FILE receives one line "passed failed skipped" as counted by the test runner.
"""

import datetime
import argparse
import functools
import subprocess
import sys
import time
import unittest
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from openapi_spec_validator import validate
from playwright.sync_api import sync_playwright

import drive
import interfaces
import journey
import keyboard
import once
import pages

# Each language and each screen is looked at; English on a wide screen would show nothing new.
PICTURED = [("zh", "wide"), ("en", "narrow")]
# Large type is looked at once a page, in turns in Chinese and in English, whose words are longer.
LARGE_TYPES = ["zh", "en"]
# The rule for targets of 24 px (WCAG 2.2, 2.5.8) is off by default.
AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# What a finger presses on a telephone and misses under 44 px; a box counts with its label, links in a text do not.
SMALL_CONTROLS = """() => [...document.querySelectorAll("button, .button, select, textarea, summary, input")]
    .filter(control => control.checkVisibility() && !control.closest(".visually-hidden") && control.type !== "hidden")
    .map(control => control.closest(".check, .pick") ?? control)
    .filter(control => Math.round(Math.min(control.offsetHeight, control.offsetWidth)) < 44)
    .map(control => `${control.tagName} ${control.textContent.trim().slice(0, 30)} ${control.offsetHeight} px`)"""


class CityChecks(unittest.TestCase):
    """Checks on a city and a browser of their own."""

    pictures: Path
    demo: drive.Demo

    @classmethod
    def setUpClass(cls):
        cls.demo = drive.Demo()
        cls.addClassCleanup(cls.demo.stop)
        cls.playwright = sync_playwright().start()
        cls.addClassCleanup(cls.playwright.stop)
        cls.browser = drive.launch(cls.playwright)
        cls.addClassCleanup(cls.browser.close)


class PageChecks(CityChecks):
    """Every page, and what people do on some of them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.visitors = {}
        cls.sessions = {None: []}

    def open_tab(
        self, page: pages.Page, language: str, size: str = "wide", scripts: bool = True, is_large: bool = False
    ):
        """A tab of whoever looks at this page; each person signs in once for all languages and screens."""
        key = (page.person, language, size, scripts, is_large)
        if key not in self.visitors:
            cookies = self.session_of(page.person)
            context = drive.open_context(self.browser, self.demo, language, size, scripts, cookies)
            if is_large:
                drive.prefer_large_type(self.demo, context)
            self.visitors[key] = context
        tab = self.visitors[key].new_page()
        self.addCleanup(tab.close)
        return tab

    def session_of(self, person: str | None) -> list[dict]:
        """The cookies of somebody who signed in by one click on the people page."""
        if person not in self.sessions:
            context = drive.open_context(self.browser, self.demo)
            drive.become(self.demo, context.new_page(), person)
            self.sessions[person] = context.cookies()
            context.close()
        return self.sessions[person]

    def look(self, page: pages.Page, language: str, size: str, is_large: bool = False) -> None:
        tab = self.open_tab(page, language, size, is_large=is_large)
        complaints, strangers = [], []
        tab.on("console", lambda message: message.type == "error" and complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        ours = ("", urlsplit(self.demo.web).netloc)
        tab.on("request", lambda request: urlsplit(request.url).netloc not in ours and strangers.append(request.url))
        answer = drive.visit(self.demo, tab, page, language)
        if not is_large:
            drive.photograph(tab, self.pictures / f"{page.name}-{size}-{language}.png", whole_page=True)
        self.assertEqual(answer.status, page.status, "status")
        self.assertTrue((tab.locator("html").get_attribute("lang") or "").startswith(language), "lang of <html>")
        self.assertEqual(tab.locator("h1").count(), 1, "exactly one h1")
        self.assertNotIn("{{", tab.content(), "a template tag reached the browser")
        if page.status != 200:
            # The browser complains of the answer itself, which is what this page is looked at for.
            complaints = [text for text in complaints if not text.startswith("Failed to load resource")]
        self.assertEqual(complaints, [], "errors in the console")
        self.assertEqual(strangers, [], "requests to other hosts")
        overhang = tab.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        self.assertLessEqual(overhang, 1, "pixels by which the page is wider than the screen")
        if size == "narrow":
            self.assertEqual(tab.evaluate(SMALL_CONTROLS), [], "controls that a finger misses")
        self.assertEqual(tab.locator("html.large").count(), int(is_large), "large type")
        self.assertEqual(barriers(tab), [], "barriers that axe finds")

    def test_pages_that_are_seldom_seen_have_no_barriers(self):
        for page in pages.BARE:
            for language in pages.LANGUAGES:
                with self.subTest(page.name, language=language):
                    tab = self.open_tab(page, language)
                    answer = drive.visit(self.demo, tab, page, language)
                    self.assertEqual(answer.status, page.status, "status")
                    self.assertEqual(tab.locator("h1").count(), 1, "exactly one h1")
                    self.assertEqual(barriers(tab), [], "barriers that axe finds")

    def look_without_scripts(self, page: pages.Page) -> None:
        tab = self.open_tab(page, "zh", scripts=False)
        answer = drive.visit(self.demo, tab, page, "zh")
        self.assertEqual(answer.status, page.status, "status")
        self.assertTrue(tab.locator("h1").is_visible(), "the heading is visible")

    def test_a_pasted_line_shows_on_the_open_desk_and_its_case_is_walked_to_closure(self):
        desk = next(page for page in pages.PAGES if page.path == pages.DESK_PATH)
        tab = self.open_tab(desk, "zh")
        drive.visit(self.demo, tab, desk, "zh")
        entries = tab.locator(pages.FEED_ENTRY)
        first_before = entries.first.inner_text() if entries.count() > 0 else ""
        line = self.demo.wait_for_line(pages.PASTE_LINE).group(0)
        # The demo's line is made for a shell at the repository's root, so a shell it is.
        subprocess.run(line, shell=True, cwd=drive.ROOT, check=True, timeout=30, stdout=subprocess.DEVNULL)
        sent_at = time.monotonic()
        tab.wait_for_function(
            "([selector, before]) => (document.querySelector(selector)?.innerText ?? '') !== before",
            arg=[pages.FEED_ENTRY, first_before],
            timeout=10_000,
        )
        print(f"  the desk showed it {time.monotonic() - sent_at:.2f} s after the answer", file=sys.stderr)
        drive.photograph(tab, self.pictures / "desk-after-paste.png")
        self.walk_newest_case_to_closure()

    def walk_newest_case_to_closure(self) -> None:
        context = drive.open_context(self.browser, self.demo)
        self.addCleanup(context.close)
        tab = context.new_page()
        case = journey.newest_open_case(self.demo, tab)
        states = journey.walk(self.demo, tab, case)
        self.assertEqual(
            states,
            ["已预警", "已反馈", "已签收", "已核查", "已定性：真超标", "已责令整改", "已责令整改", "已报整改", "已复查", "已销号"],
        )
        self.assertEqual(journey.steps_in_timeline(tab), len(journey.STEPS), "steps of the timeline")
        drive.photograph(tab, self.pictures / "case-closed.png", whole_page=True)

    def test_a_device_fault_is_repaired_confirmed_and_closed_with_evidence(self):
        context = drive.open_context(self.browser, self.demo)
        self.addCleanup(context.close)
        tab = context.new_page()
        drive.become(self.demo, tab, "officer of a broken device")
        tab.goto(drive.address(self.demo, "/cases?state=repairing", "zh"))
        case = urlsplit(tab.locator("main table a[href^='/cases/']").first.get_attribute("href")).path
        said = journey.repair(self.demo, tab, case, tab.screenshot())
        self.assertIn("证2号", said[0])
        self.assertEqual(said[1:], ["已报修复", "已排除超标", "已销号"])
        drive.photograph(tab, self.pictures / "case-repaired.png", whole_page=True)

    def test_a_wrong_date_is_named_beside_its_field_and_nothing_typed_is_lost(self):
        context = drive.open_context(self.browser, self.demo)
        self.addCleanup(context.close)
        tab = context.new_page()
        drive.become(self.demo, tab, "officer with a case to check")
        tab.goto(drive.address(self.demo, "/cases?state=accepted", "zh"))
        case = urlsplit(tab.locator("main table a[href^='/cases/']").first.get_attribute("href")).path
        said = journey.try_wrong_date(self.demo, tab, case)
        self.assertIn("日期不在允许范围内", said)
        self.assertIn("写好的内容不应丢失", said)
        self.assertEqual(barriers(tab), [], "barriers on the refused form")


def barriers(tab) -> list[str]:
    """What axe finds, a line each: the rule and the first elements that break it."""
    # Elements that break nothing need not be described, which was half of the time.
    found = Axe().run(tab, options=AXE_OPTIONS).response["violations"]
    return [f"{rule['id']}: {[node['target'] for node in rule['nodes'][:3]]}" for rule in found]


class FreshCityChecks(CityChecks):
    """What changes the city as it goes; the tests run in the order of their names."""

    def open_tab(self):
        context = drive.open_context(self.browser, self.demo)
        self.addCleanup(context.close)
        return context.new_page()

    def enter(self, tab, person: str) -> None:
        tab.goto(drive.address(self.demo, pages.PEOPLE_PATH, "zh"))
        keyboard.press(tab, keyboard.become_button(person))

    def test_1_an_officer_checks_a_case_by_keyboard(self):
        tab = self.open_tab()
        self.enter(tab, "officer with a case to check")
        keyboard.press(tab, "nav a[href='/cases']")
        keyboard.choose(tab, "#filter-state", "accepted")
        keyboard.press(tab, "main form[method='get'] button[type='submit']")
        keyboard.press(tab, "main table a[href^='/cases/']")
        for name, text in journey.ON_SITE.items():
            keyboard.write(tab, f"[name='{name}']", journey.written(text))
        keyboard.choose(tab, "[name='companion']", "P-BRANCH-8")
        keyboard.tick(tab, "[name='shown']")
        keyboard.write(tab, "[name='present']", "示例班长")
        keyboard.choose(tab, "[name='signature']", "signed")
        keyboard.write(tab, "[name='findings']", "与台账一致。")
        keyboard.press(tab, "main form[method='post'] button[type='submit']")
        self.assertIn("已核查", tab.locator(".loop-here").inner_text())

    def test_2_a_manager_reports_a_repair_by_keyboard_over_a_lost_session(self):
        tab = self.open_tab()
        self.enter(tab, "manager of a broken device")
        duty = tab.locator("main .duty-list a", has_text="报告设备修复").first.get_attribute("href")
        keyboard.press(tab, f"main .duty-list a[href='{duty}']")
        keyboard.write(tab, "[name='work']", "更换采样泵并校准。")
        tab.context.clear_cookies()
        keyboard.press(tab, "main form[method='post'] button[type='submit']")
        self.assertEqual(tab.locator("[data-unsent]").count(), 1, "the sign-in page says that nothing was taken")
        self.enter(tab, "manager of a broken device")
        keyboard.press(tab, f"main .duty-list a[href='{duty}']")
        self.assertEqual(tab.input_value("[name='work']"), "更换采样泵并校准。")
        self.assertEqual(tab.locator("main form .notice[role='status']").count(), 1, "not taken yet, says the form")
        keyboard.press(tab, "main form[method='post'] button[type='submit']")
        self.assertIn("更换采样泵并校准。", tab.locator(".written").all_inner_texts())
        keyboard.press(tab, "a.button[href^='/cases/']")
        self.assertEqual(tab.input_value("[name='work']"), "更换采样泵并校准。", "going back loses nothing")
        keyboard.press(tab, "main form[method='post'] button[type='submit']")
        self.assertEqual(barriers(tab), [], "barriers on the page that asks to look over the answers")
        keyboard.press(tab, journey.HAND_IN)
        self.assertIn("已报修复", tab.locator(".loop-here").inner_text())
        self.assertEqual(tab.evaluate("() => sessionStorage.length"), 0, "what was taken is kept no longer")
        tab.go_back()
        self.assertIn("更换采样泵并校准。", tab.locator(".written").all_inner_texts(), "going back shows what was sent")
        self.assertEqual(tab.locator("form[data-settles]").count(), 0, "and does not offer to send it again")
        tab.go_forward()
        self.assertIn("已报修复", tab.locator(".loop-here").inner_text())

    def test_3_a_stranger_is_refused_and_changes_language_and_type_by_keyboard(self):
        tab = self.open_tab()
        tab.goto(drive.address(self.demo, "/sign-in", "zh"))
        keyboard.write(tab, "[name='login']", "nobody")
        keyboard.write(tab, "[name='password']", "not this one")
        keyboard.press(tab, "main form button[type='submit']")
        self.assertEqual(tab.locator("[role='alert']").count(), 1, "the refusal is announced")
        keyboard.press(tab, "header a[hreflang='en']")
        self.assertTrue(tab.locator("html").get_attribute("lang").startswith("en"))
        keyboard.press(tab, "header a[href*='type=large']")
        self.assertEqual(tab.locator("html.large").count(), 1)

    def test_3b_what_is_shown_once_has_no_barriers(self):
        once.give_credentials(self.demo, self.open_tab(), self.open_tab(), self.assert_no_barriers)
        once.ask_and_answer(self.demo, self.open_tab(), self.assert_no_barriers)

    def assert_no_barriers(self, tab) -> None:
        self.assertEqual(barriers(tab), [], tab.url)

    def test_4_another_program_is_told_of_an_exceedance_under_a_signature(self):
        with interfaces.Receiver() as receiver:
            secret = interfaces.subscribe(self.demo, receiver.address, "monitoring.exceedance-found")
            line = self.demo.wait_for_line(pages.PASTE_LINE).group(0)
            subprocess.run(line, shell=True, cwd=drive.ROOT, check=True, timeout=30, stdout=subprocess.DEVNULL)
            notice = receiver.wait(seconds=20)
        self.assertTrue(interfaces.is_signed(notice, secret), "the signature")
        self.assertEqual(notice.content["kind"], "monitoring.exceedance-found")
        self.assertIn("extent", notice.content["payload"])

    def test_5_the_description_of_the_interfaces_is_valid(self):
        for language in pages.LANGUAGES:
            validate(interfaces.description(self.demo, language))

    def test_5b_a_list_is_a_workbook_that_another_program_reads(self):
        book = interfaces.workbook(self.demo, "/outlets/E0001-DA001/hours.xlsx?lang=en")
        self.assertEqual(book.sheetnames, ["Hours"])
        heading, first = list(book["Hours"].values)[:2]
        self.assertEqual(heading[2], "Hour (its start)")
        self.assertIsInstance(first[2], datetime.datetime)
        self.assertIsInstance(first[3], (int, float))
        statistics = interfaces.workbook(self.demo, "/cases/statistics.xlsx")
        self.assertEqual(len(statistics.sheetnames), 4)

    def test_6_sensor_things_gives_every_value_of_an_outlet_once(self):
        given = interfaces.observations(self.demo, "E0001-DA001", "a21026")
        times = [value["phenomenonTime"] for value in given]
        self.assertGreater(len(times), 20)
        self.assertEqual(times, sorted(set(times)), "each hour once, in order")
        self.assertTrue(all(isinstance(value["result"], (int, float, type(None))) for value in given))

    def test_7_the_site_keeps_to_its_description(self):
        for person in interfaces.ASKERS:
            with self.subTest(person):
                report = self.pictures.parent / f"contract-{pages.PEOPLE[person]}.log"
                self.assertEqual(interfaces.contract(self.demo, person, report), "")


def add_page_tests(seen: list[pages.Page]) -> None:
    """One test for each page, language and screen, so that a failure names exactly what is broken."""
    for number, page in enumerate(seen):
        name = "test_page_" + page.name.replace("-", "_")
        for language, size in PICTURED:
            look = functools.partialmethod(PageChecks.look, page, language, size)
            setattr(PageChecks, f"{name}_{size}_{language}", look)
        language = LARGE_TYPES[number % len(LARGE_TYPES)]
        look = functools.partialmethod(PageChecks.look, page, language, "narrow", is_large=True)
        setattr(PageChecks, f"{name}_large_{language}", look)
        setattr(PageChecks, f"{name}_without_scripts", functools.partialmethod(PageChecks.look_without_scripts, page))


# The first half has the journeys of PageChecks; the second has the fresh city, and so fewer pages.
HALVES = ["first", "second"]
PAGES_OF_FIRST = len(pages.PAGES) * 5 // 8


def run_half(half: str, counts: Path) -> int:
    """Runs one half's checks in this process; gives the exit status."""
    is_first = half == HALVES[0]
    add_page_tests(pages.PAGES[:PAGES_OF_FIRST] if is_first else pages.PAGES[PAGES_OF_FIRST:])
    loader = unittest.defaultTestLoader
    checks = loader.loadTestsFromTestCase(PageChecks)
    if not is_first:
        checks = unittest.TestSuite(check for check in checks if ".test_page_" in check.id())
        checks.addTests(loader.loadTestsFromTestCase(FreshCityChecks))
    result = unittest.TextTestRunner(verbosity=1, stream=sys.stderr).run(checks)
    failed = len(result.failures) + len(result.errors)
    skipped = len(result.skipped)
    counts.write_text(f"{max(0, result.testsRun - failed - skipped)} {failed} {skipped}\n")
    return 1 if failed else 0


def run_both(chosen: argparse.Namespace) -> int:
    """Runs the halves beside each other, shows what each said when it ends, and adds up their counts."""
    running = []
    for half in HALVES:
        counts, log = chosen.counts.with_suffix(f".{half}"), chosen.counts.with_suffix(f".{half}.log")
        words = [sys.executable, __file__, "--half", half, "--counts", str(counts), "--pictures", str(chosen.pictures)]
        counts.unlink(missing_ok=True)
        with log.open("w") as said:
            running.append((subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=said, stderr=said), counts, log))
    sums, status = [0, 0, 0], 0
    for process, counts, log in running:
        status = max(status, process.wait())
        sys.stderr.write(log.read_text())
        # A half that died before it could count is one failure.
        told = counts.read_text().split() if counts.exists() else ["0", "1", "0"]
        sums = [total + int(part) for total, part in zip(sums, told, strict=True)]
    chosen.counts.write_text(" ".join(map(str, sums)) + "\n")
    return status


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--counts", type=Path, required=True)
    arguments.add_argument("--pictures", type=Path, required=True)
    arguments.add_argument("--half", choices=HALVES, help="only this half, in this process")
    chosen = arguments.parse_args()
    CityChecks.pictures = chosen.pictures
    return run_half(chosen.half, chosen.counts) if chosen.half else run_both(chosen)


if __name__ == "__main__":
    sys.exit(main())
