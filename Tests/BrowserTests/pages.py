"""What the browser checks visit: the one place to change when a page is added or moved."""

import re
from dataclasses import dataclass

# Options of `./jianhu demo`: a city of its own, on ports that nobody else uses.
DEMO_OPTIONS = ["--fresh", "--web-port", "0", "--hj212-port", "0"]

# The one-click page: its forms post the field `person` to BECOME_PATH.
PEOPLE_PATH = "/demo"
BECOME_PATH = "/demo/become"
PERSON_FIELD = "person"

# A person is found on the one-click page by the words of the entry, in Chinese.
PEOPLE = {
    "city officer": "市局执法人员",
    "branch officer": "分局执法人员",
    "enterprise manager": "企业环保负责人",
    "administrator": "系统管理员",
}

LANGUAGES = ["zh", "en"]
LANGUAGE_PARAMETER = "lang"

# Width and height in CSS pixels: an office screen and a telephone.
SIZES = {"wide": (1440, 900), "narrow": (390, 844)}


@dataclass(frozen=True)
class Page:
    """One page: what its pictures are called, who looks at it, and how to get there."""

    name: str
    person: str | None
    path: str
    # When given, the page is the first link on `path` whose address matches this pattern.
    first_link: str | None = None


PAGES = [
    Page("people", None, "/demo"),
    Page("sign-in", None, "/sign-in"),
    Page("desk", "city officer", "/desk"),
    Page("todo", "branch officer", "/todo"),
    Page("cases", "branch officer", "/cases"),
    Page("case", "branch officer", "/cases", r"^/cases/[^/?]+$"),
    Page("enterprises", "city officer", "/enterprises"),
    Page("enterprise", "city officer", "/enterprises", r"^/enterprises/[^/?]+$"),
    Page("outlet", "city officer", "/desk", r"^/outlets/[^/?]+$"),
    Page("own-enterprise", "enterprise manager", "/"),
]

# On the live desk: one entry of the feed.
DESK_PATH = "/desk"
FEED_ENTRY = "[data-live-feed] > li"

# The line that the demo prints for pasting.
PASTE_LINE = re.compile(r"\./jianhu hj212 send .+")
