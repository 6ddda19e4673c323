"""What a run reaches: pages that try to be driven into changing something, and servers that lead elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from tests import websocket
from tests.conftest import Web, document

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Effort, Interact, TargetResult, Visit

WAYS = {
    "beacon": "navigator.sendBeacon(url, 'x')",
    "keepalive": "fetch(url, {method: 'POST', keepalive: true, body: 'x'}).catch(() => 0)",
    "put": "fetch(url, {method: 'PUT', body: 'x'}).catch(() => 0)",
    "no-cors": "fetch(url, {method: 'POST', mode: 'no-cors', body: 'x'}).catch(() => 0)",
    "delete": "{ const x = new XMLHttpRequest(); x.open('DELETE', url); x.send() }",
    "sync": "try { const x = new XMLHttpRequest(); x.open('POST', url, false); x.send('x') } catch (error) {}",
    "form": "{ const f = form(); f.submit() }",
    "form-blank": "{ const f = form(); f.target = '_blank'; f.submit() }",
    "form-frame": "{ const i = document.createElement('iframe'); i.name = 'in' + Math.random(); document.body.append(i);"
    " const f = form(); f.target = i.name; f.submit() }",
    "frame-fetch": "{ const i = document.createElement('iframe'); document.body.append(i);"
    " i.contentWindow.fetch(url, {method: 'POST'}).catch(() => 0) }",
    "frame-document": "{ const i = document.createElement('iframe'); i.srcdoc ="
    " `<form method=post action='${url}'><button></button></form><scr` + `ipt>document.forms[0].submit()</scr` + `ipt>`;"
    " document.body.append(i) }",
    "popup": "{ const w = window.open('about:blank'); if (w) { w.document.write(`<form method=post action='${url}'></form>`);"
    " w.document.forms[0].submit() } }",
    "popup-fetch": "{ const w = window.open('about:blank'); if (w) w.fetch(url, {method: 'POST'}).catch(() => 0) }",
    "ping": "{ const a = document.createElement('a'); a.href = '#x'; a.ping = url; document.body.append(a);"
    " a.click(); a.remove() }",
    "worker": "new Worker(URL.createObjectURL(new Blob([`fetch('${url}', {method: 'POST'}).catch(() => 0)`])))",
    "shared-worker": "new SharedWorker(URL.createObjectURL(new Blob([`fetch('${url}', {method: 'POST'}).catch(() => 0)`])))",
    "early-worker": "early.postMessage(url)",
    "early-shared-worker": "shared.port.postMessage(url)",
    "socket": "if (socket.readyState === 1) socket.send(url)",
    "new-socket": "{ const s = new WebSocket(url.replace('http', 'ws')); s.onopen = () => s.send('x') }",
    "policy": "{ const i = new Image(); i.src = 'http://blocked.invalid/' + Math.random(); document.body.append(i) }",
    "later": "if (self.fetchLater) try { fetchLater(url, {method: 'POST', activateAfter: 0}) } catch (error) {}",
    "leaving": "addEventListener('pagehide', () => navigator.sendBeacon(url, 'x'));"
    " addEventListener('visibilitychange', () => navigator.sendBeacon(url, 'x'))",
}
PAGE = """<h1>Tricks</h1><p>Text</p><a href="#there">Link</a> <button>Press</button> <button aria-expanded=false>Menu</button>
<label>Field <input></label> <select aria-label=Choice><option>A<option>B</select> <div tabindex=0 role=button>Own</div>
<form method=post action=/change/own-form><label>Name <input name=n></label><button>Save</button></form>
<div style="height: 3000px">Tall</div><p id=there>There</p>
<script>
const early = new Worker(URL.createObjectURL(new Blob(["onmessage = e => fetch(e.data, {method: 'POST'}).catch(() => 0)"])));
const shared = new SharedWorker(URL.createObjectURL(new Blob(
  ["onconnect = e => e.ports[0].onmessage = m => fetch(m.data, {method: 'POST'}).catch(() => 0)"])));
const socket = new WebSocket(location.origin.replace("http", "ws") + "/socket");
const form = (way) => {
  const f = document.createElement("form");
  f.method = "post"; f.action = "/change/" + way; document.body.append(f); return f;
};
const tried = {};
const width = innerWidth;
const go = (event) => {
  // The browser's own, while the page loads: a first resize, and the pointer in the corner where nobody put it.
  if (event.type === "resize" && innerWidth === width) return;
  if (event.type.startsWith("mouse") && !event.clientX && !event.clientY) return;
  if ((tried[event.type] = (tried[event.type] || 0) + 1) > 2) return;
  WHAT
};
for (const name of ["focusin", "keydown", "keyup", "mouseover", "mousemove", "pointerdown", "click", "resize",
  "change", "input", "contextmenu"]) addEventListener(name, go, true);
