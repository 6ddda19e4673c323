"""A whole audit of the examples in a real browser: from the scan through every page of the UI to the final report.

Each run of the tests takes two states of the application; the soak takes its whole flows and the documentation.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page
from waitress.server import create_server

from a11ycheck.browser.session import BrowserSession
from a11ycheck.cli import main
from a11ycheck.config import Config, load
from a11ycheck.run import run
from a11ycheck.standards.editions import EditionId
from a11ycheck.standards.profile import questions
from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit
from a11ycheck.web.serve import listen

EXAMPLES = Path(__file__).parents[2] / "examples"
TWO_STATES = """
effort = "quick"
[server]
command = "python examples/webapp/serve.py --port 8917"
url = "http://127.0.0.1:8917/"
[product]
company = "Larkfield Systems"
name = "Parley"
version = "4.2"
description = "Team chat for the browser."
contact = "accessibility@larkfield.example"
[[flow]]
name = "chat"
url = "http://127.0.0.1:8917/"
steps = [
  { action = "audit", state = "sign-in", expect = { css = "#username" } },
  { action = "fill", css = "#username", value = "demo" },
  { action = "fill", css = "#password", value = "demo-password" },
  { action = "click", css = "#sign-in" },
  { action = "audit", state = "channel", expect = { css = "[data-test=message-text]" } },
]
[[process]]
name = "Sign in"
states = ["sign-in", "channel"]
"""
ROLLED_UP = ("302.", "4.2.", "501.1", "504.2", "602.3", "11.8.2", "12.1.2", "12.2.4")
"""Rows that roll up from criteria or repeat them, and are answered no better than the worst of those."""


class _Silent:
    """Is told everything and says nothing."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_, **__: None


