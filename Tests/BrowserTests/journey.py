"""The closed loop as people walk it: each step of a new case by the person whose work it is."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from urllib.parse import urlsplit

import drive


HAND_IN = "form[data-settles] button[type='submit']"


@dataclass(frozen=True)
class Step:
    """Who takes the step, what its button says, what is typed into its form."""

    person: str
    button: str
    texts: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    # Boxes that are ticked, and whether a file is filed as evidence before.
    ticks: tuple[str, ...] = ()
    files: bool = False


# Times are written to the minute, in China: now, and the minute behind it.
NOW, SOON = "NOW", "SOON"
ON_SITE = {"began": NOW, "ended": SOON}
STEPS = [
    Step("city officer", "发出预警", {"note": "请立即核实原因。"}),
    Step("played manager", "反馈超标原因", {"explanation": "备用泵切换延迟，已恢复。"}, {"cause": "treatment"}),
    Step("played branch officer", "属地签收"),
    Step(
        "played branch officer",
        "现场核查",
        ON_SITE | {"findings": "与台账一致。", "present": "示例班长"},
        {"companion": "P-BRANCH-12", "signature": "signed"},
        ("shown",),
    ),
    Step("played branch officer", "定性", {"reason": "与台账一致。"}, {"qualification": "exceedance"}),
    Step("played branch officer", "责令改正", {"demands": "完善备用泵自动切换。"}),
    Step(
        "played branch officer", "记录送达", {"served_at": NOW}, {"served_how": "direct", "proof": "1"}, files=True
    ),
    Step("played manager", "提交整改报告", {"measures": "已更换机封并试验。"}),
    Step(
        "played branch officer",
        "复查",
        ON_SITE | {"findings": "达标。"},
        {"companion": "P-BRANCH-12", "passed": "true"},
    ),
    Step("city officer", "销号", {"opinion": "同意销号。"}),
]


def newest_open_case(demo: drive.Demo, tab) -> str:
    """The path of the newest open case, as a city officer sees it."""
    drive.become(demo, tab, "city officer")
    tab.goto(drive.address(demo, "/cases", "zh"))
    return urlsplit(tab.locator("main table a[href^='/cases/']").first.get_attribute("href")).path


def written(text: str) -> str:
    """What is typed for a text: a moment becomes its minute."""
    now = datetime.now(timezone(timedelta(hours=8)))
    moments = {NOW: now, SOON: now + timedelta(minutes=1)}
    return f"{moments[text]:%H:%M}" if text in moments else text


def take(demo: drive.Demo, tab, case: str, step: Step) -> None:
    """Fills the form of the case's duty and sends it."""
    if step.files:
        file_evidence(demo, tab, case)
    tab.goto(drive.address(demo, case, "zh"))
    form = tab.locator("main form[method='post']")
    for name in step.ticks:
        form.locator(f"[name='{name}']").check()
    for name, text in step.texts.items():
        form.locator(f"[name='{name}']").fill(written(text))
    for name, code in step.choices.items():
        form.locator(f"[name='{name}']").select_option(code)
    form.get_by_role("button", name=step.button, exact=True).click()
    tab.wait_for_load_state()
    hand_in(tab)


def sample_picture(comment: str) -> bytes:
    """A JPEG of one point that bears a comment, so that each is a file of its own."""
    words = comment.encode()
    head = b"\xff\xd8\xff\xfe" + (len(words) + 2).to_bytes(2, "big") + words
    frame = b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\x34"
    return head + frame + scan + b"\xff\xd9"


def file_evidence(demo: drive.Demo, tab, case: str) -> None:
    """Files a picture in the case."""
    tab.goto(drive.address(demo, case + "/evidence", "zh"))
    form = tab.locator("main form[enctype='multipart/form-data']")
    picture = sample_picture(case)
    form.locator("[name='note']").fill("送达回证（示例）")
    form.locator("[name='file']").set_input_files(
        {"name": "receipt.jpg", "mimeType": "image/jpeg", "buffer": picture}
    )
    form.locator("button[type='submit']").click()
    tab.wait_for_load_state()


