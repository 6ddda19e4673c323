"""The server as its own process: what it acknowledged outlives it, and saves at once by several browsers are all kept."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPException
from http.cookiejar import CookieJar

import pytest

from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.verdicts import all_verdicts
from a11ycheck.web.desk import Audit

pytestmark = pytest.mark.slow
CONNECTIONS = 5
"""Of each tester at once, as one who has several windows open."""


class Browser:
    """Signs in as a tester and saves answers over HTTP, as the script of the page does."""

    def __init__(self, base: str, name: str) -> None:
        self.base, self.name = base, name
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.opener.open(f"{base}/tester").read().decode())
        assert found is not None
        self.token = found.group(1)
        self._post("/tester", tester=name)

    def save(self, note: str) -> bool:
        """Save a note; whether the server said that it is saved."""
        status, said = self._post(
            "/verdict?autosave=yes", subject="row", key="302.1", place="none", result="Supports", note=note
        )
        return status == 200 and '"saved"' in said

    def _post(self, path: str, **form: str) -> tuple[int, str]:
        sent = urllib.parse.urlencode({"csrf_token": self.token} | form).encode()
        with self.opener.open(self.base + path, sent, timeout=30) as answer:
            return answer.status, answer.read().decode()


@contextmanager
def served(audit: Audit) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server with the address it printed."""
    command = (sys.executable, "-u", "-m", "a11ycheck", "audit", "--port", "0", "--audit-file", str(audit.audit_file))
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=audit.audit_file.parent)
    try:
        assert server.stdout is not None
        yield server, server.stdout.readline().strip().rstrip("/")
    finally:
        server.kill()
        server.wait(10)


def notes(audit: Audit) -> list[str]:
    with closing(open_audit_file(audit.audit_file)) as connection:
        return [verdict.note for verdict in all_verdicts(connection)]


def work(browsers: list[Browser], saves: int, said: list[str]) -> list[threading.Thread]:
    """Start saving in all browsers at the same moment; `said` gets what was acknowledged."""
    begin = threading.Barrier(len(browsers))

    def one(browser: Browser, window: int) -> None:
        begin.wait()
        for number in range(saves):
            note = f"{browser.name} {window} {number}"
            try:
                if browser.save(note):
                    said.append(note)
            except (urllib.error.URLError, HTTPException, OSError):
                return

    threads = [threading.Thread(target=one, args=(each, window)) for window, each in enumerate(browsers)]
    for thread in threads:
        thread.start()
    return threads


def test_a_hundred_saves_at_once_by_two_testers_lose_nothing(audit: Audit) -> None:
    said: list[str] = []
    with served(audit) as (_, base):
        browsers = [Browser(base, name) for name in ("Ann", "Ben") for _ in range(CONNECTIONS)]
        for thread in work(browsers, 10, said):
            thread.join()
    assert len(said) == 2 * CONNECTIONS * 10 == 100
    assert sorted(notes(audit)) == sorted(said)


@pytest.mark.parametrize("after", [3, 40])
def test_nothing_acknowledged_is_lost_when_the_server_is_killed_while_it_saves(after: int, audit: Audit) -> None:
    said: list[str] = []
    with served(audit) as (server, base):
        browsers = [Browser(base, name) for name in ("Ann", "Ben") for _ in range(CONNECTIONS)]
        threads = work(browsers, 1000, said)
        while len(said) < after:
            assert server.poll() is None
            time.sleep(0.01)
        server.send_signal(signal.SIGKILL)
        for thread in threads:
            thread.join(60)
        assert server.wait(10) == -signal.SIGKILL
    kept = notes(audit)
    assert len(said) >= after
    assert set(said) <= set(kept)
    assert len(kept) - len(said) <= len(browsers), "saves that nobody asked for"
    with served(audit) as (_, base):
        assert Browser(base, "Cem").save("after the crash")
    assert notes(audit) == [*kept, "after the crash"]
