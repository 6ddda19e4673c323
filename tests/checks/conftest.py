"""Turns inline HTML into the evidence that a check reads, through the real collectors, and lets the check judge it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType

import pytest
from tests.conftest import Web

from a11ycheck.browser.hands_off import HandsOff
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.checks.base import Evidence
from a11ycheck.evidence.base import PageAccess
from a11ycheck.model import CheckOutcome, Effort, Interact, Json, Target, Variant

BASE = Variant()
Judge = Callable[..., list[CheckOutcome]]


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine the time for pointer and widgets may be over before the last, and the check asks about the rest."""
    for collector in ("hover", "widgets"):
        monkeypatch.setattr(f"a11ycheck.evidence.{collector}.SECONDS", dict.fromkeys(Effort, 100.0))


@pytest.fixture(scope="module")
def pages() -> Iterator[Web]:
    server = Web()
    server.page("/frame.html", "<!DOCTYPE html><html lang=en><title>Frame</title><p>Framed</p></html>")
    yield server
    server.close()


@pytest.fixture
def judge(chromium: BrowserSession, pages: Web) -> Judge:
    """`judge(check, html, path="/page.html", files={path: html}, interact=…, more=())`: outcomes of a check on a page, in order.

    `variant`: how the page is shown. `more`: collectors whose evidence the check reads where it is there.
    A page without a doctype is completed to an English document around the given body.
    """

    def on_page(
        check: ModuleType,
        html: str,
        path: str = "/page.html",
        files: dict[str, str] | None = None,
        interact: Interact = Interact.OBSERVE,
        more: tuple[str, ...] = (),
        variant: Variant = BASE,
    ) -> list[CheckOutcome]:
        whole = (
            html
            if html.lstrip().lower().startswith("<!doctype")
            else f"<!DOCTYPE html><html lang=en><title>Page</title>{html}"
        )
        for name, text in (files or {}).items():
            pages.page(name, text, kind="image/svg+xml" if name.endswith(".svg") else "text/html; charset=utf-8")
        url = pages.page(path, whole)
        needed = [import_module(f"a11ycheck.evidence.{name}") for name in (*check.META.needs, *more)]
        driving = any(collector.META.driving for collector in needed)
        with chromium.page(variant, fresh=driving) as opened:
            untouched = any(collector.META.needs_untouched for collector in needed)
            realm, facts = load(opened, url, chromium.options, untouched=untouched)
            hands_off = HandsOff(opened.page, opened.session)
            if driving:
                hands_off.begin(submitting=interact is Interact.SUBMIT)
            collected: dict[str, Json] = {}
            for collector in sorted(needed, key=lambda module: module.META.order):
                access = PageAccess(
                    opened.page,
                    realm,
                    variant,
                    interact,
                    time.monotonic() + 120,
                    collected,
                    events=hands_off.events,
                )
                collected[collector.META.name] = collector.collect(access)
        return list(check.judge(Evidence(Target(url=url, variant=variant), facts, collected)))

    return on_page
