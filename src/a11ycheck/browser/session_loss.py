"""Notices that a run's login is gone: a login form stands where the page should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a11ycheck.browser.locating import shown
from a11ycheck.errors import NotAuditedError
from a11ycheck.steps import Click, Fill, Locate, Press, Step

if TYPE_CHECKING:
    from a11ycheck.browser.session import BrowserOptions, OpenPage

LOST = ("session-lost", "login-wall", "http-401")
"""Reasons of a target that a new login may help."""


def form_of(steps: tuple[Step, ...]) -> tuple[Locate, ...]:
    """What tells a login's form from other pages: the fields it fills before it first clicks or presses, and that button.

    The fields alone do not: a form for a new user has the same.
    """
    parts: list[Locate] = []
    for step in steps:
        if isinstance(step, Fill) or (parts and isinstance(step, Click)):
            parts.append(step)
        if parts and isinstance(step, Click | Press):
            break
    return tuple(parts)


def is_login_form(opened: OpenPage, parts: tuple[Locate, ...]) -> bool:
    """Whether all these elements are visible; False when there are none to look for."""
    return bool(parts) and all(shown(opened.page, part).count() > 0 for part in parts)


def refuse_lost_session(opened: OpenPage, options: BrowserOptions) -> None:
    """Raise `NotAuditedError` (`session-lost`) when the page is the login form that the run's login filled."""
    if not opened.anonymous and is_login_form(opened, options.login_form):
        raise NotAuditedError(
            "session-lost",
            f"the login form is there instead of the page, at {opened.page.url}",
            "The session ended; does a link or a step log out?",
        )
