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
_FRAME_TAGS = """frames => frames.map((frame) => frame.localName + ["id", "name", "title"]
  .filter((name) => frame.getAttribute(name)).map((name) => `[${name}="${frame.getAttribute(name)}"]`).join(""))"""
_ROLE_AND_NAME = re.compile(r'\s*- (?!text\b|/)([\w-]+)(?: "((?:[^"\\]|\\.)*)")?')


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


def hidden_matches(page: Page, step: Locate) -> int:
    """How many elements a step names that are in the page and not visible."""
    try:
        if step.role is None:
            return locate(page, step).count()
        root: Page | FrameLocator = page.frame_locator(step.frame) if step.frame else page
        return root.get_by_role(step.role, name=step.name, exact=step.exact, include_hidden=True).count()  # type: ignore[arg-type]
    except PlaywrightError:
        return 0


def frames(page: Page, selector: str) -> str | None:
    """The page's frames, when none matches a selector (empty: there is no frame at all); None when one does."""
    try:
        if page.locator(selector).count():
            return None
        told = page.locator("iframe, frame").evaluate_all(_FRAME_TAGS)
    except PlaywrightError:
        return None
    return ", ".join(str(one)[:80] for one in told[:SHOWN])


def options(page: Page, step: Locate) -> str:
    """The options of the select element that a step names, as the end of a sentence."""
    try:
        texts = locate(page, step).locator("option").all_text_contents()
    except PlaywrightError:
        return ""
    shown_texts = ", ".join(repr(" ".join(text.split())) for text in texts[:SHOWN])
    more = f" and {len(texts) - SHOWN} more" if len(texts) > SHOWN else ""
    return f"; there is {shown_texts}{more}" if texts else "; it has none"


def instead(page: Page, step: Locate) -> str:
    """The nearest visible elements to what a step names, as the end of a sentence; empty when there are none.

    For a role and name, those with the nearest name, of the same role before others. For a CSS selector, which has no
    neighbours, these are the page's headings.
    """
    try:
        near = _by_role(page, step) if step.role is not None else _by_text(page, step)
    except PlaywrightError:
        return ""
    return f"; there is {', '.join(near[:SHOWN])}" if near else ""


def _by_text(page: Page, step: Locate) -> list[str]:
    wanted = step.label or step.text or step.test_id or ""
    return sorted(dict.fromkeys(_candidates(page, step)), key=lambda text: -_alike(wanted, text))


def _by_role(page: Page, step: Locate) -> list[str]:
    """What has a role and a name, nearest first; all of them count when none has the role, which may be misspelt."""
    root = page.frame_locator(step.frame).locator("body") if step.frame else page.locator("body")
    named = [
        (found[1], found[2])
        for line in root.aria_snapshot(timeout=5000).splitlines()
        if (found := _ROLE_AND_NAME.match(line))
    ]
    wanted, role = step.name or "", step.role or ""

    def nearness(one: tuple[str, str | None]) -> tuple[float, float]:
        same = 0.3 if one[0] == role else 0.0
        return (-_alike(wanted, one[1] or "") - same if wanted else 0.0, -_alike(role, one[0]))

    kept = [one for one in dict.fromkeys(named) if one[1] or one[0] == role]
    if not wanted and any(one[0] == role for one in kept):
        kept = [one for one in kept if one[0] == role]
    return [f'{role} "{name}"' if name else role for role, name in sorted(kept, key=nearness)]


def _alike(wanted: str, text: str) -> float:
    return difflib.SequenceMatcher(None, wanted.lower(), text.lower()).ratio()


def _candidates(page: Page, step: Locate) -> list[str]:
    root: Page | FrameLocator = page.frame_locator(step.frame) if step.frame else page
    if step.label is not None:
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
