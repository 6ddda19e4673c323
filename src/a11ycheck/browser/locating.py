"""Finds the one element that a step names, and says what is there instead when it cannot."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from a11ycheck.steps import Locate, Upload

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Locator, Page

TEST_ID_ATTRIBUTES = ("data-testid", "data-test-id", "data-test", "data-cy", "data-qa")
SHOWN = 5
LOOKED_AT = 60

_FIELDS = "input:not([type=hidden]), textarea, select, [contenteditable=true], [role=textbox], [role=combobox]"
_TEXTS = "a, button, h1, h2, h3, label, summary, legend, th, td, li, p, span, [role]"


class NotOneElementError(Exception):
    """No element, or several, where a step needs one. `count`: how many."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} elements")
        self.count = count


def locate(page: Page, step: Locate) -> Locator:
    """The Playwright locator a step names; it may match any number of elements, hidden ones too."""
    root: Page | FrameLocator = page.frame_locator(step.frame) if step.frame else page
    if step.role is not None:
        return root.get_by_role(step.role, name=step.name, exact=step.exact)  # type: ignore[arg-type]
    if step.label is not None:
        return root.get_by_label(step.label, exact=step.exact)
    if step.text is not None:
        return root.get_by_text(step.text, exact=step.exact)
    if step.test_id is not None:
        value = step.test_id.replace("\\", "\\\\").replace('"', '\\"')
        return root.locator(", ".join(f'[{name}="{value}"]' for name in TEST_ID_ATTRIBUTES))
    return root.locator(step.css or ":root")


def shown(page: Page, step: Locate) -> Locator:
    """The visible elements a step names; for a file field, hidden ones too, since applications hide them."""
    found = locate(page, step)
    return found if isinstance(step, Upload) else found.filter(visible=True)


def one(page: Page, step: Locate, limit: float) -> Locator:
    """The single element a step names, awaited for `limit` milliseconds. Raises `NotOneElementError` else."""
    found = shown(page, step)
    try:
        found.first.wait_for(state="attached" if isinstance(step, Upload) else "visible", timeout=limit)
    except PlaywrightTimeoutError:
        raise NotOneElementError(0) from None
    count = found.count()
    if count > 1:
        raise NotOneElementError(count)
    return found


def matches(page: Page, step: Locate) -> str:
    """The first elements that a step names."""
    found = shown(page, step).all()
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return ", ".join(_described(each) for each in found[:SHOWN]) + more


def instead(page: Page, step: Locate) -> str:
    """The nearest visible elements to what a step names, as the end of a sentence; empty when there are none.

    For a CSS selector, which has no neighbours, these are the page's headings.
    """
    try:
        texts = _candidates(page, step)
    except PlaywrightError:
        return ""
    wanted = (step.name or step.label or step.text or step.test_id or "").lower()
    texts = sorted(dict.fromkeys(texts), key=lambda text: -difflib.SequenceMatcher(None, wanted, text.lower()).ratio())
    return f"; there is {', '.join(texts[:SHOWN])}" if texts else ""


def _candidates(page: Page, step: Locate) -> list[str]:
    root: Page | FrameLocator = page.frame_locator(step.frame) if step.frame else page
    if step.role is not None:
        near = root.get_by_role(step.role)  # type: ignore[arg-type]
    elif step.label is not None:
        near = root.locator(_FIELDS)
    elif step.test_id is not None:
        near = root.locator(", ".join(f"[{name}]" for name in TEST_ID_ATTRIBUTES))
        return [
            repr(value)
            for each in near.filter(visible=True).all()[:LOOKED_AT]
            for name in TEST_ID_ATTRIBUTES
            if (value := each.get_attribute(name, timeout=1000))
        ]
    elif step.text is not None:
        near = root.locator(_TEXTS).filter(visible=True)
        texts = (" ".join((each.text_content(timeout=1000) or "").split()) for each in near.all()[:LOOKED_AT])
        return [repr(text[:60]) for text in texts if text]
    else:
        near = root.get_by_role("heading")
    return [_described(each) for each in near.filter(visible=True).all()[:LOOKED_AT]]


def _described(element: Locator) -> str:
    """Role and name as Playwright's aria snapshot gives them, such as `button "Save"`, without what a field holds."""
    lines = element.aria_snapshot(timeout=1000).splitlines()
    first = re.match(r'- ([\w-]+(?: "(?:[^"\\]|\\.)*")?)', lines[0]) if lines else None
    return first[1] if first else element.evaluate("element => '<' + element.localName + '>'", timeout=1000)
