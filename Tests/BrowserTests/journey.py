"""The closed loop as people walk it: each step of a new case by the person whose work it is."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import drive


@dataclass(frozen=True)
class Step:
    """Who takes the step, what its button says, what is typed into its form."""

    person: str
    button: str
    texts: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    ticks: tuple[str, ...] = ()


STEPS = [
    Step("city officer", "发出预警", {"note": "请立即核实原因。"}),
    Step("played manager", "反馈超标原因", {"explanation": "备用泵切换延迟，已恢复。"}, {"cause": "treatment"}),
    Step("played branch officer", "属地签收"),
    Step("played branch officer", "现场核查", {"companion": "李同行（示例）", "findings": "与台账一致。"}),
    Step("played branch officer", "责令改正", {"demands": "完善备用泵自动切换。"}),
    Step("played manager", "提交整改报告", {"measures": "已更换机封并试验。"}),
    Step("played branch officer", "复查", {"companion": "李同行（示例）", "findings": "达标。"}, ticks=("passed",)),
    Step("city officer", "销号", {"opinion": "同意销号。"}),
]


def newest_open_case(demo: drive.Demo, tab) -> str:
    """The path of the newest open case, as a city officer sees it."""
    drive.become(demo, tab, "city officer")
    tab.goto(drive.address(demo, "/cases", "zh"))
    return urlsplit(tab.locator("main table a[href^='/cases/']").first.get_attribute("href")).path


def walk(demo: drive.Demo, tab, case: str) -> list[str]:
    """Takes every step of the case; gives the state the page shows after each."""
    states = []
    for step in STEPS:
        drive.become(demo, tab, step.person)
        tab.goto(drive.address(demo, case, "zh"))
        form = tab.locator("main form[method='post']")
        for name, text in step.texts.items():
            form.locator(f"[name='{name}']").fill(text)
        for name, code in step.choices.items():
            form.locator(f"[name='{name}']").select_option(code)
        for name in step.ticks:
            form.locator(f"[name='{name}']").check()
        form.get_by_role("button", name=step.button).click()
        tab.wait_for_load_state()
        states.append(" ".join(tab.locator(".loop-here").inner_text().split()))
    return states


def steps_in_timeline(tab) -> int:
    """How many entries the timeline of the open case page holds."""
    return tab.locator(".timeline > li").count()


def try_wrong_date(demo: drive.Demo, tab, case: str) -> str:
    """Sends the check's form with a date in the future; gives what the page says about it and what it kept."""
    tab.goto(drive.address(demo, case, "zh"))
    form = tab.locator("main form[method='post']")
    form.locator("[name='checked_on']").fill("2099-01-01")
    form.locator("[name='companion']").fill("李同行（示例）")
    form.locator("[name='findings']").fill("写好的内容不应丢失")
    form.get_by_role("button", name=re.compile("现场核查")).click()
    tab.wait_for_load_state()
    kept = tab.locator("[name='findings']").input_value()
    return f"{tab.locator('.field-problem').inner_text()} | {kept}"
