"""A whole audit of the example application in a real browser: from the scan through every page of the UI to the final report."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page
from waitress.server import create_server

from a11ycheck.browser.session import BrowserSession
from a11ycheck.cli import main
from a11ycheck.config import Config, load
from a11ycheck.run import run
from a11ycheck.standards.profile import questions
from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit
from a11ycheck.web.serve import listen

ROOT = Path(__file__).parents[2]
SETTINGS = """
standard = ["wcag22"]
effort = "quick"
[server]
command = "{python} {root}/examples/webapp/serve.py --port {port}"
url = "http://127.0.0.1:{port}/"
[product]
company = "Larkfield Systems"
name = "Parley"
version = "4.2"
description = "Team chat for the browser."
contact = "accessibility@larkfield.example"
report_date = "2026-11-24"
[[flow]]
name = "chat"
url = "http://127.0.0.1:{port}/"
steps = [
  {{ action = "audit", state = "sign-in", expect = {{ css = "#username" }} }},
  {{ action = "fill", css = "#username", value = "demo" }},
  {{ action = "fill", css = "#password", value = "demo-password" }},
  {{ action = "click", css = "#sign-in" }},
  {{ action = "audit", state = "channel", expect = {{ css = "[data-test=message-text]" }} }},
]
[[process]]
name = "Sign in"
states = ["sign-in", "channel"]
"""


class _Silent:
    """Is told everything and says nothing."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_, **__: None


def save(page: Page, form: str, result: str, note: str) -> None:
    """Choose a result, write a note and press the form's button, as a person does."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    page.check(f"{form} input[name=result][value='{result}']")
    page.fill(f"{form} [name=note]", note)
    page.click(f"{form} button.main")
    assert "Saved and signed" in page.inner_text("main")


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_from_the_scan_to_the_final_report(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chromium: BrowserSession,
    own_playwright: None,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "a11ycheck.toml").write_text(SETTINGS.format(python=sys.executable, root=ROOT, port=port))
    config: Config = load()
    assert not run(config, _Silent()).interrupted
    with closing(listen(0)) as opened:
        app = create_app(Audit(config.audit_file, config, "wcag"))
        server = create_server(app, sockets=[opened], threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        _audit(chromium, f"http://127.0.0.1:{opened.getsockname()[1]}")
        server.close()
    with pytest.raises(SystemExit) as left:
        main(["vpat", "--final", "--edition", "wcag", "-o", "out"])
    assert left.value.code == 0, capsys.readouterr().err
    report = (tmp_path / "out" / "acr-wcag.html").read_text()
    assert "Ann Auditor" in report
    assert "Partially Supports" in report


def _audit(chromium: BrowserSession, base: str) -> None:
    _ = chromium.versions
    assert chromium._launched is not None
    page = chromium._launched.browser.new_context().new_page()
    page.goto(f"{base}/tester")
    page.fill("#t-name", "Ann Auditor")
    page.fill("#t-at", "NVDA 2026.1")
    page.click("button.main")
    page.goto(f"{base}/profile")
    for name in questions():
        page.check(f"#q-{name}-n")
    page.click("button.main")
    page.goto(f"{base}/sample")
    page.click("button.main")
    assert "Process: Sign in" in _text(page, f"{base}/pages")
    broken = _triage(page, base)
    for num in _links(page, f"{base}/rows", "/row/"):
        page.goto(f"{base}/row/{num}")
        if page.locator("#pages").count():
            save(
                page,
                "form:has(input[name=place][value='*'])",
                "failed" if num in broken else "passed",
                "Judged by hand.",
            )
        while page.goto(f"{base}/row/{num}") and page.locator("article[id^=c-]:has(.chip)").count():
            form = f"#{page.locator('article[id^=c-]:has(.chip)').first.get_attribute('id')}"
            level = "Partially Supports" if num in broken and form == "#c-web" else "Supports"
            save(page, form, level, "What was found is listed in the findings of this audit.")
    text = _text(page, f"{base}/finish")
    assert "writes the report" in text, text[:3000]
    page.context.close()


def _triage(page: Page, base: str) -> set[str]:
    """Look through all groups of findings: failures are barriers, questions are none. Returns the criteria that fail."""
    broken: set[str] = set()
    keys, number = [], 1
    while found := _links(page, f"{base}/findings?page={number}", "/group/"):
        keys += [key for key in found if key not in keys]
        number += 1
        if not page.locator("a:text-is('Next')").count():
            break
    for key in keys:
        page.goto(f"{base}/group/{key}")
        is_failure = page.locator("main > .meta .badge.is-violation, main > .meta .badge.is-failure").count() > 0
        if is_failure:
            broken |= {link.inner_text() for link in page.locator("main > .meta a[href^='/row/']").all()}
        bulk = "form:has(input[name=key][value^='group:'])"
        form = bulk if page.locator(bulk).count() else "#f1 form"
        save(page, form, "barrier" if is_failure else "not-a-barrier", "Looked at by eye.")
    return broken


def _links(page: Page, address: str, start: str) -> list[str]:
    page.goto(address)
    hrefs = [str(link.get_attribute("href")) for link in page.locator(f"main a[href^='{start}']").all()]
    return list(dict.fromkeys(href.removeprefix(start).partition("#")[0] for href in hrefs))


def _text(page: Page, address: str) -> str:
    page.goto(address)
    return page.inner_text("main")
