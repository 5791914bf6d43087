"""Pages that are shown once, each looked at as it comes: a new password, a second factor, a question to a device."""

import base64
import hashlib
import hmac
import struct
import time

import drive
import pages

PERSON, LOGIN = "P-FIRM-09", "firm9"
PASSWORD = "a lake is a mirror 镜"


def six_digits(letters: str) -> str:
    """The code that an authenticator shows now (RFC 6238)."""
    plain = letters.replace(" ", "").upper()
    secret = base64.b32decode(plain + "=" * (-len(plain) % 8))
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place : place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def press(tab) -> None:
    tab.locator("main form[method='post'] button[type='submit']").first.click()
    tab.wait_for_load_state()


def sign_in(demo: drive.Demo, tab, password: str) -> None:
    tab.goto(drive.address(demo, "/sign-in", "en"))
    tab.locator("[name='login']").fill(LOGIN)
    tab.locator("[name='password']").fill(password)
    press(tab)


def give_credentials(demo: drive.Demo, office, own, look) -> None:
    """Confirms a new start password, signs in by it, and enrols a second factor, which the next sign-in asks for."""
    drive.become(demo, office, "security administrator")
    office.goto(drive.address(demo, f"/people/{PERSON}/reset-password", "zh"))
    press(office)
    start = office.locator("code.secret").inner_text()
    look(office)
    sign_in(demo, own, start)
    own.locator("[name='present']").fill(start)
    own.locator("[name='fresh']").fill(PASSWORD)
    own.locator("[name='again']").fill(PASSWORD)
    press(own)
    own.goto(drive.address(demo, "/account/second-factor", "en"))
    own.locator("[name='code']").fill(six_digits(own.locator("code.secret").inner_text()))
    press(own)
    own.locator("main li code.secret").first.wait_for()
    look(own)
    own.locator("form[action='/sign-out'] button").click()
    own.wait_for_load_state()
    sign_in(demo, own, PASSWORD)
    own.locator("[name='code']").wait_for()
    look(own)


def ask_and_answer(demo: drive.Demo, office, look) -> None:
    """Asks a device for its time, in both languages; answers for a state without values, and gets the receipt."""
    drive.become(demo, office, "city officer")
    for language in pages.LANGUAGES:
        office.goto(drive.address(demo, "/outlets/E0012-DA001/device?command=time-read", language))
        press(office)
        look(office)
    drive.become(demo, office, "enterprise manager")
    office.goto(drive.address(demo, "/states", "zh"))
    office.goto(drive.address(demo, drive.find_link(demo, office, r"^/states/[^/?]+$"), "en"))
    form = office.locator("main form[method='post']").first
    for text in form.locator("textarea").all():
        text.fill("the sampling pump stood still")
    for choice in form.locator("select").all():
        choice.select_option(index=1)
    press(office)
    if "/receipts/" not in office.url:
        raise drive.DriveFault(f"answering for a state gave no receipt, but {office.url}")
    look(office)
