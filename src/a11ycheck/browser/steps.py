"""Carries out the steps of a flow on a page."""

from __future__ import annotations

import fnmatch
import os
import time
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from a11ycheck.errors import NotAuditedError
from a11ycheck.model import Click, Expect, Fill, Goto, Locate, Press, Step, WaitFor

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

STEP_SECONDS = 10.0


def perform(page: Page, step: Step, number: int, base_url: str) -> None:
    """Carry out one step. `number`: its place in the flow from 1, for messages. `audit` steps are not for here.

    Raises `NotAuditedError` (`flow-step`) naming the step, the locator and what was there instead.
    """
    try:
        _perform(page, step, base_url)
    except PlaywrightTimeoutError:
        raise NotAuditedError(
            "flow-step",
            f"step {number} ({describe(step)}): not possible within {STEP_SECONDS:g} s at {page.url}",
            _HINT,
        ) from None
    except PlaywrightError as error:
        raise NotAuditedError(
            "flow-step", f"step {number} ({describe(step)}): {error.message.splitlines()[0]}", _HINT
        ) from None


_HINT = "Open the page at this step and correct the locator in the flow."


def describe(step: Step) -> str:
    """A step in words, without any typed value."""
    where = ", ".join(
        f"{key} {value!r}"
        for key, value in step.model_dump(include=set(Locate.model_fields) | {"url", "key"}).items()
        if value is not None
    )
    return f"{step.action} {where}".strip()


def locate(page: Page, step: Locate) -> Locator:
    """The Playwright locator a step names: role and name, label, text, test id, or CSS."""
    root = page.frame_locator(step.frame) if step.frame else page
    if step.role:
        return root.get_by_role(step.role, name=step.name)  # type: ignore[arg-type]
    if step.label:
        return root.get_by_label(step.label)
    if step.text:
        return root.get_by_text(step.text)
    if step.test_id:
        return root.get_by_test_id(step.test_id)
    return root.locator(step.css or "body")


def _perform(page: Page, step: Step, base_url: str) -> None:
    limit = STEP_SECONDS * 1000
    match step:
        case Goto():
            page.goto(urljoin(base_url, step.url), wait_until="load")
        case Click():
            locate(page, step).click(timeout=limit)
        case Fill():
            locate(page, step).fill(_value(step), timeout=limit)
        case Press():
            locate(page, step).press(step.key, timeout=limit) if _names_element(step) else page.keyboard.press(step.key)
        case WaitFor() | Expect():
            _await(page, step, limit)
        case _:
            raise AssertionError(f"{step.action} is not a step to perform")


def _await(page: Page, step: WaitFor | Expect, limit: float) -> None:
    if step.url is not None:
        _await_url(page, step.url)
    if isinstance(step, WaitFor) and step.network_quiet:
        page.wait_for_load_state("networkidle", timeout=limit)
    if _names_element(step):
        hidden = isinstance(step, Expect) and step.hidden
        locate(page, step).first.wait_for(state="hidden" if hidden else "visible", timeout=limit)


def _await_url(page: Page, glob: str) -> None:
    until = time.monotonic() + STEP_SECONDS
    while not fnmatch.fnmatch(page.url, glob):
        if time.monotonic() > until:
            raise PlaywrightTimeoutError(f"the URL stayed {page.url}")
        page.wait_for_timeout(50)


def _names_element(step: Locate) -> bool:
    return any((step.role, step.label, step.text, step.test_id, step.css))


def _value(step: Fill) -> str:
    if step.secret is None:
        return step.value or ""
    value = os.environ.get(step.secret)
    if value is None:
        raise NotAuditedError(
            "flow-step", f"the environment variable {step.secret} is not set", f"Set it: export {step.secret}=…"
        )
    return value
