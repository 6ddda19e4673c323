"""The configured login: where it starts, what it does, which secrets it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from a11ycheck.config import Config
from a11ycheck.errors import ConfigError
from a11ycheck.steps import Fill, Goto
from a11ycheck.targets.login import planned_login
from a11ycheck.targets.plan import plan

GOTO = {"action": "goto", "url": "/form"}
FILL = {"action": "fill", "label": "Password", "secret": "APP_PASSWORD"}
FLOW = {"name": "sign-in", "url": "/login", "steps": [FILL]}


def config(login: dict[str, Any], **keys: Any) -> Config:
    return Config(login=login, **keys)  # type: ignore[arg-type]


def test_no_login_is_planned_where_none_is_configured() -> None:
    assert planned_login(Config(), "https://x.example/") is None


def test_a_login_by_steps_starts_from_its_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_PASSWORD", "secret-word")
    login = planned_login(config({"url": "/login", "steps": [GOTO, FILL]}), "https://x.example/docs/")
    assert login is not None
    assert (login.url, login.name) == ("https://x.example/login", "login")
    assert login.steps == (Goto(url="/form"), Fill(label="Password", secret="APP_PASSWORD"))
    assert login.secrets == ("secret-word",)


def test_a_login_by_a_flow_is_no_visit_unless_it_audits() -> None:
    audited = {"name": "home", "url": "/", "steps": [{"action": "audit", "state": "home"}]}
    both = config({"flow": "sign-in"}, flow=(FLOW, audited), targets=("https://x.example/",))
    with plan(both) as planned:
        assert [visit.flow for visit in planned.visits] == ["", "home"]
        login = planned_login(both, planned.base)
    assert login is not None
    assert (login.url, login.name, login.steps) == ("https://x.example/login", "sign-in", (Fill(**FILL),))


def test_basic_credentials_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    basic = {"user_secret": "APP_USER", "password_secret": "APP_PASSWORD"}
    monkeypatch.setenv("APP_USER", "ada-l")
    with pytest.raises(ConfigError, match="APP_PASSWORD is not set"):
        planned_login(config({"basic": basic}), "https://x.example/docs/")
    monkeypatch.setenv("APP_PASSWORD", "secret-word")
    login = planned_login(config({"basic": basic}), "https://x.example/docs/")
    assert login is not None
    assert login.credentials == {"username": "ada-l", "password": "secret-word", "origin": "https://x.example"}
    assert login.secrets == ("ada-l", "secret-word")


def test_certificates_are_files(tmp_path: Path) -> None:
    given = {"cert": str(tmp_path / "c.pem"), "key": str(tmp_path / "k.pem")}
    with pytest.raises(ConfigError, match=r"c\.pem: no such file"):
        planned_login(config({"certificate": given}), "https://x.example/")
    for name in given.values():
        Path(name).touch()
    login = planned_login(config({"certificate": given}), "https://x.example/")
    assert login is not None
    assert login.certificates == ({"origin": "https://x.example", "certPath": given["cert"], "keyPath": given["key"]},)


@pytest.mark.parametrize(
    ("login", "message"),
    [({"flow": "nobody"}, r"unknown flow 'nobody'"), ({"steps": [GOTO]}, "needs a url")],
)
def test_a_login_that_cannot_be_planned_is_named(login: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        planned_login(config(login, flow=(FLOW,)), "")


@pytest.mark.parametrize("login", [{}, {"url": "/x"}, {"flow": "a", "steps": [GOTO]}, {"password": "secret"}])
def test_a_login_that_is_no_way_in_is_refused(login: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        config(login)
