from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import keyboard_operable
from a11ycheck.model import CheckOutcome


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<div onclick='go()'>Save</div>", "listener"),
        ("<div id=d>Save</div><script>d.addEventListener('mousedown', () => 0)</script>", "listener"),
        ("<div id=d tabindex=-1>Save</div><script>d.addEventListener('click', () => 0)</script>", "listener"),
        ("<div role=button>Save</div>", "role"),
        ("<span style='cursor: pointer'>Save</span><script>document.addEventListener('click', () => 0)</script>", "pointer"),
        ("<div id=h></div><script>h.attachShadow({mode: 'open'}).innerHTML = '<div>Save</div>';"
         "h.shadowRoot.firstChild.onclick = () => 0</script>", "listener"),
    ],
)  # fmt: skip
def test_asks_about_what_only_the_mouse_reaches(judge: Judge, html: str, kind: str) -> None:
    (found,) = judge(keyboard_operable, f"<a href='#a'>link</a>{html}")
    assert found.outcome == "cantTell"
    assert found.data["kind"] == kind
    assert found.location is not None
    assert "Save" in found.location.html


@pytest.mark.parametrize(
    "html",
    [
        "<button onclick='go()'>Save</button>",
        "<div tabindex=0 role=button onclick='go()'>Save</div>",
        "<div onclick='go()'><h3>Card</h3><a href='/card'>Read it</a></div>",
        "<a href='#a'><span onclick='go()'>inside a link</span></a>",
        "<label onclick='go()'>Name <input></label>",
        "<div role=tablist><button role=tab tabindex=0>one</button><div role=tab tabindex=-1 onclick='go()'>two</div></div>",
        "<div style='height: 700px' onclick='closeAll()'>A page that closes menus</div>",
        "<div hidden onclick='go()'>hidden</div>",
    ],
)
def test_passes_what_has_a_way(judge: Judge, html: str) -> None:
    assert outcomes(judge(keyboard_operable, f"<a href='#a'>link</a>{html}")) == ["passed"]


def test_is_inapplicable_without_controls(judge: Judge) -> None:
    assert outcomes(judge(keyboard_operable, "<p>text</p>")) == ["inapplicable"]