def hand_in(tab) -> None:
    """Looks over what was written, where the page asks for that, and hands it in."""
    if (asking := tab.locator(HAND_IN)).count() > 0:
        asking.click()
        tab.wait_for_load_state()


def state_nothing_to_mark(demo: drive.Demo, tab, case: str) -> None:
    """The firm closes the marks of yesterday and today, so that the case can be qualified before noon comes."""
    tab.goto(drive.address(demo, case, "zh"))
    outlet = urlsplit(tab.locator("main a[href^='/outlets/']").first.get_attribute("href")).path
    marks = outlet if outlet.endswith("/marks") else outlet + "/marks"
    for days_ago in (1, 0):
        tab.goto(drive.address(demo, marks, "zh"))
        form = tab.locator("#close form")
        day = date.fromisoformat(form.locator("[name='day']").input_value()) - timedelta(days=days_ago)
        form.locator("[name='day']").fill(day.isoformat())
        form.get_by_role("button", name="声明无需标记", exact=True).click()
        tab.wait_for_load_state()
        hand_in(tab)


def walk(demo: drive.Demo, tab, case: str) -> list[str]:
    """Takes every step of the case; gives the state the page shows after each."""
    states = []
    for step in STEPS:
        if step.button == "现场核查":
            drive.become(demo, tab, "played manager")
            state_nothing_to_mark(demo, tab, case)
        drive.become(demo, tab, step.person)
        take(demo, tab, case, step)
        states.append(" ".join(tab.locator(".loop-here").inner_text().split()))
    return states


def repair(demo: drive.Demo, tab, case: str, picture) -> list[str]:
    """The branch of a device fault: evidence is filed, the repair reported and confirmed, the case closed."""
    drive.become(demo, tab, "manager of a broken device")
    tab.goto(drive.address(demo, case + "/evidence", "zh"))
    form = tab.locator("main form[method='post']")
    form.locator("[name='note']").fill("校准单照片")
    form.locator("[name='file']").set_input_files(
        files=[{"name": "校准单.png", "mimeType": "image/png", "buffer": picture}]
    )
    form.get_by_role("button", name="上传").click()
    tab.wait_for_load_state()
    said = [tab.locator(".document-number").inner_text()]
    for step in REPAIR:
        drive.become(demo, tab, step.person)
        take(demo, tab, case, step)
        said.append(" ".join(tab.locator(".loop-here").inner_text().split()))
    return said


REPAIR = [
    Step("manager of a broken device", "报告设备修复", {"work": "更换采样泵并校准。"}),
    Step("officer of a broken device", "确认", {"opinion": "资料属实。"}, {"passed": "true"}),
    Step("city officer", "销号", {"opinion": "设备故障，同意销号。"}),
]


def steps_in_timeline(tab) -> int:
    """How many steps the timeline of the open case page holds, beside what happened without one."""
    return tab.locator(".timeline > li.timeline-step").count()


def try_wrong_date(demo: drive.Demo, tab, case: str) -> str:
    """Sends the check's form with a date in the future; gives what the page says about it and what it kept."""
    tab.goto(drive.address(demo, case, "zh"))
    form = tab.locator("main form[method='post']")
    form.locator("[name='checked_on']").fill("2099-01-01")
    form.locator("[name='companion']").select_option("P-BRANCH-8")
    form.locator("[name='findings']").fill("写好的内容不应丢失")
    form.locator("[name='shown']").check()
    form.locator("[name='signature']").select_option("signed")
    for name, text in (ON_SITE | {"present": "示例班长"}).items():
        form.locator(f"[name='{name}']").fill(written(text))
    form.get_by_role("button", name=re.compile("现场核查")).click()
    tab.wait_for_load_state()
    kept = tab.locator("[name='findings']").input_value()
    return f"{tab.locator('.field-problem').inner_text()} | {kept}"