@dataclass
class Auditor:
    """A person at the browser who works through the audit as it leads on."""

    page: Page
    base: str
    broken: set[str] = field(default_factory=set)

    def go(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page

    def text(self, path: str = "") -> str:
        return (self.go(path) if path else self.page).inner_text("main")

    def links(self, path: str, start: str) -> list[str]:
        """What follows `start` in the links of a page, each once."""
        self.go(path)
        hrefs = [str(link.get_attribute("href")) for link in self.page.locator(f"main a[href^='{start}']").all()]
        return list(dict.fromkeys(re.split(r"[#?]", href.removeprefix(start))[0] for href in hrefs))

    def sign_in(self) -> None:
        self.go("/tester").fill("#t-name", "Ann Auditor")
        self.page.fill("#t-at", "NVDA 2026.1")
        self.page.click("button.main")

    def answer_profile(self, yes: frozenset[str]) -> None:
        self.go("/profile")
        for name in questions():
            self.page.check(f"#q-{name}-{'y' if name in yes else 'n'}")
        self.page.click("button.main")
        assert f"Signed {len(questions())} answers." in self.text()

    def fix_sample(self, processes: list[str]) -> None:
        self.go("/sample").click("button.main")
        shown = self.text("/pages")
        assert [name for name in processes if f"Process: {name}" not in shown] == []

    def answer(self, form: str, result: str, note: str) -> str:
        """Choose a result, write a note, press the form's first button; the text of that button."""
        self.page.check(f"{form} input[name=result][value='{result}']")
        self.page.fill(f"{form} [name=note]", note)
        button = self.page.locator(f"{form} button.main").first
        pressed = button.inner_text()
        button.click()
        assert "Saved and signed" in self.text(), self.text()[:500]
        return pressed

    def look_through_findings(self) -> int:
        """Go from group to group: failures are barriers, questions are none. Returns how many there were."""
        done = 0
        first = self.links("/findings?open", "/group/")[0]
        self.go(f"/group/{first}?go")
        while True:
            failure = self.page.locator("main > .meta .badge.is-violation").count() > 0
            if failure:
                self.broken |= {each.inner_text() for each in self.page.locator("main > .meta a[href^='/row/']").all()}
            result = "barrier" if failure else "not-a-barrier"
            pressed = self.answer("form:has(input[autofocus])", result, "Looked at by eye.")
            done += 1
            if "go on" not in pressed:
                return done

    def judge_pages(self) -> None:
        """The first criterion page by page with two keys each, the others for all pages at once."""
        first, *others = self.links("/rows", "/row/")
        self.go(f"/row/{first}").click("text=one by one")
        self.page.wait_for_url("**/test/**")
        while "/test/" in self.page.url:
            self.page.locator("#v-r1:focus").wait_for()
            self.page.keyboard.press("ArrowDown" if first in self.broken else "Space")
            with self.page.expect_navigation():
                self.page.keyboard.press("Enter")
        assert self.page.url.endswith(f"/row/{first}?go")
        for num in others:
            self.go(f"/row/{num}")
            if self.page.locator("summary:has-text('The same verdict for all')").count():
                self.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
                form = "form:has(input[name=place][value='*'])"
                self.answer(form, "failed" if num in self.broken else "passed", "Judged by hand.")

    def sign_answers(self) -> int:
        """From answer to answer until none is left. Returns how many there were."""
        done = 0
        self.go(f"/row/{self.links('/rows?open', '/row/')[0]}?go")
        while True:
            num = self.page.url.partition("/row/")[2].partition("?")[0]
            form = "form:has(input[autofocus])"
            fails = num in self.broken and self.page.locator(f"{form} input[name=place]").input_value() == "web"
            level = "Partially Supports" if fails or num.startswith(ROLLED_UP) else "Supports"
            pressed = self.answer(form, level, "What was found is listed in the findings of this audit.")
            done += 1
            if "go on" not in pressed:
                return done


def configured(settings: str, folder: Path) -> Config:
    """The settings, with the application on a free port and under this Python."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = settings.replace("8917", str(port)).replace("python examples/", f"{sys.executable} {EXAMPLES}/")
    own = own.replace("[product]\n", '[product]\nreport_date = "2099-11-24"\n')
    (folder / "a11ycheck.toml").write_text(own)
    return load()


@contextmanager
def served(audit: Audit) -> Iterator[str]:
    with closing(listen(0)) as opened:
        server = create_server(create_app(audit), sockets=[opened], threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{opened.getsockname()[1]}"
        server.close()


def audited(
    config: Config,
    edition: EditionId,
    yes: frozenset[str],
    chromium: BrowserSession,
    capsys: pytest.CaptureFixture[str],
) -> BeautifulSoup:
    """Scan, audit by hand through the UI, write the final report, and return that."""
    assert not run(config, _Silent()).interrupted
    _ = chromium.versions
    assert chromium._launched is not None
    with served(Audit(config.audit_file, config, edition)) as base, chromium._launched.browser.new_context() as context:
        person = Auditor(context.new_page(), base)
        person.sign_in()
        person.answer_profile(yes)
        person.fix_sample([process.name for process in config.process])
        assert person.look_through_findings() > 5
        person.judge_pages()
        assert person.sign_answers() > 80
        assert "writes the report" in person.text("/finish"), person.text()[:3000]
        assert "Every answer is signed." in person.text("/")
    with pytest.raises(SystemExit) as left:
        main(["vpat", "--final", "--edition", edition, "-o", "out"])
    assert left.value.code == 0, capsys.readouterr().err
    report = BeautifulSoup(Path("out", f"acr-{edition}.html").read_text(), "html.parser")
    assert report.body is not None
    assert "DRAFT" not in report.body.get_text()
    assert "Ann Auditor" in report.body.get_text()
    return report


def level(report: BeautifulSoup, num: str) -> str:
    """The text of the row of a criterion or clause."""
    found = next(row for row in report("tr") if row.get_text(" ", strip=True).startswith(f"{num} "))
    return found.get_text(" ", strip=True)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.usefixtures("own_playwright")
def test_two_states_from_the_scan_to_the_final_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chromium: BrowserSession, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    report = audited(configured(TWO_STATES, tmp_path), "508", frozenset({"docs", "support"}), chromium, capsys)
    assert "Partially Supports" in level(report, "1.1.1")
    assert "Partially Supports" in level(report, "302.1")
    assert "Supports" in level(report, "603.2")


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("own_playwright")
def test_all_examples_from_the_scan_to_the_final_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chromium: BrowserSession, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-b", "html", EXAMPLES / "docs", "site"], check=True)
    config = configured((EXAMPLES / "a11ycheck.toml").read_text(), tmp_path)
    config = config.model_copy(update={"targets": ("site",), "sample": "all", "keep_evidence": "all"})
    yes = frozenset({"media", "authoring", "downloads", "docs", "support"})
    report = audited(config, "int", yes, chromium, capsys)
    for num in ("1.1.1", "302.1", "4.2.1"):
        assert "Partially Supports" in level(report, num)
    for num in ("602.2", "603.2", "7.1.1", "12.1.1"):
        assert "Supports" in level(report, num)
