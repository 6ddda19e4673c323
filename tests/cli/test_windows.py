"""`a11ycheck login` and `a11ycheck record` with a window on a screen, and a person at keyboard and mouse."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from tests.conftest import Web
from tests.display import Person, screen, until

from a11ycheck.browser.session import BrowserSession

pytestmark = pytest.mark.timeout(600)
STYLE = "<style>body { margin: 0 } .big { display: block; width: 100vw; height: 100vh }</style>"
MIDDLE = (400, 400)


@pytest.fixture
def display(chromium: BrowserSession) -> Iterator[str]:
    with screen() as name:
        yield name


def a11ycheck(folder: Path, display: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "a11ycheck", *words], cwd=folder, text=True,
        env=os.environ | {"DISPLAY": display, "XDG_CONFIG_HOME": str(folder / "keys"), "APP_PASSWORD": "typed-by-hand"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def scanned(folder: Path, display: str, *words: str) -> tuple[str, str]:
    """Status and reason of the one page of a scan."""
    scan = a11ycheck(folder, display, "scan", *words, "--effort", "quick", "--format", "jsonl")
    _, told = scan.communicate(timeout=120)
    assert scan.returncode in (0, 1, 3), told
    line = json.loads((folder / "a11y-report" / "findings.jsonl").read_text())
    return line["status"], line["reason"]


def serve_single_sign_on(web: Web) -> str:
    """An application whose sign-in happens at another origin: in a popup when asked for one, else by redirects."""

    def home(request: BaseHTTPRequestHandler) -> None:
        inside = "sid=by-hand-session" in (request.headers["Cookie"] or "")
        body = b"<!DOCTYPE html><html lang=en><title>Inbox</title><main><h1>Inbox</h1><p>Mail</p></main>"
        request.send_response(200 if inside else 302)
        if not inside:
            request.send_header("Location", "/login")
        request.send_header("Content-Length", str(len(body) if inside else 0))
        request.end_headers()
        request.wfile.write(body if inside else b"")

    provider = f"{web.other}/provider"
    web.page(
        "/login",
        f"""<!DOCTYPE html><html lang="en"><title>Sign in</title>{STYLE}
        <button class="big" onclick="location.search ? location.assign('{provider}') : window.open('{provider}')">Go</button>""",
    )
    web.page(
        "/provider",
        f"""<!DOCTYPE html><html lang="en"><title>Provider</title>
        <form action="{web.base}/back"><label>Code
        <input name="code" autofocus onfocus="document.title = 'Code'"
        oninput="document.title = `Code is ${{value}}.`"></label></form>""",
    )
    web.page(
        "/back",
        """<!DOCTYPE html><title>Back</title><script>
        if (opener) { opener.location = "/home"; window.close(); } else location.replace("/home");</script>""",
        Set_Cookie="sid=by-hand-session; Path=/",
    )
    return web.answer("/home", home)


@pytest.mark.parametrize("popup", [True, False], ids=["popup", "redirect"])
def test_what_a_person_signed_in_to_elsewhere_is_used_by_the_next_scan(
    web: Web, tmp_path: Path, display: str, popup: bool
) -> None:
    home = serve_single_sign_on(web)
    person = Person(display)
    login = a11ycheck(tmp_path, display, "login", home if popup else f"{web.base}/login?here", "--expires", "1")
    person.sees("Sign in")
    code = person.clicks_until("Code", *MIDDLE)
    person.fills(code, "123456", "Code is 123456.")
    inbox = person.presses_until("Inbox", code, "Return")
    until(lambda: ("GET", "/back?code=123456") in web.requests)
    if popup:
        assert login.stdin
        login.stdin.write("\n")
    else:
        time.sleep(5)  # a person reads what came before closing the window
        person.closes(inbox)
    out, err = login.communicate(timeout=150)
    assert (login.returncode, out.strip()) == (0, ".a11ycheck/login.state"), err
    state = tmp_path / ".a11ycheck" / "login.state"
    assert "Good for 1 hour." in err
    assert (state.stat().st_mode & 0o777, b"by-hand" in state.read_bytes()) == (0o600, False)
    assert scanned(tmp_path, display, home, "--storage-state", str(state)) == ("audited", "")
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"by-hand-session" not in kept


def test_what_a_person_did_is_a_flow_that_runs(web: Web, tmp_path: Path, display: str) -> None:
    start = web.page(
        "/",
        f"""<!DOCTYPE html><html lang="en"><title>Start</title>{STYLE}
        <h1 hidden>Menu</h1><label>Password <input type="password" autofocus
        onfocus="document.title = 'Ready'" oninput="document.title = `Ready with ${{value.length}}.`"></label>
        <button class="big" onclick="document.querySelector('h1').hidden = false; document.title = 'Menu open'">Open</button>""",
    )
    person = Person(display)
    record = a11ycheck(tmp_path, display, "record", start, "--name", "menu", "--output", "a11ycheck.toml")
    window = person.sees("Ready")
    person.fills(window, "typed-by-hand", f"Ready with {len('typed-by-hand')}.")
    person.clicks(*MIDDLE)
    person.closes(person.sees("Menu open"))
    out, err = record.communicate(timeout=150)
    assert (record.returncode, out.strip()) == (0, "a11ycheck.toml"), err
    assert "export APP_PASSWORD=…" in err
    text = (tmp_path / "a11ycheck.toml").read_text()
    (flow,) = tomllib.loads(text)["flow"]
    assert [step["action"] for step in flow["steps"]] == ["fill", "click", "audit"]
    assert "typed-by-hand" not in text
    assert scanned(tmp_path, display) == ("audited", "")
