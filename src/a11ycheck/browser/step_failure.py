"""Says in plain words why a step of a flow could not be done, and what is there instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from a11ycheck.browser.locating import NotOneElementError, frames, hidden_matches, instead, matches, options
from a11ycheck.browser.network_fault import network_fault
from a11ycheck.steps import AuditState, Awaiting, Expect, Goto, Locate, Press, Select, Step

if TYPE_CHECKING:
    from playwright.sync_api import Page

_KEYS = "keys are named as in Enter, Tab, ArrowDown, Escape, Control+K"
_REFUSED = {
    "Download is starting": "the URL is a download, not a page",
    "is not an <input>": "nothing can be typed into it: name the field itself",
    "is not a <select>": "it is no select element: click it, and then the option",
    "Not a checkbox or radio button": "it cannot be checked: name the checkbox itself, or click it",
    "Node is not an HTMLInputElement": "it takes no files: name the file field itself, which may be hidden",
}
_KEPT_FROM = {
    "element is not enabled": "it is disabled",
    "element is not editable": "it is read-only",
    "element is not stable": "it kept moving",
    "element is outside of the viewport": "it lies outside of the view",
    "element is not visible": "it is not visible",
}


def limit_of(step: Awaiting, usual: float) -> float:
    """For how many seconds a step waits; `usual` where it does not say."""
    return step.timeout or usual


def reason_of(page: Page, step: Step, error: Exception, usual: float) -> str:
    """Why a step could not be done: `error` is `NotOneElementError` or Playwright's. `usual`: seconds that steps wait."""
    if isinstance(error, NotOneElementError):
        assert isinstance(step, Locate)
        return _not_one(page, step, error.count, usual)
    assert isinstance(error, PlaywrightError)
    if not isinstance(error, PlaywrightTimeoutError):
        return _refusal(step, error.message)
    asserted = step.expect if isinstance(step, AuditState) else step
    if isinstance(asserted, Awaiting):
        return _not_so(page, asserted, error.message, usual)
    if isinstance(step, Goto):
        return "the page did not load in time; is the server busy, or a resource of the page never answered?"
    return (
        f"the element is there, but this was not possible within {usual:g} s: {_kept_from(page, step, error.message)}"
    )


def _not_one(page: Page, step: Locate, count: int, usual: float) -> str:
    if count:
        return f"{count} elements match: {matches(page, step)}; name one: add exact = true, a role, or a longer name"
    if step.frame and (there := frames(page, step.frame)) is not None:
        return f"no frame matches {step.frame!r} within {usual:g} s; there is {there or 'none'}"
    if hidden := hidden_matches(page, step):
        matching = "1 element matches, but it is" if hidden == 1 else f"{hidden} elements match, but all are"
        return f"{matching} not visible within {usual:g} s: open what holds it first{instead(page, step)}"
    return f"no such element within {usual:g} s{instead(page, step)}"


def _not_so(page: Page, asserted: Awaiting, told: str, usual: float) -> str:
    near = "" if isinstance(asserted, Expect) and asserted.hidden else instead(page, asserted)
    detail = f": {told}" if "still under way" in told else ""
    limit = limit_of(asserted, usual)
    return f"not so within {limit:g} s{detail}{near}; timeout = {3 * limit:g} in this step waits longer"


def _refusal(step: Step, told: str) -> str:
    first = told.splitlines()[0]
    if "Unknown key" in first and isinstance(step, Press):
        return f"there is no key {step.key!r}; {_KEYS}"
    if "while parsing" in first or "is not a valid" in first:
        return f"not a selector: {_without_call(first)}"
    if fault := network_fault(told):
        return f"{fault.message}. {fault.hint}".rstrip(". ")
    return next((said for words, said in _REFUSED.items() if words in first), _without_call(first))


def _kept_from(page: Page, step: Step, told: str) -> str:
    """What the browser's own log says kept it from acting."""
    if isinstance(step, Select) and "did not find some options" in told:
        return f"it has no option {step.option!r}{options(page, step)}"
    if over := re.findall(r"- (<.*>) .*intercepts pointer events", told):
        return f"{over[-1][:80]} lies over it; close that first"
    found = [said for words, said in _KEPT_FROM.items() if words in told]
    return found[-1] if found else "covered, moving or disabled?"


def _without_call(told: str) -> str:
    """A message without the Playwright call it begins with, such as `Locator.fill: Error:`."""
    return re.sub(r"^(?:[A-Z]\w+\.\w+: )?(?:Error: )?", "", told)
