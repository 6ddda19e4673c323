from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import hidden_focus
from a11ycheck.model import CheckOutcome

DIALOG = "<div role=dialog aria-modal=true aria-label=Ask><button>OK</button></div>"


def outcomes(found: list[CheckOutcome]) -> list[str]:
    return [outcome.outcome.value for outcome in found]


@pytest.mark.parametrize(
    "hidden",
    [
        "<div aria-hidden=true><a href='#a'>one</a><a href='#b'>two</a></div>",
        "<div aria-hidden=true><a href='#a' style='position: absolute; top: -999px'>away</a></div>",
        "<div aria-hidden=true><div aria-hidden=false><input aria-label=Name></div></div>",
    ],
    ids=["links", "off screen", "shown again in vain"],
)
def test_fails_what_tab_reaches_behind_a_dialog(judge: Judge, hidden: str) -> None:
    (found,) = judge(hidden_focus, f"{DIALOG}{hidden}")
    assert found.outcome == "failed"
    assert found.criteria == ("4.1.2",)
    assert found.location is not None
    assert "aria-hidden" in found.location.html


def test_fails_a_control_in_a_shadow_root(judge: Judge) -> None:
    html = (
        f"{DIALOG}<div aria-hidden=true><x-y></x-y></div>"
        "<script>document.querySelector('x-y').attachShadow({mode: 'open'}).innerHTML = '<button>Send</button>'</script>"
    )
    assert outcomes(judge(hidden_focus, html)) == ["failed"]


def test_passes_a_guard_that_sends_the_focus_on(judge: Judge) -> None:
    html = (
        "<div role=dialog aria-modal=true aria-label=Ask><button id=first>OK</button></div>"
        "<div aria-hidden=true><span tabindex=0 onfocus='first.focus()'></span></div>"
    )
    assert "failed" not in outcomes(judge(hidden_focus, html))


def test_does_not_fail_a_guard_that_takes_its_time(judge: Judge) -> None:
    html = (
        "<div role=dialog aria-modal=true aria-label=Ask><button id=first>OK</button></div>"
        "<div aria-hidden=true><span tabindex=0 onfocus='setTimeout(() => first.focus(), 5)'></span></div>"
        "<a href='#x'>after</a>"
    )
    assert "failed" not in outcomes(judge(hidden_focus, html))


@pytest.mark.parametrize(
    "html",
    [
        "<a href='#a'>seen</a>",
        "<div aria-hidden=true><a href='#a' tabindex=-1>no stop</a></div><button>OK</button>",
        "<div aria-hidden=true inert><a href='#a'>no stop</a></div><button>OK</button>",
        "<div aria-hidden=false><a href='#a'>seen</a></div>",
        "<div aria-hidden=true><button disabled>no stop</button></div>",
    ],
    ids=["plain", "no tab stop", "inert", "false", "disabled"],
)
def test_is_inapplicable_without_a_stop_in_there(judge: Judge, html: str) -> None:
    assert outcomes(judge(hidden_focus, html)) == ["inapplicable"]
