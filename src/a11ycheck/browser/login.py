"""Logs in once, so that all workers can share what the browser then holds."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from a11ycheck.browser.flow_script import Failed, script_secrets, states
from a11ycheck.browser.load import open_url
from a11ycheck.browser.redact import redact
from a11ycheck.browser.session_loss import form_of, is_login_form
from a11ycheck.browser.steps import Way, perform, picture, secrets_of
from a11ycheck.browser.storage_state import State, capture
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import Variant
from a11ycheck.steps import AuditState, Expect, Goto, Step

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

    from a11ycheck.browser.session import BrowserOptions, BrowserSession, OpenPage

ANSWER_SECONDS = 10.0


@dataclass(frozen=True)
class Login:
    """How to log in: `steps` or a Python file `script` from `url` on; neither for HTTP basic or a certificate alone.

    `expect`: what proves it; `offsite`: whether the way leads over other sites, as with single sign-on; `credentials` and
    `certificates`: as in `BrowserOptions`.
    """

    url: str
    name: str = "login"
    steps: tuple[Step, ...] = ()
    script: str = ""
    expect: Expect | None = None
    offsite: bool = False
    credentials: dict[str, Any] | None = None
    certificates: tuple[dict[str, Any], ...] = ()

    @property
    def secrets(self) -> tuple[str, ...]:
        """What is typed or sent: user name and password."""
        sent = (self.credentials[key] for key in ("username", "password")) if self.credentials else ()
        return (*secrets_of(self.steps), *(script_secrets(Path(self.script)) if self.script else ()), *sent)


def log_in(session: BrowserSession, login: Login) -> State:
    """Log in, once, and return the state of the browser. Raises `NotAuditedError` (`login-failed`) saying why not.

    Without `expect` the proof is that the last page is no error and does not show the form that was filled.
    """
    options = replace(session.options, wait_for=None, login_form=())
    with session.page(Variant(), fresh=True) as opened:
        try:
            _walk(opened, login, options)
            return capture(opened.page)
        except NotAuditedError as error:
            raise NotAuditedError("login-failed", f"the login failed: {error.message}", error.hint) from None
        except PlaywrightError as error:
            first = error.message.splitlines()[0]
            raise NotAuditedError("login-failed", f"the login failed: {first}") from None


def _walk(opened: OpenPage, login: Login, options: BrowserOptions) -> None:
    page, traffic = opened.page, opened.traffic
    answers: list[int] = []
    page.on("response", lambda response: answers.append(response.status) if _is_page(response, page) else None)
    way = Way(
        page, traffic, login.name, login.url, options.pictures, options.redaction, lambda: opened.happened
    )  # fmt: skip
    opened.guard.open(None if login.offsite else login.url)
    open_url(opened, login.url, options)
    if login.script:
        try:
            for _ in states(Path(login.script), page):
                pass
        except Failed as error:
            raise NotAuditedError("flow-step", f"{login.script} line {error.line}: {error.reason}") from None
    for number, step in enumerate(login.steps, 1):
        if isinstance(step, Goto) and not login.offsite:
            opened.guard.open(urljoin(login.url, step.url))
        if not isinstance(step, AuditState) or step.expect is not None:
            perform(way, step, number)
    if login.expect is not None:
        try:
            perform(way, login.expect, len(login.steps) + 1)
        except NotAuditedError:
            _refuse_what_is_no_login(way, opened, login, answers)
            raise
        return
    with contextlib.suppress(PlaywrightTimeoutError):
        traffic.wait_until_quiet(ANSWER_SECONDS)
    page.wait_for_load_state("load")
    _refuse_what_is_no_login(way, opened, login, answers)


def _refuse_what_is_no_login(way: Way, opened: OpenPage, login: Login, answers: list[int]) -> None:
    if answers and answers[-1] >= 400:
        message = f"the server answered {answers[-1]} at {opened.page.url}"
    elif is_login_form(opened, form_of(login.steps)):
        message = f"the login form is still there after the last step, at {opened.page.url}"
    else:
        return
    redact(opened.page, way.redaction)
    seen = picture(way, "refused")
    hint = "Check the user name and the password; they were tried once."
    raise NotAuditedError("login-failed", message, f"{hint} See {seen}." if seen else hint)


def _is_page(response: Response, page: Page) -> bool:
    request = response.request
    return request.is_navigation_request() and request.frame == page.main_frame
