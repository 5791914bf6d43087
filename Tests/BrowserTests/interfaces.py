"""Asks the running demo what it describes: /openapi.json is valid, and the site keeps to it."""

import hashlib
import hmac
import http.cookies
import http.server
import io
import json
import queue
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import drive
import openpyxl
import pages

# Who asks in the contract test; each sees other routes from inside.
ASKERS = ["city officer", "enterprise manager", "administrator"]

# What a contract test must not ask for: streams never end, and these three end or change the asker's own session.
LEFT_OUT = ["/desk/events", "/sign-out", "/sign-in", "/demo/become"]

# A refusal of what the law or the case's state forbids is an answer like any other, so data are not held against the
# schema alone.
CHECKS = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance"]


def description(demo: drive.Demo, language: str = "zh") -> dict:
    """The site's own description of its interfaces."""
    with urllib.request.urlopen(drive.address(demo, "/openapi.json", language), timeout=10) as answer:
        return json.load(answer)


def enter(demo: drive.Demo, person: str) -> dict[str, str]:
    """Becomes somebody as a program does; gives the headers that later requests need."""
    request = urllib.request.Request(
        demo.web + pages.BECOME_PATH,
        data=json.dumps({pages.PERSON_FIELD: pages.PEOPLE[person]}).encode(),
        headers={"Content-Type": "application/json", "Accept": "application/json", "Origin": demo.web},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        cookie = http.cookies.SimpleCookie(answer.headers["Set-Cookie"])
        token = json.load(answer)["csrf"]
    pair = next(f"{name}={value.value}" for name, value in cookie.items())
    return {"Cookie": pair, "X-CSRF-Token": token, "Origin": demo.web, "Accept": "application/json"}


def workbook(demo: drive.Demo, path: str) -> openpyxl.Workbook:
    """A list as a workbook, read by another program than the one that wrote it."""
    request = urllib.request.Request(demo.web + path, headers=enter(demo, "city officer"))
    with urllib.request.urlopen(request, timeout=30) as answer:
        return openpyxl.load_workbook(io.BytesIO(answer.read()))


def observations(demo: drive.Demo, outlet: str, factor: str) -> list[dict]:
    """Every hourly value of an outlet's factor, followed page by page as a SensorThings client does."""
    headers = enter(demo, "city officer")
    found: list[dict] = []
    link = f"{demo.web}/sensorthings/v1.1/Datastreams('{outlet}.{factor}.hour')/Observations?$top=10"
    while link:
        # Links are whole addresses, of the host that was asked.
        request = urllib.request.Request(urllib.parse.quote(link, safe=":/?&=$%()'."), headers=headers)
        with urllib.request.urlopen(request, timeout=10) as answer:
            page = json.load(answer)
        found += page["value"]
        link = page.get("@iot.nextLink")
    return found


@dataclass(frozen=True)
class Notice:
    """What a subscribed program was sent."""

    body: bytes
    signature: str

    @property
    def content(self) -> dict:
        return json.loads(self.body)


class Receiver:
    """A program of another department, on 127.0.0.1; use it with `with`."""

    def __init__(self):
        notices: queue.Queue[Notice] = queue.Queue()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                notices.put(Notice(body, self.headers["Jianhu-Signature"]))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self._notices = notices
        self._server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/notices"

    def __enter__(self) -> "Receiver":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def wait(self, seconds: float) -> Notice:
        return self._notices.get(timeout=seconds)


def subscribe(demo: drive.Demo, address: str, kind: str) -> str:
    """Subscribes a program as the administrator does; gives its secret."""
    headers = enter(demo, "administrator") | {"Content-Type": "application/json"}
    fields = {"name": "示例部门", "address": address, kind: True}
    request = urllib.request.Request(demo.web + "/notices", data=json.dumps(fields).encode(), headers=headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["secret"]


def is_signed(notice: Notice, secret: str) -> bool:
    """Checks a signature as docs/interfaces.md says."""
    parts = dict(part.split("=", 1) for part in notice.signature.split(","))
    code = hmac.new(secret.encode(), f"{parts['t']}.".encode() + notice.body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(code, parts["v1"]) and abs(time.time() - int(parts["t"])) < 300


def contract(demo: drive.Demo, person: str, report: Path, examples: int = 2, seconds: int = 400) -> str:
    """Lets schemathesis ask every described address; gives what it says when something breaks the description."""
    # Told a time limit of its own, the tool asks in rounds until the time is over; ours only ends what hangs.
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "--no-color", "run", demo.web + "/openapi.json",
        "--url", demo.web, "--phases", "fuzzing", "--max-examples", str(examples),
        "--seed", "2026", "--checks", ",".join(CHECKS), "--warnings", "off", "--suppress-health-check", "all",
        "--request-timeout", "20", "--max-redirects", "0", "--no-shrink", "--generation-database", "none",
    ]
    for path in LEFT_OUT:
        command += ["--exclude-path", path]
    for name, value in enter(demo, person).items():
        command += ["--header", f"{name}: {value}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, cwd=report.parent)
    except subprocess.TimeoutExpired:
        return f"{seconds} s were not enough to ask every address"
    report.write_text(done.stdout + done.stderr)
    return "" if done.returncode == 0 else done.stdout[-4000:] + done.stderr[-1000:]
