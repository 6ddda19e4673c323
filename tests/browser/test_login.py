"""Logging in, in a real browser: what is kept of it, and how a refusal is noticed."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from a11ycheck.browser.flow import walk
from a11ycheck.browser.load import load
from a11ycheck.browser.login import Login, log_in
from a11ycheck.browser.session import BrowserSession
from a11ycheck.browser.session_loss import form_of
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import Variant, Visit
from a11ycheck.steps import Step

STEPS: TypeAdapter[tuple[Step, ...]] = TypeAdapter(tuple[Step, ...])
SIGN_IN = (
    {"action": "fill", "label": "User", "value": "ada"},
    {"action": "fill", "label": "Password", "secret": "APP_PASSWORD"},
    {"action": "click", "role": "button", "name": "Sign in"},
)
# No <form> anywhere, as in many single-page applications.
FORM = """<!DOCTYPE html><html lang="en"><title>Sign in</title><main><h1>Sign in</h1>
<label>User <input id="user"></label><label>Password <input id="password" type="password"></label>
<button onclick="signIn()">Sign in</button><p id="error"></p></main>
<script>async function signIn() {
  const answer = await fetch("/session", {method: "POST", body: JSON.stringify([user.value, password.value])});
  if (!answer.ok) { error.textContent = "Wrong"; return; }
  localStorage.setItem("token", "local-token"); sessionStorage.setItem("tab", "tab-token");
  const open = indexedDB.open("app", 1);
  open.onupgradeneeded = () => open.result.createObjectStore("keys");
  open.onsuccess = () => {
    const put = open.result.transaction("keys", "readwrite");
    put.objectStore("keys").put("idb-token", "key");
    put.oncomplete = () => location.assign("/home");
  };
}</script>"""
HOME = """<!DOCTYPE html><html lang="en"><title>Home</title><main><h1>Home</h1><p id="seen"></p></main>
<script>
  const open = indexedDB.open("app", 1);
  open.onsuccess = () => {
    const stores = open.result.objectStoreNames;
    const get = stores.length ? open.result.transaction("keys").objectStore("keys").get("key") : null;
    const show = (key) => seen.textContent = JSON.stringify([localStorage.token, sessionStorage.tab, key, document.cookie]);
    if (get) get.onsuccess = () => show(get.result); else show(null);
  };
