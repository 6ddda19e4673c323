"""Runs one collector on a page of the loopback server."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import Effort, Interact, Variant


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine the time for pointer and widgets may be over before the last, and the check asks about the rest."""
    for collector in ("hover", "widgets"):
        monkeypatch.setattr(f"a11ycheck.evidence.{collector}.SECONDS", dict.fromkeys(Effort, 100.0))


@pytest.fixture
def collected(web: Web, chromium: BrowserSession) -> Callable[..., Any]:
    """`collected(collector, body)`: what a collector brings from a page with this body; `act` is done on the page first."""

    def collect(collector: Any, body: str, act: Callable[[Any], None] = lambda _: None, **variant: Any) -> Any:
        url = web.page("/collected", document(body))
        with chromium.page(Variant(**variant), fresh=True) as opened:
            realm, _ = load(opened, url, chromium.options)
            act(opened.page)
            return collector.collect(
                PageAccess(opened.page, realm, opened.variant, Interact.OBSERVE, time.monotonic() + 120)
            )

    return collect