matchMedia("(max-width: 400px)").addEventListener("change", go);
</script>"""


class Counting:
    """Notes everything but GET that reaches the server, and what comes through a socket."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self.heard: list[bytes] = []
        web.answer("/socket", self._socket)

    def _socket(self, request: BaseHTTPRequestHandler) -> None:

        if "Sec-WebSocket-Key" not in request.headers:
            request.send_error(400)
            return
        websocket.accept(request)
        while len(head := request.rfile.read(2)) == 2:
            body = request.rfile.read((head[1] & 127) + 4)
            if head[0] & 15 != 8:
                self.heard.append(body)

    @property
    def changed(self) -> list[tuple[str, str]]:
        return [(method, path) for method, path in self.web.requests if method != "GET"]


def drive(session: BrowserSession, url: str, level: Interact) -> TargetResult:
    options = AuditOptions(Effort.STANDARD, level, timeout=120)
    with session.watchdog.limit(120):
        [result] = audit_visit(Visit(order=0, url=url, driving=True), session, options)
    return result


def tricky(web: Web, *ways: str) -> str:
    """A page that tries these ways whenever it is touched."""
    what = "".join(f"{{ const url = location.origin + '/change/{way}'; {WAYS[way]} }}\n" for way in ways)
    for way in ways:
        what = what.replace("form();", f"form('{way}');", 1) if way.startswith("form") else what
    html = PAGE.replace("WHAT", what)
    policy = "img-src 'self'; report-uri /change/policy-report"
    return web.page("/tricks", document(html), Content_Security_Policy=policy)


@pytest.mark.timeout(400)
@pytest.mark.parametrize("level", [Interact.OBSERVE, pytest.param(Interact.OPERATE, marks=pytest.mark.soak)])
def test_no_trick_of_a_page_changes_anything(web: Web, chromium: BrowserSession, level: Interact) -> None:
    counting = Counting(web)
    url = tricky(web, *WAYS)
    result = drive(chromium, url, level)
    assert counting.changed == []
    assert counting.heard == []
    assert result.outcomes, result.message


def test_the_tricks_work_where_submitting_is_allowed(web: Web, chromium: BrowserSession) -> None:
    counting = Counting(web)
    ways = [way for way in WAYS if not way.startswith(("form", "frame-document", "popup"))]
    drive(chromium, tricky(web, *ways), Interact.SUBMIT)
    assert {path.rpartition("/")[2] for _, path in counting.changed} >= {"beacon", "put", "worker", "policy-report"}


def scan(folder: Path, *args: str) -> tuple[int, dict[str, Any], str]:
    command = [
        sys.executable,
        "-m",
        "a11ycheck",
        "scan",
        "--format",
        "jsonl",
        "--effort",
        "quick",
        "--sample",
        "0%",
        *args,
    ]
    done = subprocess.run(command, cwd=folder, env=os.environ, capture_output=True, text=True, timeout=200, check=False)
    text = (folder / "a11y-report" / "findings.jsonl").read_text() if (folder / "a11y-report").exists() else ""
    return done.returncode, {json.loads(line)["url"]: json.loads(line) for line in text.splitlines()}, done.stderr


def test_a_crawl_stays_on_its_site_and_no_redirect_leads_it_to_the_machine_or_the_cloud(
    web: Web, tmp_path: Path
) -> None:
    inside = "http://169.254.169.254/latest/meta-data/"
    links = [
        f"{web.other}/elsewhere",
        inside,
        "http://10.0.0.1/",
        "http://[::1]:1/",
        "file:///etc/passwd",
        "/moved",
        "/gone",
        "/file",
    ]
    web.page("/", document("<h1>Start</h1>" + "".join(f"<p><a href='{link}'>{link}</a></p>" for link in links)))
    web.page("/elsewhere", document("<h1>Other</h1>"))
    web.redirect("/moved", inside)
    web.redirect("/gone", f"{web.other}/elsewhere")
    web.redirect("/file", "file:///etc/passwd")
    code, lines, _ = scan(tmp_path, web.base + "/", "--depth", "2", "--ignore-robots")
    assert code == 3
    assert set(lines) == {f"{web.base}/{name}" for name in ("", "moved", "gone", "file")}
    assert {lines[f"{web.base}/{name}"]["reason"] for name in ("moved", "gone", "file")} == {"redirected-off-target"}
    assert ("GET", "/elsewhere") not in web.requests


def test_no_frame_or_picture_of_another_origin_is_asked_for_with_block_offsite(web: Web, tmp_path: Path) -> None:
    body = f"<h1>Page</h1><iframe title=x src='{web.other}/frame'></iframe><img alt='' src='{web.other}/picture'>"
    web.page("/", document(body + f"<script>fetch('{web.other}/data').catch(() => 0)</script>"))
    code, _, _ = scan(tmp_path, web.base + "/", "--block-offsite")
    assert code == 0
    assert not {path for _, path in web.requests} & {"/frame", "/picture", "/data"}
