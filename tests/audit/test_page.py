from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Web, document

from a11ycheck import audit_page
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import TargetStatus, Variant


def test_audit_page_leaves_dom_focus_and_scroll_as_found(web: Web, chromium: BrowserSession) -> None:
    url = web.page("/", document("<img src=x.png><input id=field aria-label=Name><p style='height: 3000px'>Long"))
    state: Callable[[], object]
    with chromium.page(Variant()) as opened:
        opened.guard.open(None)
        page = opened.page
        page.goto(url)
        page.focus("#field")
        page.evaluate("scrollTo(0, 500)")
        question = "() => [document.documentElement.outerHTML, document.activeElement.id, scrollY]"
        state = lambda: page.evaluate(question)  # noqa: E731
        before = state()
        result = audit_page(page, state="as it stands")
        assert state() == before
    assert (result.target.state, result.status) == ("as it stands", TargetStatus.AUDITED)
    assert "image-alt" in {finding.rule for finding in result.findings}
