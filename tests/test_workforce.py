"""A run's login: made once, shared by all workers, renewed once when lost, never tried again when refused."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from a11ycheck.browser import axe_source
from a11ycheck.config import Config
from a11ycheck.model import TargetStatus, Visit
from a11ycheck.steps import AuditState
from a11ycheck.targets.login import planned_login
from a11ycheck.workforce import Workforce

FORM = """<!DOCTYPE html><html lang="en"><title>Sign in</title><main><h1>Sign in</h1>
<label>User <input id="user"></label> <label>Password <input id="password" type="password"></label>
<button onclick="fetch('/session', {method: 'POST', body: JSON.stringify([user.value, password.value])})
  .then((answer) => answer.ok && location.assign('/'))">Sign in</button></main>"""
PAGE = '<!DOCTYPE html><html lang="en"><title>Page</title><main><h1>Page {}</h1><img src="data:,"></main>'


class App:
    """An application that ends every session after some pages (`lasts`); `logins` lists the passwords it was sent."""

    def __init__(self, web: Any) -> None:
        self.base, self.lasts = web.base, 1000
        self.logins: list[str] = []
        self.left: Counter[str] = Counter()
        self.shows_form_in_place = False
        for path in ("/", "/a", "/b", "/c", "/d"):
            web.answer(path, self.page)
        web.answer("/login", lambda request: self.send(request, 200, FORM))
        web.answer("/session", self.sign_in)

    def sign_in(self, request: Any) -> None:
        _, password = json.loads(request.rfile.read(int(request.headers["Content-Length"])))
        self.logins.append(password)
        token = f"sid-number-{len(self.logins)}"
        self.left[token] = self.lasts if password == "right-password" else 0
        self.send(request, 200 if self.left[token] else 401, "", Set_Cookie=f"sid={token}; Path=/; HttpOnly")

    def page(self, request: Any) -> None:
        token = (request.headers["Cookie"] or "").partition("sid=")[2]
        self.left[token] -= 1
        if self.left[token] >= 0:
            self.send(request, 200, PAGE.format(request.path))
        elif self.shows_form_in_place:
            self.send(request, 200, FORM)
        else:
            self.send(request, 302, "", Location="/login")

    @staticmethod
    def send(request: Any, status: int, body: str, **headers: str) -> None:
        request.send_response(status)
        for name, value in {"Content_Type": "text/html", "Content_Length": str(len(body)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body.encode())


@pytest.fixture
def app(web: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[App]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("APP_PASSWORD", "right-password")
    return App(web)


def results(app: App, visits: list[Visit], **keys: Any) -> dict[str, tuple[str, str]]:
    """URL path (and state) → status and reason, of a serial run with a login."""
    login = {
        "url": app.base + "/login",
        "steps": [
            {"action": "fill", "label": "User", "value": "ada"},
            {"action": "fill", "label": "Password", "secret": "APP_PASSWORD"},
            {"action": "click", "role": "button", "name": "Sign in"},
        ],
    }
    config = Config(login=login, executor=keys.pop("executor", "serial"), effort="quick", workers=2)  # type: ignore[arg-type]
    workforce = Workforce(config, axe_source.read(None), planned_login(config, ""))
    try:
        return {
            result.target.url.removeprefix(app.base) + result.target.state: (result.status.value, result.reason)
            for done in workforce.run(visits)
            for result in done.results
        }
    finally:
        workforce.close()


def visits(app: App, *paths: str) -> list[Visit]:
    return [Visit(order=order, url=app.base + path) for order, path in enumerate(paths)]


AUDITED = (TargetStatus.AUDITED.value, "")


def test_one_login_serves_all_workers(app: App) -> None:
    found = results(app, visits(app, "/a", "/b", "/c", "/d"), executor="processes")
    assert found == dict.fromkeys(("/a", "/b", "/c", "/d"), AUDITED)
    assert app.logins == ["right-password"]


@pytest.mark.parametrize("in_place", [True, False])
def test_a_lost_session_is_renewed_once(app: App, in_place: bool) -> None:
    app.lasts, app.shows_form_in_place = 3, in_place
    assert results(app, visits(app, "/a", "/b", "/c", "/d")) == dict.fromkeys(("/a", "/b", "/c", "/d"), AUDITED)
    assert len(app.logins) == 2


def test_a_session_lost_again_is_not_audited(app: App) -> None:
    app.lasts = 2
    found = results(app, visits(app, "/a", "/b", "/c", "/d"))
    assert list(found.values()) == [AUDITED, AUDITED, ("not-audited", "login-wall"), ("not-audited", "login-wall")]
    assert len(app.logins) == 2


def test_wrong_credentials_are_tried_once_and_no_page_is_asked_for(
    app: App, web: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APP_PASSWORD", "wrong-password")
    form = Visit(order=2, url=app.base + "/login", flow="f", steps=(AuditState(state="form"),), anonymous=True)
    found = results(app, [*visits(app, "/a", "/b"), form])
    assert found == {
        "/a": ("not-audited", "login-failed"),
        "/b": ("not-audited", "login-failed"),
        "/loginform": AUDITED,
    }
    assert app.logins == ["wrong-password"]
    assert not [path for _, path in web.requests if path in ("/a", "/b")]
