"""`a11ycheck scan` as a user runs it: what each bad page becomes, exit codes, signals, resuming, secrets."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from tests.conftest import Command, Web, document

GOOD = document("<h1>Fine</h1><p>Some text to read.</p>")
BAD = document("<h1>Barrier</h1><img src=logo.png>")
Here = Callable[..., tuple[int, str, str]]


class Scan:
    """Runs `a11ycheck scan` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[str] | None = None

    def start(self, *args: str, **environment: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "a11ycheck", "scan", "--format", "jsonl", "--effort", "quick", *args]
        self.process = subprocess.Popen(
            command,
            cwd=self.folder,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | environment,
        )
        return self.process

    def run(self, *args: str, **environment: str) -> tuple[int, str, str]:
        process = self.start(*args, **environment)
        out, err = process.communicate(timeout=150)
        return process.returncode, out, err

    def lines(self) -> dict[str, dict[str, Any]]:
        """The JSONL lines by the last part of the URL."""
        text = (self.folder / "a11y-report" / "findings.jsonl").read_text(encoding="utf-8")
        return {line["url"].rpartition("/")[2]: line for line in map(json.loads, text.splitlines())}

    def kill(self, wanted: Callable[[list[str]], bool]) -> int:
        """SIGKILL the processes below the scan whose command line is wanted; returns how many."""
        assert self.process is not None
        killed = 0
        for child in psutil.Process(self.process.pid).children(recursive=True):
            try:
                if wanted(child.cmdline()):
                    child.kill()
                    killed += 1
            except psutil.Error:
                continue
        return killed


@pytest.fixture
def here(a11ycheck: Command, tmp_path: Path) -> Here:
    """`Scan.run` in this process, where the test is not about processes."""

    def run(*args: str) -> tuple[int, str, str]:
        done = a11ycheck(tmp_path, "scan", "--format", "jsonl", "--effort", "quick", "--executor", "serial", *args)
        return done.returncode, done.stdout, done.stderr

    return run


@pytest.fixture
def scan(tmp_path: Path) -> Iterator[Scan]:
    run = Scan(tmp_path)
    yield run
    if run.process is not None and run.process.poll() is None:
        run.process.kill()
        run.process.wait()


def listed(scan: Scan, *urls: str) -> str:
    (scan.folder / "urls.txt").write_text("\n".join(urls), encoding="utf-8")
    return "urls.txt"


def is_renderer(command: list[str]) -> bool:
    return "--type=renderer" in command


def is_worker(command: list[str]) -> bool:
    return "--multiprocessing-fork" in command


def test_each_bad_page_is_named_and_no_other_page_is_harmed(web: Web, scan: Scan) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{free.getsockname()[1]}/refused"
    web.page("/login", document("<form><label>Name <input></label></form>"))
    web.page("/other", GOOD)
    expected = {
        "good": (web.page("/good", GOOD), "audited", ""),
        "dns": ("http://no-such-host.invalid/dns", "not-audited", ("dns", "network-error")),
        "refused": (closed, "not-audited", "refused"),
        "slow": (web.answer("/slow", lambda request: time.sleep(9)), "not-audited", "timeout"),
        "missing": (web.base + "/missing", "not-audited", "http-404"),
        "broken": (web.page("/broken", GOOD, status=500), "not-audited", "http-500"),
        "moved": (web.redirect("/moved", f"{web.other}/other"), "not-audited", "redirected-off-target"),
        "secret": (web.redirect("/secret", "/login"), "not-audited", "login-wall"),
        "data.json": (web.page("/data.json", "{}", kind="application/json"), "not-audited", "not-html"),
        "blank": (web.page("/blank", "<!DOCTYPE html><html lang=en><title>x</title>"), "partial", "blank"),
        "endless": (web.page("/endless", document("<p>x<script>while (true) {}</script>")), "not-audited", "timeout"),
        "late-endless": (
            web.page("/late-endless", document("<p>x<script>setTimeout(() => { for (;;); }, 60)</script>")),
            "not-audited",
            "timeout",
        ),
        "alerts": (web.page("/alerts", document("<p>x<script>for (;;) alert(1)</script>")), "not-audited", "timeout"),
        "spoiled": (
            web.page("/spoiled", document("<img src=x.png><script>JSON = Promise = null</script>")),
            "audited",
            "",
        ),
        "after": (web.page("/after", BAD), "audited", ""),
    }
    code, out, err = scan.run(
        listed(scan, *(url for url, _, _ in expected.values())), "--load-timeout", "5", "--timeout", "15"
    )
    lines = scan.lines()
    for name, (_, status, reason) in expected.items():
        assert (name, lines[name]["status"]) == (name, status)
        assert lines[name]["reason"] in reason if isinstance(reason, tuple) else lines[name]["reason"] == reason, name
    assert code == 3
    assert out.index("Not audited") < out.index("Violations")
    for name in ("spoiled", "after"):
        assert "image-alt" in [outcome["rule"] for outcome in lines[name]["outcomes"]]
    assert "Traceback" not in err


