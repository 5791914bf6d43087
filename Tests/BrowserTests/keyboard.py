"""Goes through the site with the keyboard alone, as somebody without a mouse does."""

import drive
import pages

# More steps than any page has places to stop at before its main content ends.
STOPS_MAX = 120

FOCUSED_IS = "selector => document.activeElement !== null && document.activeElement.matches(selector)"
FOCUS_SHOWS = """() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
}"""


def go_to(tab, selector: str) -> None:
    """Presses Tab until the selector's element has the focus; complains when it is never reached or not seen."""
    for _ in range(STOPS_MAX):
        tab.keyboard.press("Tab")
        if tab.evaluate(FOCUSED_IS, selector):
            if not tab.evaluate(FOCUS_SHOWS):
                raise drive.DriveFault(f"the focus on {selector} cannot be seen")
            return
    raise drive.DriveFault(f"{STOPS_MAX} presses of Tab on {tab.url} never reached {selector}")


def press(tab, selector: str, key: str = "Enter") -> None:
    """Goes to a link or button and presses it; waits for what follows."""
    go_to(tab, selector)
    with tab.expect_navigation():
        tab.keyboard.press(key)


def write(tab, selector: str, text: str) -> None:
    """Goes to a field and types."""
    go_to(tab, selector)
    tab.keyboard.type(text)


def tick(tab, selector: str) -> None:
    """Goes to a box and ticks it."""
    go_to(tab, selector)
    tab.keyboard.press("Space")


def choose(tab, selector: str, code: str) -> None:
    """Goes to a list and presses the arrow until the code is chosen."""
    go_to(tab, selector)
    for _ in range(tab.locator(f"{selector} option").count() + 1):
        if tab.locator(selector).input_value() == code:
            return
        tab.keyboard.press("ArrowDown")
    raise drive.DriveFault(f"the arrow keys never chose {code} in {selector}")


def become_button(person: str) -> str:
    """The button on the people page that makes the visitor this person."""
    identity = pages.PEOPLE[person]
    return f'form:has([name="{pages.PERSON_FIELD}"][value="{identity}"]):not(:has([name="next"])) button'
