"""Takes one picture of the running demo.

usage: picture.py PAGE FILE [--language zh|en] [--size wide|narrow]

PAGE is a name of pages.py, for instance desk.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import drive
import pages


def main() -> int:
    named = {page.name: page for page in pages.PAGES}
    arguments = argparse.ArgumentParser()
    arguments.add_argument("page", choices=sorted(named))
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--language", choices=pages.LANGUAGES, default="zh")
    arguments.add_argument("--size", choices=sorted(pages.SIZES), default="wide")
    chosen = arguments.parse_args()
    page = named[chosen.page]
    with drive.Demo() as demo, sync_playwright() as playwright:
        browser = drive.launch(playwright)
        tab = drive.open_context(browser, demo, chosen.language, chosen.size).new_page()
        if page.person:
            drive.become(demo, tab, page.person, chosen.language)
        drive.visit(demo, tab, page, chosen.language)
        drive.photograph(tab, chosen.file)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