def test_a_crashed_renderer_costs_its_page_alone(web: Web, scan: Scan) -> None:
    killed: list[int] = []

    def kill(request: Any) -> None:
        killed.append(scan.kill(is_renderer))

    web.answer("/kill.png", kill)
    crash = web.page("/crash", document("<h1>x</h1><img alt='' src=/kill.png>"))
    code, _, _ = scan.run(listed(scan, crash, web.page("/after", GOOD)), "--workers", "1", "--timeout", "20")
    assert killed[0] > 0
    assert scan.lines()["crash"]["status"] == "not-audited"
    assert scan.lines()["after"]["status"] == "audited"
    assert code == 3


def test_a_killed_worker_is_replaced_and_its_page_tried_again(web: Web, scan: Scan) -> None:
    killed: list[int] = []

    def kill_once(request: Any) -> None:
        if not killed:
            killed.append(scan.kill(is_worker))
        request.send_error(404)

    web.answer("/kill.png", kill_once)
    victim = web.page("/victim", document("<h1>x</h1><img alt='' src=/kill.png>"))
    code, _, _ = scan.run(listed(scan, victim, web.page("/after", GOOD)), "--workers", "1")
    assert killed == [1]
    assert [line["status"] for line in scan.lines().values()] == ["audited", "audited"]
    assert code == 0


def test_a_page_that_kills_its_worker_every_time_is_not_audited(web: Web, scan: Scan) -> None:
    web.answer("/kill.png", lambda request: scan.kill(is_worker))
    victim = web.page("/victim", document("<h1>x</h1><img alt='' src=/kill.png>"))
    code, _, _ = scan.run(listed(scan, victim, web.page("/after", GOOD)), "--workers", "1")
    assert (scan.lines()["victim"]["status"], scan.lines()["victim"]["reason"]) == ("not-audited", "worker-lost")
    assert scan.lines()["after"]["status"] == "audited"
    assert code == 3


@pytest.mark.parametrize(
    ("pages", "flags", "expected"),
    [
        ({"good": GOOD}, (), 0),
        ({"bad": BAD}, (), 1),
        ({"bad": BAD}, ("--exit-zero",), 0),
    ],
)
def test_exit_codes_of_the_gate(
    here: Here, tmp_path: Path, pages: dict[str, str], flags: tuple[str, ...], expected: int
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html)
    assert here("site", *flags)[0] == expected


def test_exit_zero_never_hides_what_was_not_audited(web: Web, here: Here) -> None:
    assert here(web.base + "/missing", "--exit-zero")[0] == 3


