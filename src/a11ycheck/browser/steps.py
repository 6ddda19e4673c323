"""Carries out the steps of a flow on a page."""

from __future__ import annotations

import fnmatch
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pyotp
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from a11ycheck.browser.locating import NotOneElementError, one, shown
from a11ycheck.browser.redact import Redaction, redact
from a11ycheck.browser.step_failure import limit_of, reason_of
from a11ycheck.browser.traffic import Traffic
from a11ycheck.errors import NotAuditedError
from a11ycheck.steps import (
    AuditState,
    Check,
    Click,
    Expect,
    Fill,
    Goto,
    Hover,
    OnElement,
    Press,
    Screenshot,
    Select,
    Step,
    Upload,
    WaitFor,
)

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

STEP_SECONDS = 10.0
_FIELDS = "input:not([type=button], [type=submit], [type=checkbox], [type=radio]), textarea, [contenteditable]"
_SAID = ("role", "name", "label", "text", "test_id", "css", "frame", "url", "key", "option", "file")


@dataclass
class Way:
    """A flow on its way: the page, its traffic, and what messages and pictures need.

    `flow`: its name; `base_url`: what relative URLs start from; `pictures`: the folder for a picture of the page where a
    step failed (its fields are masked), None for no pictures; `redaction`: what messages and pictures must not show;
    `happened`: tells what else the page did that may explain a failure.
    """

    page: Page
    traffic: Traffic
    flow: str
    base_url: str
    pictures: Path | None = None
    redaction: Redaction = field(default_factory=Redaction)
    happened: Callable[[], tuple[str, ...]] = tuple


def perform(way: Way, step: Step, number: int) -> None:
    """Carry out one step; of an `audit` step its assertion. `number`: the step's place in the flow, from 1.

    Raises `NotAuditedError` (`flow-step`) naming flow, step, locator and URL, what was there instead, and the picture.
    """
    try:
        _perform(way, step)
    except (NotOneElementError, PlaywrightError) as error:
        redact(way.page, way.redaction)
        raise failure(
            way, f"step {number} ({describe(step)})", reason_of(way.page, step, error, STEP_SECONDS)
        ) from None


def failure(way: Way, where: str, reason: str) -> NotAuditedError:
    """The error of a flow that cannot go on at `where`."""
    told = "".join(f"; {event}" for event in way.happened())
    message = f"flow {way.flow!r}, {where}: {reason}, at {way.page.url}{told}"
    taken = picture(way, where.partition(" (")[0])
    hint = f"See {taken}, and correct the flow." if taken else "Open the page there, and correct the flow."
    return NotAuditedError("flow-step", message, hint)


def describe(step: Step) -> str:
    """A step in words, without any typed value."""
    named = {key: getattr(step, key, None) for key in _SAID}
    if isinstance(step, AuditState):
        return f"audit {step.state!r}" + (f": {describe(step.expect)}" if step.expect else "")
    words = [f"{key.replace('_', ' ')} {str(value)!r}" for key, value in named.items() if value is not None]
    return " ".join([step.action, ", ".join(words)]).strip()


def _perform(way: Way, step: Step) -> None:
    limit = STEP_SECONDS * 1000
    page = way.page
    match step:
        case Goto():
            _open(page, urljoin(way.base_url, step.url), f"flow {way.flow!r}, {describe(step)}")
        case Press() if not step.named:
            page.keyboard.press(step.key)
        case Press() | OnElement():
            _act(one(page, step, limit), step, limit)
        case WaitFor() | Expect():
            _await(way, step)
        case Screenshot():
            redact(page, way.redaction)
            _save_picture(page, step.file)
        case AuditState() if step.expect is not None:
            _await(way, step.expect)


def _open(page: Page, url: str, where: str) -> None:
    answer = page.goto(url, wait_until="load")
    if answer is not None and answer.status >= 400:
        raise NotAuditedError(
            f"http-{answer.status}",
            f"{where}: the server answered {answer.status} at {url}",
            "Correct the step's url, or do what makes the page exist first; error pages are not audited.",
        )


def _act(element: Locator, step: Press | OnElement, limit: float) -> None:
    match step:
        case Press():
            element.press(step.key, timeout=limit)
        case Click():
            element.click(timeout=limit)
        case Fill():
            element.fill(typed(step), timeout=limit)
        case Select():
            element.select_option(step.option, timeout=limit)
        case Check():
            element.set_checked(step.checked, timeout=limit)
        case Hover():
            element.hover(timeout=limit)
        case Upload():
            element.set_input_files(list(step.files), timeout=limit)


def _await(way: Way, step: WaitFor | Expect) -> None:
    seconds = limit_of(step, STEP_SECONDS)
    until = time.monotonic() + seconds
    while step.url is not None and not fnmatch.fnmatch(way.page.url, step.url):
        if time.monotonic() > until:
            raise PlaywrightTimeoutError("the URL does not match")
        way.page.wait_for_timeout(50)
    if step.named:
        hidden = isinstance(step, Expect) and step.hidden
        left = max(until - time.monotonic(), 0.1) * 1000
        shown(way.page, step).first.wait_for(state="hidden" if hidden else "visible", timeout=left)
    if isinstance(step, WaitFor) and step.network_quiet:
        way.traffic.wait_until_quiet(seconds)


def typed(step: Fill) -> str:
    """What a step types. Raises `NotAuditedError` naming the environment variable that is missing or no key."""
    if step.value is not None:
        return step.value
    name = step.secret or step.totp or ""
    value = os.environ.get(name)
    if not value:
        raise NotAuditedError(
            "flow-step", f"the environment variable {name} is not set or empty", f"Set it: export {name}=…"
        )
    if step.secret:
        return value
    try:
        return pyotp.TOTP(value.replace(" ", "")).now()
    except ValueError:
        raise NotAuditedError(
            "flow-step", f"the environment variable {name} holds no base32 key", "Copy the key shown at the set-up."
        ) from None


def secrets_of(steps: tuple[Step, ...]) -> tuple[str, ...]:
    """What steps type, for a redactor: values, and the environment's secrets as far as they are set."""
    values: list[str] = []
    for step in steps:
        if isinstance(step, Fill):
            values += [step.value or "", os.environ.get(step.secret or step.totp or "", "")]
    return tuple(value for value in values if value)


def picture(way: Way, where: str) -> Path | None:
    """Take a picture of the page as it stands, its fields masked, and return its file; None where there can be none."""
    if way.pictures is None:
        return None
    name = "".join(character if character.isalnum() else "-" for character in f"{way.flow} {where}")
    file = way.pictures / f"{name}.png"
    try:
        _save_picture(way.page, file, _FIELDS)
    except (PlaywrightError, OSError):
        return None
    return file


def _save_picture(page: Page, file: Path, masked: str = "") -> None:
    options: dict[str, Any] = {"mask": [page.locator(masked)]} if masked else {}
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file, animations="disabled", timeout=STEP_SECONDS * 1000, **options)
