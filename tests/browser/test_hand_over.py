"""A person gets the page in the state they asked for, and nothing is held back from then on. A script plays the person."""

from __future__ import annotations

from typing import Any

import pytest

from a11ycheck.browser import axe_source
from a11ycheck.browser.hand_over import hand_over
from a11ycheck.browser.login import Login
from a11ycheck.browser.session import BrowserOptions, OpenPage
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import Target, Variant, Visit
from a11ycheck.steps import AuditState, Click, Fill

pytestmark = pytest.mark.usefixtures("own_playwright")
OPTIONS = BrowserOptions(axe_source=axe_source.read(None))
PAGE = """<!DOCTYPE html><html lang="en"><title>Start</title><h1>Start</h1>
<button onclick="document.title = 'Menu'">Menu</button><button onclick="document.title = 'Gone too far'">More</button>"""


def flow(url: str, *, anonymous: bool = False) -> Visit:
    steps = (
        AuditState(state="start"),
        Click(role="button", name="Menu"),
        AuditState(state="menu open"),
        Click(role="button", name="More"),
        AuditState(state="more"),
    )
    return Visit(order=0, url=url, flow="way", steps=steps, anonymous=anonymous)


def target(visit: Visit, state: str = "") -> Target:
    return next(each for each in visit.targets if each.state == state)


def test_the_flow_stops_at_the_state_that_was_asked_for(web: Any) -> None:
    visit = flow(web.page("/", PAGE))
    seen: list[str] = []

    def done(opened: OpenPage) -> bool:
        seen.append(opened.page.title())
        return True

    hand_over(visit, target(visit, "menu open"), OPTIONS, None, done)
    assert seen == ["Menu"]


def test_a_state_that_is_never_reached_is_said(web: Any) -> None:
    visit = flow(web.page("/", PAGE))
    elsewhere = target(visit, "menu open").model_copy(update={"url": f"{web.base}/elsewhere"})
    with pytest.raises(NotAuditedError, match="never reached the state 'menu open'"):
        hand_over(visit, elsewhere, OPTIONS, None, lambda _: True)


def test_the_person_may_go_to_other_sites_and_close_the_window(web: Any) -> None:
    web.page("/else", "<!DOCTYPE html><title>Else</title><p>Another site")
    visit = Visit(order=0, url=web.page("/", PAGE))
    titles: list[str] = []

    def done(opened: OpenPage) -> bool:
        if titles:
            opened.page.close()
            return False
        opened.page.goto(f"{web.other}/else")
        titles.append(opened.page.title())
        return False

    hand_over(visit, target(visit), OPTIONS, None, done)
    assert titles == ["Else"]


@pytest.mark.parametrize(("anonymous", "title"), [(False, "Inbox of sam"), (True, "Log in")])
def test_the_page_is_shown_after_the_login_unless_the_visit_is_without_one(
    web: Any, anonymous: bool, title: str
) -> None:
    inside = "document.title = document.cookie ? 'Inbox of ' + document.cookie.split('=')[1] : 'Log in'"
    url = web.page(
        "/", f"<!DOCTYPE html><html lang=en><title>x</title><h1>Mail</h1><p>Text</p><script>{inside}</script>"
    )
    form = """<!DOCTYPE html><html lang="en"><title>Log in</title><h1>Log in</h1><label>User <input></label>
    <button onclick="document.cookie = 'user=' + document.querySelector('input').value; location.href = '/'">Go</button>"""
    login = Login(
        url=web.page("/login", form), steps=(Fill(label="User", value="sam"), Click(role="button", name="Go"))
    )
    visit = Visit(order=0, url=url, anonymous=anonymous, variant=Variant())
    seen: list[str] = []

    def done(opened: OpenPage) -> bool:
        seen.append(opened.page.title())
        return True

    hand_over(visit, target(visit), OPTIONS, login, done)
    assert seen == [title]