@pytest.mark.parametrize(
    ("args", "expected", "said"),
    [
        ((), 2, "no target given"),
        (("nowhere",), 2, "nowhere"),
        (("empty",), 3, "empty"),
        (("empty", "--format", "nonsense"), 2, "nonsense"),
        (("empty", "--include-urls", "["), 2, "include_urls"),
        (("empty", "--viewport", "wide"), 2, "viewport"),
        (("empty", "--axe-source", "missing.js"), 2, "missing.js"),
        (("empty", "-c", "bad.toml"), 2, "max_pagez"),
    ],
)
def test_wrong_input_is_named(here: Here, tmp_path: Path, args: tuple[str, ...], expected: int, said: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.toml").write_text("max_pagez = 3\n")
    code, out, err = here(*args)
    assert (code, out) == (expected, "")
    assert said in err
    assert "Traceback" not in err


def test_an_output_folder_that_cannot_be_written_is_said_before_anything_is_scanned(
    web: Web, here: Here, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    code, _, err = here(web.page("/", GOOD), "-o", "file/report")
    assert (code, web.requests) == (2, [])
    assert "file/report" in err


def test_a_browser_that_is_not_there_is_said(web: Web, here: Here) -> None:
    code, _, err = here(web.page("/", GOOD), "--browser-path", "/no/such/browser")
    assert code == 3
    assert "install-browser" in err


def test_only_the_result_is_on_stdout(web: Web, scan: Scan) -> None:
    code, out, _ = scan.run(web.page("/", BAD))
    assert code == 1
    assert "image-alt" in out
    assert "planned" not in out


def many(web: Web, count: int, seconds: float) -> list[str]:
    """Pages that take a while each, with one barrier each."""
    web.answer("/wait.png", lambda request: (time.sleep(seconds), request.send_error(404)))
    body = "<h1>Page {0}</h1><img src=logo-{0}.png><img alt='' src=/wait.png>"
    return [web.page(f"/page-{number}", document(body.format(number))) for number in range(count)]


def wait_for_targets(scan: Scan, count: int) -> None:
    until = time.monotonic() + 150
    path = scan.folder / ".a11ycheck" / "audit.db"
    while time.monotonic() < until:
        if path.exists():
            try:
                with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
                    if connection.execute("SELECT count(*) FROM target").fetchone()[0] >= count:
                        return
            except sqlite3.OperationalError:
                pass
        time.sleep(0.05)
    raise AssertionError("the scan stored nothing in time")


def test_ctrl_c_keeps_finished_pages_and_reports_them(web: Web, scan: Scan) -> None:
    process = scan.start(listed(scan, *many(web, 12, 0.3)), "--workers", "1")
    wait_for_targets(scan, 2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=150)
    assert process.returncode == 130
    assert 2 <= len(scan.lines()) < 12
    assert "image-alt" in out
    assert "Traceback" not in err


def test_a_killed_run_resumes_to_the_result_of_an_undisturbed_one(web: Web, scan: Scan, tmp_path: Path) -> None:
    targets = listed(scan, *many(web, 8, 0.2))
    process = scan.start(targets, "--workers", "2")
    wait_for_targets(scan, 2)
    below = [child.pid for child in psutil.Process(process.pid).children(recursive=True)]
    process.kill()
    process.wait()
    code, _, err = scan.run(targets, "--resume")
    assert code == 1, err
    resumed = scan.lines()
    (scan.folder / "a11y-report" / "findings.jsonl").unlink()
    assert scan.run(targets)[0] == 1
    assert resumed == scan.lines()
    deadline = time.monotonic() + 60
    while (alive := [pid for pid in below if psutil.pid_exists(pid)]) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert alive == []


def test_resuming_another_plan_is_refused(web: Web, scan: Scan) -> None:
    process = scan.start(listed(scan, *many(web, 8, 0.3)), "--workers", "1")
    wait_for_targets(scan, 1)
    process.kill()
    process.wait()
    code, _, err = scan.run(web.page("/", GOOD), "--resume")
    assert code in (2, 3)
    assert "--resume" in err


def test_secrets_are_in_no_byte_of_store_report_or_output(web: Web, scan: Scan) -> None:
    body = """<h1>Account</h1><form><input value="typed-value-77"><input type=password value="pass-word-77">
      <textarea>typed-value-77</textarea><a href="/next?access_token=token-in-link-77"><img src=x.png></a></form>
      <meta name="csrf-token" content="csrf-77"><script>document.cookie = "session=cookie-77";
      localStorage.jwt = "stored-77"</script>"""
    web.page("/account", document(body))
    target = web.base + "/account?token=token-in-url-77"
    header = "Authorization: Bearer header-77-secret"
    flags = ("--format", "html", "--format", "json", "--keep-evidence", "all", "--effort", "standard")
    code, out, err = scan.run(target, "--header", header, *flags)
    assert code == 1
    everything = [out.encode(), err.encode(), *(path.read_bytes() for path in scan.folder.rglob("*") if path.is_file())]
    with sqlite3.connect(scan.folder / ".a11ycheck" / "audit.db") as connection:
        everything += [zlib.decompress(row[0]) for row in connection.execute("SELECT body FROM evidence")]
    secrets = "typed-value pass-word token-in-link token-in-url header cookie stored csrf"
    for planted in (f"{name}-77".encode() for name in secrets.split()):
        assert not [blob for blob in everything if planted in blob], planted
