"""Audits a page that somebody else opened."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from a11ycheck.audit.collecting import AuditOptions, Notes, chosen_collectors, collect
from a11ycheck.audit.judging import judged
from a11ycheck.browser import axe_source
from a11ycheck.browser.realm import MainRealm
from a11ycheck.browser.redact import Redaction, redacted
from a11ycheck.browser.settle import script
from a11ycheck.findings.identity import identified
from a11ycheck.findings.secrets import Redactor
from a11ycheck.model import Effort, Interact, PageFacts, Target, TargetResult, Variant, short_hash

if TYPE_CHECKING:
    from playwright.sync_api import Page


def audit_page(
    page: Page, *, state: str = "", effort: Effort = Effort.STANDARD, redaction: Redaction | None = None
) -> TargetResult:
    """Audit any sync Playwright page as it stands, with read-only collectors; DOM, focus and scroll stay as found.

    `redaction`: what is hidden meanwhile, and in the result. Raises `NotAuditedError` when the page went away meanwhile, or
    cannot be redacted.
    """
    hidden = redaction or Redaction()
    options = AuditOptions(effort=effort, redaction=hidden)
    realm = MainRealm(page.main_frame, axe_source.read(None))
    size = page.viewport_size or {"width": 1280, "height": 800}
    target = Target(url=page.url, state=state, variant=Variant(width=size["width"], height=size["height"]))
    started = time.monotonic()
    chosen = chosen_collectors(effort, Interact.OBSERVE, driving=False)
    notes = Notes()
    with redacted(page, hidden):
        raw = realm.evaluate(script("facts"))
        facts = PageFacts(
            final_url=page.url, title=raw["title"], language=raw["language"], elements=raw["elements"],
            skeleton=short_hash(raw["skeleton"]),
        )  # fmt: skip
        for collector in chosen:
            if not collector.META.mutates:
                collect(collector, page, realm, target.variant, options, started + 120.0, notes, undoable=True)
        result = judged(0, target, facts, notes, realm, options, chosen, driving=False)
    redactor = Redactor(patterns=hidden.patterns)
    return identified(result, redactor)
