"""States that never settle: what is awaited, what is not, and what is said of it."""

from __future__ import annotations

import json
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from tests import websocket
from tests.conftest import Command, Web, document

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Effort, TargetResult, Variant, Visit

BARRIER = '<img src="data:,">'
SKELETON = """<div id="app" {}><p>Loading …</p></div><script>
  fetch("/first").then((answer) => answer.json()).then((next) => fetch(next)).then((answer) => answer.text())
    .then((html) => {{ app.innerHTML = html; app.removeAttribute("aria-busy"); }});
</script>"""
VIRTUAL = """<div id="list" style="height: 200px; overflow: auto"><div style="height: 100000px"></div></div><script>
  let first = 0;
  setInterval(() => {
    first += 1;
    list.firstChild.innerHTML = Array.from({length: 9}, (_, row) => `<div role=listitem>Row ${first + row}</div>`).join("");
  }, 5);
</script>"""
LAZY = '<div style="height: 9000px">Far</div><img loading="lazy" src="/far.png" alt="Far away">'
TOAST = """<div role="status" id="toast"></div><script>
  setTimeout(() => { toast.innerHTML = '<img src="data:,">'; }, 60_000);
</script>"""
CHATTER = """<ul id="log"></ul><script>
  const socket = new WebSocket(location.href.replace("http", "ws").replace(/[^/]*$/, "socket"));
  socket.onmessage = ({data}) => log.append(data);
</script>"""


def audited(web: Web, chromium: BrowserSession, body: str) -> TargetResult:
    url = web.page("/", document(body))
    visit = Visit(order=0, url=url, variant=Variant())
    (result,) = audit_visit(visit, chromium, AuditOptions(effort=Effort.QUICK))
    return result


def rules(result: TargetResult) -> set[str]:
    return {outcome.rule for outcome in result.findings}


def slow(web: Web, path: str, seconds: float, body: str) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body.encode())

    web.answer(path, answer)


def talk(request: BaseHTTPRequestHandler, *, every: float) -> None:
    """A WebSocket that says something again and again (RFC 6455)."""
    websocket.accept(request)
    for _ in range(int(20 / every)):
        request.wfile.write(b"\x81\x05hello")
        request.wfile.flush()
        time.sleep(every)


@pytest.mark.parametrize("busy", ["", 'aria-busy="true"'])
def test_a_skeleton_is_waited_for_until_its_data_came(
    web: Web, chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch, busy: str
) -> None:
    monkeypatch.setattr("a11ycheck.browser.load.ANSWERS_SECONDS", 30.0)
    monkeypatch.setattr("a11ycheck.browser.settle.DOM_MS", 30_000)
    slow(web, "/first", 0.6, '"/second"')
    slow(web, "/second", 0.6, BARRIER)
    result = audited(web, chromium, SKELETON.format(busy))
    assert (result.status, result.reason, result.facts.settle) == ("audited", "", ())
    assert "image-alt" in rules(result)


def test_data_that_does_not_come_is_noted_and_not_waited_for_again(
    web: Web, chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11ycheck.browser.load.ANSWERS_SECONDS", 1.0)
    slow(web, "/first", 8.0, '"/second"')
    result = audited(web, chromium, SKELETON.format(""))
    assert (result.status, result.facts.settle) == ("audited", ("answers",))
    again = audited(web, chromium, SKELETON.format(""))
    assert (again.status, again.facts.settle) == ("audited", ())


def test_a_page_that_stays_busy_is_partial(web: Web, chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a11ycheck.browser.settle.DOM_MS", 600)
    result = audited(web, chromium, f'<div aria-busy="true">{BARRIER}Loading …</div>')
    assert (result.status, result.reason, result.facts.settle) == ("partial", "never-quiet", ("dom",))
    assert "image-alt" in rules(result)
    hidden = audited(web, chromium, '<div aria-busy="true" hidden>Loading …</div><p>Here')
    assert (hidden.status, hidden.facts.settle) == ("audited", ())


def test_a_virtual_list_on_the_move_is_partial(web: Web, chromium: BrowserSession) -> None:
    started = time.monotonic()
    result = audited(web, chromium, VIRTUAL + BARRIER)
    assert (result.status, result.reason, result.facts.settle) == ("partial", "never-quiet", ("dom",))
    assert "--wait-for" in result.message
    assert "image-alt" in rules(result)
    assert time.monotonic() - started < 60


def test_lazy_images_out_of_sight_are_not_waited_for(web: Web, chromium: BrowserSession) -> None:
    slow(web, "/far.png", 30, "")
    result = audited(web, chromium, LAZY)
    assert (result.status, result.facts.settle) == ("audited", ())


def test_chatter_over_a_websocket_is_no_reason_to_wait(
    web: Web, chromium: BrowserSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11ycheck.browser.settle.DOM_MS", 15_000)
    web.answer("/socket", lambda request: talk(request, every=0.4))
    result = audited(web, chromium, CHATTER)
    assert (result.status, result.facts.settle) == ("audited", ())


def test_a_late_toast_is_another_state(web: Web, chromium: BrowserSession) -> None:
    results = [audited(web, chromium, TOAST) for _ in range(2)]
    assert [(result.status, "image-alt" in rules(result)) for result in results] == [("audited", False)] * 2


def test_a_partial_page_is_named_in_terminal_and_reports(web: Web, a11ycheck: Command, tmp_path: Path) -> None:
    url = web.page("/", document(VIRTUAL))
    formats = ("--format", "jsonl", "--format", "html", "--format", "markdown")
    done = a11ycheck(tmp_path, "scan", url, "--effort", "quick", "--executor", "serial", *formats)
    assert done.returncode in (0, 1), done.stderr
    told = " ".join(done.stdout.split())
    assert f"Audited in part: 1 page {url} never-quiet: the page kept changing" in told
    line = json.loads((tmp_path / "a11y-report" / "findings.jsonl").read_text())
    assert (line["status"], line["reason"].partition(":")[0]) == ("partial", "never-quiet")
    for report in ("findings.html", "findings.md"):
        assert "never-quiet" in (tmp_path / "a11y-report" / report).read_text()
