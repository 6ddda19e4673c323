"""What is said of a step that cannot be done: why, and what is there instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.browser.conftest import PAGE

from a11ycheck.errors import NotAuditedError

pytestmark = pytest.mark.usefixtures("quick_steps")
OBSTACLES = """<div style="position: relative"><button>Under</button>
<div id="over" style="position: absolute; inset: 0"></div></div><button disabled>Off</button>
<iframe title="Map" srcdoc="<p>A map"></iframe>"""


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (
            {"action": "click", "role": "button", "name": "Cancle"},
            r"flow 'way', step 1 \(click role 'button', name 'Cancle'\): no such element within 1 s; there is button \"Cancel\"",
        ),
        (
            {"action": "fill", "label": "Usr", "value": "typed-in-vain"},
            r"step 1 \(fill label 'Usr'\).*there is textbox \"User\"",
        ),
        ({"action": "click", "test_id": "nxt"}, r"there is 'next'"),
        ({"action": "click", "text": "Cancell"}, r"there is 'Cancel'"),
        ({"action": "click", "role": "button", "name": "Next page"}, r"there is link \"Next page\""),
        ({"action": "click", "role": "buton", "name": "Cancel"}, r"there is button \"Cancel\""),
        ({"action": "click", "text": "A tip"}, r"1 element matches, but it is not visible"),
        (
            {"action": "click", "frame": "#inner", "text": "A"},
            r"no frame matches '#inner' .* there is iframe\[title=\"Map\"\]",
        ),
        ({"action": "click", "role": "button", "name": "Off"}, r"within 1 s: it is disabled"),
        ({"action": "click", "role": "button", "name": "Under"}, r"<div id=\"over\"></div> lies over it"),
        ({"action": "fill", "role": "button", "name": "Cancel", "value": "x"}, r"nothing can be typed into it"),
        ({"action": "check", "role": "button", "name": "Cancel"}, r"it cannot be checked"),
        ({"action": "press", "key": "Entr"}, r"there is no key 'Entr'; keys are named as in Enter"),
        ({"action": "goto", "url": "/file"}, r"the URL is a download, not a page"),
        ({"action": "goto", "url": "/loop"}, r"the page redirects without end"),
        (
            {"action": "click", "role": "button", "name": "Save"},
            r"2 elements match: button \"Save\", button \"Save as draft\"; name one: add exact = true",
        ),
        ({"action": "expect", "text": "Nowhere", "timeout": 0.5}, r"not so within 0.5 s"),
        ({"action": "expect", "css": "h1", "hidden": True}, r"not so within 1 s"),
        ({"action": "wait_for", "url": "*/elsewhere"}, r"not so within 1 s"),
        ({"action": "select", "label": "Plan", "option": "Huge"}, r"has no option 'Huge'; there is 'Small', 'Large'"),
        ({"action": "fill", "label": "User", "secret": "NOT_SET"}, "environment variable NOT_SET is not set"),
        ({"action": "click", "css": "div[["}, r"step 1 \(click css 'div\[\['\): not a selector: "),
        (
            {"action": "audit", "state": "dialog", "expect": {"role": "dialog"}},
            r"step 1 \(audit 'dialog': expect role 'dialog'\)",
        ),
    ],
)
def test_a_step_that_cannot_be_done_is_explained(
    web: Any, states: Callable[..., Any], step: dict[str, Any], message: str
) -> None:
    web.page("/", f"{PAGE}{OBSTACLES}")
    web.page("/file", "x", Content_Disposition="attachment; filename=a.bin")
    web.page("/loop", "", status=302, Location="/loop")
    with pytest.raises(NotAuditedError, match=message) as caught:
        states(step)
    assert caught.value.reason == "flow-step"
    assert "typed-in-vain" not in f"{caught.value.message} {caught.value.hint}"
