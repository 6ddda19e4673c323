"""Hides what a page says of people before anything is collected, pictured or quoted from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.browser.locating import TEST_ID_ATTRIBUTES
from a11ycheck.browser.realm import gone
from a11ycheck.browser.settle import script
from a11ycheck.errors import NotAuditedError

if TYPE_CHECKING:
    from playwright.sync_api import Page


@dataclass(frozen=True)
class Redaction:
    """What to hide: the texts, names, links and images of elements that match `selectors`, and with `title` the page's."""

    selectors: tuple[str, ...] = ()
    title: bool = False


def redact(page: Page, redaction: Redaction) -> None:
    """Replace what is to be hidden in all frames, from now on.

    Raises `NotAuditedError`: `navigated-away` when the page went; `redaction-failed` where it is not possible, such as for a
    selector that is none: a page that cannot be redacted is not looked at.
    """
    if not (redaction.selectors or redaction.title):
        return
    told = {"selectors": redaction.selectors, "title": redaction.title, "kept": TEST_ID_ATTRIBUTES}
    for frame in page.frames:
        try:
            frame.evaluate(script("redact"), told)
        except PlaywrightError as error:
            if frame.is_detached():
                continue
            if lost := gone(error):
                raise lost from None
            first = error.message.splitlines()[0]
            raise NotAuditedError(
                "redaction-failed", f"the page could not be redacted: {first}", "Check the selectors of [redact]."
            ) from None
