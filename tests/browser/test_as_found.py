"""A look at a page tells apart what a collector may leave behind."""

from __future__ import annotations

import pytest
from tests.conftest import Web, document

from a11ycheck.browser.as_found import look_at
from a11ycheck.browser.load import load
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Variant

PAGE = document(
    "<input aria-label=a><textarea aria-label=b></textarea><dialog>d</dialog><p popover>p</p>"
    "<div id=s style='height:40px;overflow:auto'><p style='height:200px'>x</p></div><style>b { color: red }</style>"
    "<iframe title=f srcdoc='<p>inner</p>'></iframe>"
)


@pytest.mark.parametrize(
    ("change", "content", "place"),
    [
        ("", False, False),
        ("document.body.className = ''", False, False),
        ("document.querySelector('textarea').value = 'x'", True, False),
        ("document.querySelector('dialog').showModal()", True, True),
        ("document.querySelector('[popover]').showPopover()", True, False),
        ("document.styleSheets[0].insertRule('i { color: blue }')", True, False),
        ("document.styleSheets[0].disabled = true", True, False),
        ("document.querySelector('iframe').contentDocument.body.append('more')", True, False),
        ("document.querySelector('#s').scrollTop = 50", False, True),
        ("document.querySelector('input').focus()", False, True),
    ],
)
def test_a_look_shows_what_changed(web: Web, chromium: BrowserSession, change: str, content: bool, place: bool) -> None:
    with chromium.page(Variant(), fresh=True) as opened:
        realm, _ = load(opened, web.page("/", PAGE), chromium.options)
        before = look_at(realm)
        realm.evaluate(f"() => {{ {change} }}")
        after = look_at(realm)
    assert before is not None
    assert after is not None
    assert (before.content != after.content, before.place != after.place) == (content, place)
