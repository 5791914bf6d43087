"""What the browser checks visit: the one place to change when a page is added or moved."""

import re
from dataclasses import dataclass

# Options of `./jianhu demo`: the smallest city, ports that nobody else uses.
# Its folder is a fresh one, so that nobody's city is touched.
DEMO_OPTIONS = ["--enterprises", "12", "--web-port", "0", "--hj212-port", "0"]

# A page that costs little, whoever asks.
SIGN_IN_PATH = "/sign-in"

# The one-click page: its forms post the field `person` to BECOME_PATH.
PEOPLE_PATH = "/demo"
BECOME_PATH = "/demo/become"
PERSON_FIELD = "person"

# Who is become, as the demonstration names them.
PEOPLE = {
    "city officer": "P-CITY-1",
    "branch officer": "P-BRANCH-1",
    "enterprise manager": "P-FIRM-02",
    "administrator": "P-ADMIN",
    "security administrator": "P-SECURITY",
    "audit administrator": "P-AUDIT",
    "liaison": "P-BANK",
    "lead unit": "P-LEAD",
    "leading group": "P-GROUP",
    # In this region somebody plays a day's values again.
    # The people around the device that the pasted line plays.
    "played manager": "P-FIRM-12",
    "played branch officer": "P-BRANCH-6",
    # The demonstration leaves one device under repair in Yuecheng.
    "branch officer 3": "P-BRANCH-3",
    "manager of a broken device": "P-FIRM-02",
    "officer of a broken device": "P-BRANCH-1",
    # The demonstration leaves one accepted case in Keqiao to be checked.
    "officer with a case to check": "P-BRANCH-2",
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
    # What the site answers: another number for a page that says why it cannot be had.
    status: int = 200


PAGES = [
    Page("people", None, "/demo"),
    Page("sign-in", None, SIGN_IN_PATH),
    Page("desk", "city officer", "/desk"),
    Page("desk-region", "city officer", "/desk?region=330603"),
    Page("public-outlets", None, "/public/outlets"),
    Page("policy", None, "/policy"),
    Page("policy-article", None, "/policy/SZBF-2020-19/articles/17"),
    Page("policy-mechanism", None, "/policy/SZBF-2020-19/mechanisms/78"),
    Page("policy-tasks", None, "/policy/tasks"),
    Page("policy-task", None, "/policy/SZBF-2020-19/tasks/62"),
    Page("indicators", None, "/policy/indicators"),
    Page("indicator", "lead unit", "/policy/indicators/ENERGY_CUT"),
    Page("scores", "city officer", "/governance/scores"),
    Page("work-import", "lead unit", "/governance/import"),
    Page("surveys", "city officer", "/policy/surveys"),
    Page("survey", None, "/policy/surveys", r"^/policy/surveys/[0-9]+$"),
    Page("voice", None, "/voice"),
    Page("voice-list", "city officer", "/governance/voice"),
    Page("voice-answer", "city officer", "/governance/voice?state=open", r"^/governance/voice/[0-9]+$"),
    Page("reforms", None, "/policy/reforms"),
    Page("reform", "city officer", "/policy/SZBF-2020-19/reforms/10"),
    Page("projects", None, "/policy/projects"),
    Page("project", "city officer", "/policy/SZBF-2020-19/projects/6"),
    Page("pool", "lead unit", "/governance/pool"),
    Page("pool-project", "city officer", "/governance/pool/1"),
    Page("funds", "lead unit", "/governance/funds"),
    Page("fund", "city officer", "/governance/funds/1"),
    Page("cockpit", "leading group", "/governance"),
    Page("workbench", "lead unit", "/governance/mine"),
    Page("task-work", "lead unit", "/governance/SZBF-2020-19/tasks/25"),
    Page("task-reviews", "city officer", "/governance/reviews"),
    Page("directives", "city officer", "/governance/directives"),
    Page("directive", "lead unit", "/governance/directives", r"^/governance/directives/I-[0-9-]+$"),
    Page("ranking", "leading group", "/governance/ranking"),
    Page("analyses", "city officer", "/governance/analyses"),
    Page("analysis", "city officer", "/governance/analyses", r"^/governance/analyses/[0-9]+-Q[1-4]$"),
    Page("lead-units", "city officer", "/governance/units"),
    Page("todo", "branch officer", "/todo"),
    Page("cases", "branch officer", "/cases"),
    Page("case", "branch officer", "/cases", r"^/cases/[^/?]+$"),
    Page("case-form", "branch officer 3", "/cases?state=ordered", r"^/cases/[^/?]+/decide-time$"),
    Page("case-evidence", "branch officer", "/cases", r"^/cases/[^/?]+/evidence$"),
    Page("case-receipt", "city officer", "/cases?state=closed", r"^/cases/[^/?]+/receipts/[0-9]+$"),
    Page("case-document", "city officer", "/cases?state=closed", r"^/cases/[^/?]+/documents/[0-9]+$"),
    Page("case-statistics", "city officer", "/cases/statistics"),
    Page("notices", "administrator", "/notices"),
    Page("certificates", "administrator", "/certificates"),
    Page("enterprises", "city officer", "/enterprises"),
    Page("outlets", "city officer", "/outlets"),
    Page("hours", "city officer", "/outlets/E0001-DA001/hours"),
    Page("enterprise", "city officer", "/enterprises", r"^/enterprises/[^/?]+$"),
    Page("enterprises-filtered", "branch officer", "/enterprises?standing=active&industry=44"),
    Page("register-file", "city officer", "/enterprises/E0001/register"),
    Page("register-entry", "city officer", "/register/enterprise/E0001"),
    Page("register-new", "enterprise manager", "/register/contact/new?enterprise=E0002"),
    Page("register-import", "city officer", "/register/import"),
    Page("parks", "city officer", "/register/parks"),
    Page("timeline", "city officer", "/enterprises/E0001/timeline"),
    Page("outlet", "city officer", "/desk", r"^/outlets/[^/?]+$"),
    Page("water-outlet", "city officer", "/outlets/E0002-DW001?factor=w01018"),
    Page("limits", "city officer", "/outlets/E0002-DW001/limits"),
    Page("adoptions", "city officer", "/rule-adoptions"),
    Page("device", "city officer", "/outlets/E0012-DA001/device?command=calibrate"),
    Page("devices", "city officer", "/devices"),
    Page("device-health", "branch officer", "/devices", r"^/devices/[^/?]+$"),
    Page("states", "city officer", "/states?standing=all"),
    Page("state", "branch officer", "/states", r"^/states/[^/?]+$"),
    Page("suspicions", "city officer", "/suspicions"),
    Page("suspicion", "city officer", "/suspicions", r"^/suspicions/[^/?]+$"),
    Page("amounts", "city officer", "/outlets/E0001-DA001/amounts"),
    Page("amount", "city officer", "/outlets/E0001-DA001/amounts", r"^/outlets/[^/?]+/amounts/[^/?]+/[0-9-]+$"),
    Page("computed", "city officer", "/outlets/E0001-DA001/computed"),
    Page("quarantine", "administrator", "/quarantine"),
    Page("stretch", "administrator", "/quarantine", r"^/quarantine/[0-9a-f]{64}$"),
    Page("registrations", "administrator", "/registrations"),
    Page("registration", "city officer", "/registrations", r"^/registrations/[0-9a-f]{32}$"),
    Page("secrets", "administrator", "/outlets/E0012-DA001/device/secrets"),
    Page("decision", "city officer", "/cases?state=closed", r"^/decisions/[^/?]+$"),
    Page("marks", "enterprise manager", "/outlets/E0002-DA001/marks"),
    Page("frame", "city officer", "/cases?state=closed", r"^/outlets/[^/?]+/frames/[^/?]+\?at=[0-9]{14}$"),
    Page("own-enterprise", "enterprise manager", "/"),
    Page("staff", "administrator", "/people"),
    Page("person-leaving", "administrator", "/people/P-BRANCH-1"),
    Page("person-security", "security administrator", "/people/P-BRANCH-1"),
    Page("organisations", "administrator", "/organisations"),
    Page("tokens", "security administrator", "/tokens"),
    Page("resets", "audit administrator", "/resets"),
    Page("account", "city officer", "/account"),
    Page("start-of-liaison", "liaison", "/start"),
    Page("standing", "liaison", "/standing?q=%E7%A4%BA%E4%BE%8B"),
    Page("standing-sheet", "liaison", "/standing", first_link=r"^/standing/CX"),
    Page("sheet-check", None, "/public/sheets"),
    Page("cases-batch", "city officer", "/cases/batch"),
    Page("account-of-liaison", "liaison", "/account"),
    Page("not-found", "liaison", "/enterprises-of-nowhere", status=404),
    Page("forbidden", "liaison", "/people", status=403),
    Page("password", "city officer", "/account/password"),
    Page("second-factor", "security administrator", "/account/second-factor"),
    Page("audit", "audit administrator", "/audit"),
    Page("audit-journal", "audit administrator", "/audit/journal"),
    Page("factors", "city officer", "/factors"),
    Page("waiting-codes", "administrator", "/factors/unmapped"),
    Page("codes", "branch officer", "/outlets/E0001-DA001/factors"),
    Page("mapping", "administrator", "/outlets/E0001-DA001/factors?code=a21026&reading=factor&target=a21026&unit=ppm"),
]

# Looked at once in each language, by axe alone: no pictures, one screen.
BARE = [
    Page("indices", None, "/policy/indices"),
    Page("score", "leading group", "/governance/scores", r"^/governance/scores/[^/?]+$"),
    Page("issued-report", None, "/policy/reports", r"^/policy/reports/[^/?]+$"),
    Page("minutes-task", "lead unit", "/governance/mine", r"^/governance/M-[0-9-]+/tasks/[0-9]+$"),
    Page("enterprise-new", "city officer", "/register/enterprise/new"),
    Page("outlet-entry", "city officer", "/register/outlet/E0001-DA001"),
    Page("case-to-check", "officer with a case to check", "/cases?state=accepted", r"^/cases/[^/?]+$"),
    Page("days", "city officer", "/outlets/E0002-DW001/days"),
    Page("confirmation", "security administrator", "/people/P-BRANCH-1/reset-password"),
    # A step that the case's state does not take is a conflict.
    Page("conflict", "city officer", "/cases/2026-0001/warn", status=409),
]

# On the live desk: one entry of the feed.
DESK_PATH = "/desk"
FEED_ENTRY = "[data-live-feed] > li"

# The line that the demo prints for pasting.
PASTE_LINE = re.compile(r"\./jianhu hj212 send .+")
