"""The audit in a real browser: keyboard alone, without JavaScript, at 320 px, and free of what axe finds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page
from waitress.server import create_server

from a11ycheck.browser.session import BrowserSession
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.verdicts import rulings
from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit
from a11ycheck.web.serve import listen

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PATHS = (
    "/",
    "/tester",
    "/sample",
    "/rows",
    "/row/1.1.1",
    "/row/302.1",
    "/findings",
    "/group/image-alt-main",
    "/page/1",
    "/pages",
    "/test/1.1.1/1",
    "/test/1.4.3/1",
    "/test/2.4.3/1",
    "/test/4.1.2/1",
    "/scripts",
    "/script/nvda/1",
    "/finish",
    "/profile",
    "/row/9",
)
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
SHOWN_AS: dict[str, tuple[Any, dict[str, Any], Any]] = {
    "light": ({"width": 1280, "height": 800}, {}, AXE_TAGS),
    "dark": ({"width": 1280, "height": 800}, {"color_scheme": "dark"}, COLOUR_RULES),
    "narrow": ({"width": 320, "height": 640}, {"color_scheme": "light"}, AXE_TAGS),
}
"""Looks, in this order on one page: its size, its media, and what axe is asked. The soak takes forced colours, thoroughly."""


@pytest.fixture
def chromium(chromium: BrowserSession) -> Browser:
    """The browser that all tests share."""
    _ = chromium.versions
    assert chromium._launched is not None
    return chromium._launched.browser


@pytest.fixture
def base(audit: Audit) -> Iterator[str]:
    """The address of the running audit."""
    with closing(listen(0)) as opened:
        server = create_server(create_app(audit), sockets=[opened], threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{opened.getsockname()[1]}"
        server.close()


@contextmanager
def signed_in(chromium: Browser, base: str, **options: Any) -> Iterator[Page]:
    """A page of a tester who has a name and a sample."""
    context = chromium.new_context(**options)
    page = context.new_page()
    page.goto(f"{base}/tester")
    page.fill("#t-name", "Ann Auditor")
    page.click("button.main")
    page.goto(f"{base}/sample")
    page.check('input[name="place"][value="/tour"]')
    page.click("button.main")
    yield page
    context.close()


def verdict_on_tour(audit: Audit):
    with closing(open_audit_file(audit.audit_file)) as connection:
        return rulings(connection).get(("page", "1.1.1", "/tour"))


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until an element has focus; its focus must be seen on the way."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if focused(page) == wanted:
            return
    raise AssertionError(f"Tab never reached {wanted}")


def test_a_verdict_by_keyboard_alone_is_saved_while_typing_and_undone(
    chromium: Browser, base: str, audit: Audit
) -> None:
    with signed_in(chromium, base) as page:
        page.goto(f"{base}/row/1.1.1")
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to content"
        page.keyboard.press("Enter")
        tab_to(page, "p2-r1")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.value") == "failed"
        tab_to(page, "p2-n")
        page.keyboard.type("The picture has no text.")
        page.wait_for_selector("#p2 .saved:text-is('Saved')", timeout=30_000)
        ruling = verdict_on_tour(audit)
        assert ruling is not None
        assert (ruling.verdict.result, ruling.verdict.note) == ("failed", "The picture has no text.")
        page.keyboard.type(" At all.")
        tab_to(page, "Save verdict")
        page.keyboard.press("Enter")
        page.wait_for_url("**/row/1.1.1#p2")
        assert page.inner_text("[role=status].notice") == "Saved and signed: failed."
        page.keyboard.press("Home")
        page.focus("text=Undo my last save")
        page.keyboard.press("Enter")
        page.wait_for_selector("text=Undone: failed on page 1.1.1 /tour")
    assert verdict_on_tour(audit) is None


def test_without_javascript_everything_is_done_by_buttons(chromium: Browser, base: str, audit: Audit) -> None:
    with signed_in(chromium, base, java_script_enabled=False) as page:
        page.goto(f"{base}/row/1.1.1")
        page.check("#p2-r2")
        page.fill("#p2-n", "No text.")
        page.click("#p2 button.main")
        assert "Saved and signed: failed." in page.inner_text("main")
        page.goto(f"{base}/findings")
        page.click('a[href^="/group/image-alt"]')
        page.check("#f1-r1")
        page.click("#f1 button.main")
        assert "Saved and signed: barrier." in page.inner_text("main")
    ruling = verdict_on_tour(audit)
    assert ruling is not None
    assert ruling.verdict.note == "No text."


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_one_verdict_after_another_takes_two_keys(scripts: bool, chromium: Browser, base: str, audit: Audit) -> None:
    with signed_in(chromium, base, java_script_enabled=scripts) as page:
        page.goto(f"{base}/test/1.1.1/2")
        for key in ("Tab", "Tab", "Enter"):
            page.keyboard.press(key)
        for key, num, following in (("Space", "1.1.1", "1.2.1"), ("ArrowDown", "1.2.1", "1.2.2")):
            page.keyboard.press(key)
            page.keyboard.press("Enter")
            page.wait_for_url(f"**/test/{following}/2?go")
            assert page.locator("#v-r1").evaluate("each => each === document.activeElement")
            result = {"Space": "passed", "ArrowDown": "failed"}[key]
            assert f"Saved and signed: {result}. That was {num} on /tour." in page.inner_text("main")
    with closing(open_audit_file(audit.audit_file)) as connection:
        results = {key: ruling.verdict.result for (_, key, _), ruling in rulings(connection).items()}
    assert results == {"1.1.1": "passed", "1.2.1": "failed"}


def test_from_the_note_two_keys_at_once_save_and_go_on(chromium: Browser, base: str, audit: Audit) -> None:
    with signed_in(chromium, base) as page:
        page.goto(f"{base}/test/1.1.1/2?go")
        page.wait_for_function("document.activeElement.id.startsWith('v-')")
        page.keyboard.press("ArrowDown")
        page.wait_for_function("document.activeElement.value === 'failed'")
        page.keyboard.press("Tab")
        page.keyboard.type("No text.")
        page.keyboard.press("Control+Enter")
        page.wait_for_url("**/test/1.2.1/2?go")
    ruling = verdict_on_tour(audit)
    assert ruling is not None
    assert (ruling.verdict.result, ruling.verdict.note) == ("failed", "No text.")


def test_a_file_dropped_on_the_form_is_attached_at_once(chromium: Browser, base: str) -> None:
    with signed_in(chromium, base) as page:
        page.goto(f"{base}/test/1.1.1/2")
        made = "() => { const all = new DataTransfer(); all.items.add(new File(['words'], 'seen.txt')); return all; }"
        page.dispatch_event("form[enctype]", "drop", {"dataTransfer": page.evaluate_handle(made)})
        page.wait_for_selector(".saved:text-is('Attached: seen.txt')", timeout=30_000)
        page.reload()
        assert "seen.txt (text/plain, Ann Auditor, SHA-256" in page.inner_text("#v")


def test_without_javascript_a_file_is_sent_with_the_verdict(chromium: Browser, base: str) -> None:
    with signed_in(chromium, base, java_script_enabled=False) as page:
        page.goto(f"{base}/test/1.1.1/2")
        page.set_input_files("#v-f", {"name": "seen.txt", "mimeType": "text/plain", "buffer": b"words"})
        page.check("#v-r2")
        page.click("text=Save verdict")
        assert "seen.txt (text/plain, Ann Auditor, SHA-256" in page.inner_text("#v")
        assert "Saved and signed: failed." in page.inner_text("main")


def test_typed_text_is_kept_on_leaving_the_page_at_once(chromium: Browser, base: str, audit: Audit) -> None:
    with signed_in(chromium, base) as page:
        page.goto(f"{base}/row/1.1.1")
        page.check("#p2-r1")
        page.fill("#p2-n", "Left in a hurry")
        page.goto(f"{base}/profile")
        for _ in range(300):
            if (ruling := verdict_on_tour(audit)) is not None:
                break
            page.wait_for_timeout(100)
        assert ruling is not None
        assert ruling.verdict.note == "Left in a hurry"


def test_no_page_has_what_axe_finds_or_scrolls_sideways(chromium: Browser, base: str) -> None:
    """In other colours of the same size only the rules on colours can say another thing."""
    found = []
    with signed_in(chromium, base, bypass_csp=True) as page:
        page.goto(f"{base}/row/1.1.1")
        page.check("#p1-r1")
        page.click("#p1 button.main")
        for path in PATHS:
            page.goto(base + path)
            page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
            page.evaluate(AXE_SCRIPT)
            for look, (size, media, asked) in SHOWN_AS.items():
                page.set_viewport_size(size)
                page.emulate_media(**media)
                options = {"runOnly": asked, "resultTypes": ["violations"]}
                results = page.evaluate("options => axe.run(document, options)", options)
                found += [(look, path, each["id"], each["nodes"][0]["html"]) for each in results["violations"]]
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    found.append((look, path, "scrolls in two directions", ""))
    assert found == []
