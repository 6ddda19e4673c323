"""Hides what a page says of people before anything is collected, pictured or quoted from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.browser.locating import TEST_ID_ATTRIBUTES
from a11ycheck.browser.realm import gone
from a11ycheck.browser.settle import script
from a11ycheck.errors import NotAuditedError

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Frame, Page

_IS_REDACTED = """(element, chosen) => {
  for (let at = element; at; at = at.parentElement || (at.getRootNode() instanceof ShadowRoot ? at.getRootNode().host : null)) {
    if (at.matches(chosen)) return true;
  }
  return false;
}"""
_IN_NEW_FRAMES = """((apply, isRedacted, told) => {
  if (window === window.top) return;
  let whole = false;
  try {
    if (!window.top[Symbol.for("a11ycheck.redaction")]) return;
    whole = Boolean(told.selectors.length && window.frameElement && isRedacted(window.frameElement, told.selectors.join(",")));
  } catch (error) {
    // A frame of another origin does not see what is around it; what stands in it is looked at all the same.
  }
  apply({ ...told, whole });
})"""
_UNDO = "() => { const mark = window[Symbol.for('a11ycheck.redaction')]; if (mark) mark.undo(); }"


@dataclass(frozen=True)
class Redaction:
    """What to hide: the texts, names, links and images of elements that match `selectors`, and with `title` the page's.

    `patterns`: texts such as `/users/*`; what `*` stands for is hidden in all that leaves a worker, addresses too.
    """

    selectors: tuple[str, ...] = ()
    title: bool = False
    patterns: tuple[str, ...] = ()


def redact(page: Page, redaction: Redaction, *, undoable: bool = False) -> None:
    """Replace what is to be hidden in all frames, from now on; call it again for what came since, as frames do.

    `undoable`: for `redacted`. Raises `NotAuditedError`: `navigated-away` when the page went; `redaction-failed` where it is
    not possible, such as for a selector that is none: a page that cannot be redacted is not looked at.
    """
    if not (redaction.selectors or redaction.title):
        return
    told = _told(redaction, undoable=undoable)
    hidden: set[Frame] = set()
    for frame in page.frames:
        try:
            if frame.parent_frame and _is_hidden(frame, hidden, redaction):
                hidden.add(frame)
            frame.evaluate(script("redact"), {**told, "whole": frame in hidden})
        except PlaywrightError as error:
            if frame.is_detached() or (frame in hidden and not undoable):
                continue
            if lost := gone(error):
                raise lost from None
            first = error.message.splitlines()[0]
            raise NotAuditedError(
                "redaction-failed", f"the page could not be redacted: {first}", "Check the selectors of [redact]."
            ) from None


def redact_new_frames(context: BrowserContext, redaction: Redaction) -> None:
    """Redact frames that appear in a redacted page before anything in them can be read."""
    if redaction.selectors:
        told = json.dumps(_told(redaction, undoable=False))
        context.add_init_script(f"{_IN_NEW_FRAMES}({script('redact')}, {_IS_REDACTED}, {told})")


@contextmanager
def redacted(page: Page, redaction: Redaction) -> Iterator[None]:
    """Hide what is to be hidden meanwhile, on a page that others go on with: its document is left as it was found."""
    try:
        redact(page, redaction, undoable=True)
        yield
    finally:
        if redaction.selectors or redaction.title:
            for frame in page.frames:
                with suppress(PlaywrightError):
                    frame.evaluate(_UNDO)


def _told(redaction: Redaction, *, undoable: bool) -> dict[str, Any]:
    return {
        "selectors": redaction.selectors, "title": redaction.title, "kept": TEST_ID_ATTRIBUTES, "undoable": undoable,
    }  # fmt: skip


def _is_hidden(frame: Frame, hidden: set[Frame], redaction: Redaction) -> bool:
    """Whether a frame stands in what is redacted."""
    if frame.parent_frame in hidden:
        return True
    found: Any = redaction.selectors and frame.frame_element().evaluate(_IS_REDACTED, ",".join(redaction.selectors))
    return bool(found)
