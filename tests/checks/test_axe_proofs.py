"""For each criterion that axe's rules prove, a page with a true failure, in real Chromium with the shipped axe."""

from __future__ import annotations

import pytest
from tests.conftest import Web

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Effort, Outcome, Visit

PAGES: dict[str, tuple[str, str]] = {
    "1.1.1": ("image-alt", "<img src=/chart.png>"),
    "1.3.1": ("listitem", "<div><li>An item without a list</li></div>"),
    "1.3.4": (
        "css-orientation-lock",
        "<style>@media (orientation: portrait) { html { transform: rotate(90deg) } }</style><p>Turned</p>",
    ),
    "1.3.5": ("autocomplete-valid", "<label>Name <input autocomplete=nome></label>"),
    "1.4.1": (
        "link-in-text-block",
        "<style>p { color: #000 } a { color: #00a; text-decoration: none }</style><p>Words <a href=/x>linked</a> words</p>",
    ),
    "1.4.3": ("color-contrast", "<p style='color: #aaa; background: #fff'>Pale text</p>"),
    "1.4.4": ("meta-viewport", "<meta name=viewport content='width=device-width, user-scalable=no'><p>Fixed</p>"),
    "1.4.12": ("avoid-inline-spacing", "<p style='letter-spacing: 0.05em !important'>Letters too close</p>"),
    "2.1.1": ("frame-focusable-content", "<iframe title=Frame tabindex=-1 srcdoc='<button>Press</button>'></iframe>"),
    "2.2.1": ("meta-refresh", "<meta http-equiv=refresh content='3000; url=/other'><p>Soon elsewhere</p>"),
    "2.2.2": ("marquee", "<marquee>News that runs away</marquee>"),
    "2.4.2": ("document-title", "<!doctype html><html lang=en><p>Without a title</p></html>"),
    "2.4.4": ("link-name", "<a href=/x></a>"),
    "2.4.6": ("empty-heading", "<h2><img src=/logo.png alt=''></h2>"),
    "2.5.3": ("label-content-name-mismatch", "<button aria-label='Send mail'>Search pages</button>"),
    "3.1.1": ("html-has-lang", "<!doctype html><html><title>Page</title><p>In no language</p></html>"),
    "3.1.2": ("valid-lang", "<p lang=zz-nothing-at-all>Words</p>"),
    "4.1.2": ("button-name", "<button></button>"),
}
"""The criterion, the rule that proves a failure of it, and the page."""


@pytest.mark.parametrize("num", PAGES)
def test_axe_fails_a_page_for(web: Web, chromium: BrowserSession, num: str) -> None:
    rule, body = PAGES[num]
    whole = body if body.startswith("<!doctype") else f"<!doctype html><html lang=en><title>Page</title>{body}"
    [result] = audit_visit(Visit(order=0, url=web.page("/", whole)), chromium, AuditOptions(effort=Effort.QUICK))
    failed = {found.rule for found in result.outcomes if found.outcome is Outcome.FAILED and num in found.criteria}
    assert rule in failed
