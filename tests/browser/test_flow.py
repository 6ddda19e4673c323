"""Flows in a real browser: every kind of step, and what is said when one cannot be done."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.browser.conftest import PAGE, STEPS

from a11ycheck.browser.flow import walk
from a11ycheck.browser.session import BrowserSession
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import Variant, Visit

pytestmark = pytest.mark.usefixtures("quick_steps")


def test_every_kind_of_step_does_what_it_says(
    web: Any, states: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.page("/", PAGE)
    web.page("/next", "<!DOCTYPE html><title>Next</title><h1>Next</h1>")
    (tmp_path / "a.txt").write_text("a")
    monkeypatch.setenv("APP_USER", "ada")
    found = states(
        {"action": "fill", "label": "User", "secret": "APP_USER"},
        {"action": "select", "label": "Plan", "option": "Large"},
        {"action": "check", "role": "checkbox", "name": "News"},
        {"action": "upload", "css": "#file", "files": [str(tmp_path / "a.txt")]},
        {"action": "hover", "css": "#mark"},
        {"action": "expect", "text": "A tip"},
        {"action": "press", "key": "F2"},
        {"action": "click", "role": "button", "name": "Save", "exact": True},
        {"action": "wait_for", "network_quiet": True},
        {"action": "screenshot", "file": str(tmp_path / "shots" / "form.png")},
        {"action": "audit", "state": "filled"},
        {"action": "click", "test_id": "next"},
        {"action": "wait_for", "url": "*/next"},
        {"action": "audit", "state": "next", "expect": {"role": "heading", "name": "Next"}},
        {"action": "goto", "url": "/"},
        {"action": "audit", "state": "back"},
    )
    assert [(state, url) for state, url, _ in found] == [("filled", "/"), ("next", "/next"), ("back", "/")]
    assert json.loads(found[0][2]) == {
        "user": "ada", "plan": "l", "news": True, "file": "a.txt", "hovered": True, "key": "F2",
    }  # fmt: skip
    assert (tmp_path / "shots" / "form.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_shows_where_a_flow_failed_but_not_what_was_typed(
    web: Any, states: Callable[..., Any], tmp_path: Path
) -> None:
    web.page(
        "/", '<!DOCTYPE html><title>x</title><body style="margin:0"><input id="user" style="width:400px;height:200px">'
    )
    step = {"action": "click", "text": "Nowhere"}
    pictures = []
    for number, value in enumerate(("aaaa", "something else")):
        with pytest.raises(NotAuditedError) as caught:
            states(
                {"action": "fill", "css": "#user", "value": value}, step, options={"pictures": tmp_path / str(number)}
            )
        assert str(tmp_path / str(number)) in caught.value.hint
        (file,) = (tmp_path / str(number)).iterdir()
        pictures.append(file.read_bytes())
    assert pictures[0] == pictures[1]


def test_popups_and_downloads_are_named_when_a_flow_cannot_go_on(web: Any, states: Callable[..., Any]) -> None:
    web.page(
        "/",
        '<!DOCTYPE html><title>x</title><a href="/pop" target="_blank">Open</a> <a href="/file">Get</a>'
        f' <a href="{web.other}/away">Leave</a>',
    )
    web.page("/pop", "<title>pop</title>")
    web.page("/file", "x", Content_Disposition="attachment; filename=a.bin")
    for text, event in (
        ("Open", r"a popup was closed: .*/pop \(a goto step opens it\)"),
        ("Get", "a download was refused"),
        ("Leave", "wanted to leave for"),
    ):
        with pytest.raises(NotAuditedError, match=event):
            states({"action": "click", "text": text}, {"action": "expect", "text": "Never there", "timeout": 3})


def test_a_hash_route_that_stays_on_the_old_state_is_noticed(web: Any, states: Callable[..., Any]) -> None:
    web.page("/", '<!DOCTYPE html><title>x</title><h1>Inbox</h1><a href="#/settings">Settings</a>')
    with pytest.raises(NotAuditedError, match=r"audit 'settings'.*not so within 1 s; there is .*heading \"Inbox\""):
        states(
            {"action": "click", "text": "Settings"},
            {"action": "audit", "state": "settings", "expect": {"role": "heading", "name": "Settings"}},
        )


def test_network_quiet_waits_for_requests_that_scripts_make_later(web: Any, states: Callable[..., Any]) -> None:
    def slow(request: Any) -> None:
        import time

        time.sleep(0.7)
        request.send_response(200)
        request.send_header("Content-Length", "4")
        request.end_headers()
        request.wfile.write(b"done")

    web.page(
        "/",
        "<!DOCTYPE html><title>x</title><button onclick=\"fetch('/slow').then(r => r.text()).then(t => out.textContent = t)\">"
        "Go</button><output id=out></output>",
    )
    web.answer("/slow", slow)
    found = states(
        {"action": "click", "text": "Go"},
        {"action": "wait_for", "network_quiet": True, "timeout": 5},
        {"action": "audit", "state": "loaded"},
    )
    assert found == [("loaded", "/", "done")]


def test_a_python_flow_walks_and_audits(web: Any, states: Callable[..., Any], tmp_path: Path) -> None:
    web.page("/", PAGE)
    script = tmp_path / "way.py"
    script.write_text(
        "def flow(page, audit):\n"
        "    audit('start')\n"
        "    page.get_by_label('User').fill('ada')\n"
        "    page.get_by_role('button', name='Save', exact=True).click()\n"
        "    audit('saved')\n"
    )
    found = states(script=str(script), states=("start", "saved"))
    assert [state for state, _, _ in found] == ["start", "saved"]
    assert json.loads(found[1][2])["user"] == "ada"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("page.get_by_text('Nowhere').click(timeout=300)", r"way.py line 3: TimeoutError"),
        ("raise ValueError('broken')", r"way.py line 3: ValueError: broken"),
        ("audit('unplanned')", "'unplanned', which is not in the plan"),
    ],
)
def test_a_python_flow_that_fails_is_named_by_line(
    web: Any, states: Callable[..., Any], tmp_path: Path, body: str, message: str
) -> None:
    web.page("/", PAGE)
    script = tmp_path / "way.py"
    script.write_text(f"def flow(page, audit):\n    audit('start')\n    {body}\n")
    with pytest.raises(NotAuditedError, match=message):
        states(script=str(script), states=("start",))


def test_a_one_time_password_follows_rfc_6238(
    web: Any, states: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Appendix B of the RFC: at 59 s the eight digits are 94287082, so six are 287082."""
    monkeypatch.setenv("APP_TOTP", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    monkeypatch.setattr("pyotp.TOTP.now", lambda code: code.at(59))
    web.page("/", PAGE)
    (found,) = states(
        {"action": "fill", "label": "User", "totp": "APP_TOTP"},
        {"action": "click", "role": "button", "name": "Save", "exact": True},
        {"action": "audit", "state": "in"},
    )
    assert json.loads(found[2])["user"] == "287082"
    monkeypatch.setenv("APP_TOTP", "not base32!")
    with pytest.raises(NotAuditedError, match="APP_TOTP holds no base32 key"):
        states({"action": "fill", "label": "User", "totp": "APP_TOTP"})


def test_a_step_that_opens_an_error_page_ends_the_flow(web: Any, states: Callable[..., Any]) -> None:
    web.page("/", PAGE)
    with pytest.raises(NotAuditedError, match=r"goto url '/missing': the server answered 404 at .*/missing") as caught:
        states({"action": "goto", "url": "/missing"}, {"action": "audit", "state": "missing"})
    assert caught.value.reason == "http-404"
    assert "Correct the step's url" in caught.value.hint


@pytest.mark.parametrize(
    ("steps", "same"),
    [
        (({"action": "click", "text": "Settings"},), True),
        (({"action": "goto", "url": "#/elsewhere"},), True),
        (({"action": "check", "label": "News"},), False),
        (({"action": "fill", "label": "User", "value": "ada"},), False),
        (({"action": "click", "text": "More"},), False),
    ],
)
def test_a_state_that_nothing_proves_and_that_looks_as_the_one_before_is_told(
    web: Any, chromium: BrowserSession, steps: tuple[dict[str, Any], ...], same: bool
) -> None:
    web.page(
        "/",
        "<!DOCTYPE html><title>x</title><h1>Inbox</h1><a href='#/settings'>Settings</a><label>User <input></label>"
        "<label><input type=checkbox>News</label><details><summary>More</summary>Text</details>",
    )
    told = {}
    for expect in ({}, {"expect": {"text": "Inbox"}}):
        ways = ({"action": "audit", "state": "first"}, *steps, {"action": "audit", "state": "second", **expect})
        flow = Visit(order=0, url=web.base + "/", flow="way", steps=STEPS.validate_python(ways))
        with chromium.page(Variant(), fresh=True) as opened:
            found = {state: "same" in facts.settle for state, _, facts in walk(flow, opened, chromium.options)}
        told[bool(expect)] = found
    assert told == {False: {"first": False, "second": same}, True: {"first": False, "second": False}}


@pytest.mark.parametrize(("untouched", "playing"), [(False, "paused"), (True, "running")])
def test_motion_is_left_alone_where_it_is_to_be_seen(
    web: Any, chromium: BrowserSession, untouched: bool, playing: str
) -> None:
    style = "<style>@keyframes k { to { margin-left: 9px } } h1 { animation: k 9s infinite }</style>"
    web.page("/", f"{PAGE}{style}")
    flow = Visit(
        order=0, url=web.base + "/", flow="way", states=("start",),
        steps=STEPS.validate_python([{"action": "audit", "state": "start"}]),
    )  # fmt: skip
    with chromium.page(Variant(), fresh=True) as opened:
        for _ in walk(flow, opened, chromium.options, untouched=untouched):
            assert opened.page.evaluate("() => document.getAnimations()[0].playState") == playing


def test_a_form_whose_fields_hide_its_properties_is_looked_at(web: Any, states: Callable[..., Any]) -> None:
    fields = "".join(f"<input name={name} aria-label=x>" for name in ("attributes", "getAttributeNames", "localName"))
    web.page("/", f"<!DOCTYPE html><title>x</title><form>{fields}</form><p>Text")
    assert [state for state, *_ in states({"action": "audit", "state": "form"})] == ["form"]
