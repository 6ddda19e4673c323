"""Locators that are more than one locator: the selector finds what Playwright's own locator finds."""

from __future__ import annotations

import ast

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Variant
from a11ycheck.targets.recorded_selector import UnknownLocatorError, only_test_id, selector

PAGE = document("""<ul><li>Ada <button>Open file</button></li><li>Ben <button>Open "x"</button> <button>Openly</button></li></ul>
<input placeholder="User name"><img alt="A fish" src="data:,"><span title="Hint">?</span><label>Plan <input></label>
<div data-testid="news">News</div>
<iframe title="f" srcdoc="<button>In the frame</button><button>Two</button>"></iframe>""")
CHAINS = [
    'page.get_by_role("button").first',
    'page.get_by_role("button").last',
    'page.get_by_role("button").nth(1)',
    'page.get_by_role("listitem").filter(has_text="ben").get_by_role("button", name="open", exact=False).nth(1)',
    'page.get_by_role("listitem").filter(has_text="Ben").get_by_role("button", name="Open \\"x\\"", exact=True)',
    'page.get_by_role("list").get_by_text("ada")',
    'page.locator("ul").locator("li").first',
    'page.get_by_placeholder("user").first',
    'page.get_by_alt_text("A fish", exact=True).first',
    'page.get_by_title("hint").first',
    'page.get_by_label("Plan").first',
    'page.get_by_test_id("news").first',
    'page.locator("iframe").content_frame.get_by_role("button").nth(1)',
]


def test_a_chain_finds_the_element_that_was_recorded(web: Web, chromium: BrowserSession) -> None:
    with chromium.page(Variant(), fresh=True) as opened:
        page = opened.page
        page.goto(web.page("/", PAGE))
        for chain in CHAINS:
            recorded = eval(chain, {"page": page})
            assert recorded.count() == 1, chain
            said = page.locator(selector(ast.parse(chain, mode="eval").body))
            html = "(element) => element.outerHTML"
            assert (said.count(), said.evaluate(html)) == (1, recorded.evaluate(html)), chain


@pytest.mark.parametrize(
    "chain", ["page.get_by_text(x).first", "page.owner", "f(1)", 'page.locator("a", has_text="x")', 'page.or_("a")']
)
def test_what_has_no_selector_is_refused(chain: str) -> None:
    with pytest.raises(UnknownLocatorError):
        selector(ast.parse(chain, mode="eval").body)


def test_a_test_id_is_told_from_other_selectors() -> None:
    assert [only_test_id(css) for css in ('[data-cy="a b"]', '[data-cy="a"] li', '[data-x="a"]')] == ["a b", "", ""]