</script>"""


@pytest.fixture
def tries(web: Any, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """An application at `/login` and `/home`; lists the credentials it was sent."""
    monkeypatch.setenv("APP_PASSWORD", "right-password")
    sent: list[Any] = []

    def answer(request: Any) -> None:
        sent.append(json.loads(request.rfile.read(int(request.headers["Content-Length"]))))
        right = sent[-1] == ["ada", "right-password"]
        request.send_response(204 if right else 401)
        if right:
            request.send_header("Set-Cookie", "sid=cookie-token; Path=/")
        request.send_header("Content-Length", "0")
        request.end_headers()

    web.page("/login", FORM)
    web.page("/home", HOME)
    web.answer("/session", answer)
    return sent


@pytest.fixture
def with_options(chromium: BrowserSession) -> Callable[..., BrowserSession]:
    """A session on the shared browser with other options."""

    def session(**options: Any) -> BrowserSession:
        other = BrowserSession(replace(chromium.options, **options))
        other._playwright, other._launched = chromium._playwright, chromium._browser()
        return other

    return session


def login(web: Any, *steps: dict[str, Any], **keys: Any) -> Login:
    return Login(url=f"{web.base}/login", steps=STEPS.validate_python(steps or SIGN_IN), **keys)


def seen(session: BrowserSession, url: str, **page: Any) -> Any:
    with session.page(Variant(), fresh=True, **page) as opened:
        load(opened, url, session.options)
        opened.page.wait_for_function("() => seen.textContent")
        return json.loads(opened.page.text_content("#seen") or "")


def test_other_browsers_are_logged_in_with_all_that_one_login_left(
    web: Any, tries: list[Any], chromium: BrowserSession, with_options: Callable[..., BrowserSession]
) -> None:
    state = log_in(chromium, login(web))
    assert tries == [["ada", "right-password"]]
    worker = with_options(storage_state=state)
    assert seen(worker, f"{web.base}/home") == ["local-token", "tab-token", "idb-token", "sid=cookie-token"]
    assert seen(worker, f"{web.base}/home", anonymous=True) == [None, None, None, ""]


def test_a_wrong_password_is_sent_once_and_said(
    web: Any,
    tries: list[Any],
    with_options: Callable[..., BrowserSession],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("APP_PASSWORD", "wrong-password")
    with pytest.raises(NotAuditedError, match="login form is still there") as caught:
        log_in(with_options(pictures=tmp_path), login(web))
    assert (caught.value.reason, len(tries)) == ("login-failed", 1)
    (taken,) = tmp_path.iterdir()
    assert caught.value.hint.endswith(f"they were tried once. See {taken}.")
    assert "wrong-password" not in f"{caught.value.message} {caught.value.hint}"


def test_what_proves_a_login_can_be_said(web: Any, tries: list[Any], chromium: BrowserSession) -> None:
    expect = {"action": "expect", "role": "heading", "name": "Home"}
    log_in(chromium, login(web, expect=TypeAdapter(Step).validate_python(expect)))
    wrong = TypeAdapter(Step).validate_python(expect | {"name": "Elsewhere", "timeout": 0.5})
    with pytest.raises(NotAuditedError, match=r"the login failed: flow 'login', step 4 .*there is heading \"Home\""):
        log_in(chromium, login(web, expect=wrong))


def test_a_server_error_after_the_last_step_is_no_login(web: Any, chromium: BrowserSession) -> None:
    web.page(
        "/login",
        "<!DOCTYPE html><title>x</title><form action=/in><label>User <input></label><button>Sign in</button></form>",
    )
    web.page("/in", "<!DOCTYPE html><title>x</title><p>Locked", status=403)
    steps = ({"action": "fill", "label": "User", "value": "ada"}, {"action": "click", "text": "Sign in"})
    with pytest.raises(NotAuditedError, match="the server answered 403"):
        log_in(chromium, login(web, *steps))


def test_a_login_stays_on_its_site_unless_told(web: Any, chromium: BrowserSession) -> None:
    web.page("/login", f'<!DOCTYPE html><title>x</title><a href="{web.other}/sso">Single sign-on</a>')
    web.page("/sso", f'<!DOCTYPE html><title>SSO</title><a href="{web.base}/home">Agree</a>')
    web.page("/home", "<!DOCTYPE html><title>x</title><h1>Home</h1>")
    steps = (
        {"action": "click", "text": "Single sign-on"},
        {"action": "click", "text": "Agree"},
        {"action": "expect", "role": "heading", "name": "Home"},
    )
    log_in(chromium, login(web, *steps, offsite=True))
    with pytest.raises(NotAuditedError, match="wanted to leave for"):
        log_in(chromium, login(web, *steps))


def test_http_basic_reaches_its_origin_and_is_refused_at_once(
    web: Any, with_options: Callable[..., BrowserSession]
) -> None:
    asked: list[str | None] = []

    def guarded(request: Any) -> None:
        given = request.headers["Authorization"]
        asked.append(given)
        right = given == "Basic " + base64.b64encode(b"ada:right").decode()
        body = HOME.encode()
        request.send_response(200 if right else 401)
        if not right:
            request.send_header("WWW-Authenticate", 'Basic realm="x"')
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    web.answer("/login", guarded)
    credentials = {"username": "ada", "password": "right", "origin": web.base}
    log_in(with_options(credentials=credentials), Login(url=f"{web.base}/login"))
    asked.clear()
    with pytest.raises(NotAuditedError, match="the login failed: the server answered 401"):
        log_in(with_options(credentials=credentials | {"password": "wrong"}), Login(url=f"{web.base}/login"))
    assert len([given for given in asked if given]) == 1


@pytest.mark.parametrize("path", ["/home", "/flow"])
def test_a_login_form_where_the_page_should_be_is_a_lost_session(
    web: Any, with_options: Callable[..., BrowserSession], path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11ycheck.browser.steps.STEP_SECONDS", 0.5)
    web.page("/home", FORM)
    steps = STEPS.validate_python(SIGN_IN)
    session = with_options(login_form=form_of(steps), login_url_patterns=())
    assert [part.label or part.name for part in session.options.login_form] == ["User", "Password", "Sign in"]
    way = STEPS.validate_python([{"action": "click", "text": "Inbox"}, {"action": "audit", "state": "inbox"}])
    visit = Visit(order=0, url=f"{web.base}/home", flow="inbox", steps=way)
    with session.page(Variant(), fresh=True) as opened, pytest.raises(NotAuditedError) as caught:
        list(walk(visit, opened, session.options)) if path == "/flow" else load(opened, visit.url, session.options)
    assert caught.value.reason == "session-lost"


def test_a_flow_without_the_login_may_audit_the_login_form(
    web: Any, with_options: Callable[..., BrowserSession]
) -> None:
    web.page("/home", FORM)
    session = with_options(login_form=form_of(STEPS.validate_python(SIGN_IN)))
    visit = Visit(
        order=0, url=f"{web.base}/home", flow="form", anonymous=True,
        steps=STEPS.validate_python([{"action": "audit", "state": "form"}]),
    )  # fmt: skip
    with session.page(Variant(), fresh=True, anonymous=True) as opened:
        assert [state for state, _, _ in walk(visit, opened, session.options)] == ["form"]


def test_a_flow_that_begins_on_a_login_wall_is_not_audited_there(web: Any, chromium: BrowserSession) -> None:
    web.redirect("/inbox", "/login")
    web.page("/login", FORM)
    visit = Visit(
        order=0,
        url=f"{web.base}/inbox",
        flow="inbox",
        steps=STEPS.validate_python([{"action": "audit", "state": "inbox"}]),
    )
    with chromium.page(Variant(), fresh=True) as opened, pytest.raises(NotAuditedError) as caught:
        list(walk(visit, opened, chromium.options))
    assert caught.value.reason == "login-wall"


def test_a_form_with_the_same_fields_is_not_the_login(web: Any, with_options: Callable[..., BrowserSession]) -> None:
    url = web.page("/new", FORM.replace("Sign in", "New user").replace("signIn()", "save()"))
    session = with_options(login_form=form_of(STEPS.validate_python(SIGN_IN)))
    with session.page(Variant(), fresh=True) as opened:
        load(opened, url, session.options)
