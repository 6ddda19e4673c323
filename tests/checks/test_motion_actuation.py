"""Motion fails only when controls neither do the same nor switch it off, and there is nowhere else to look."""

from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import motion_actuation
from a11ycheck.model import CheckOutcome, Interact

TILT = """<p>Page <span id=n>5</span></p>{controls}<script>
  const turn = (by) => {{ n.textContent = Number(n.textContent) + by }};
  addEventListener('deviceorientation', (event) => {{
    if (typeof off === 'undefined' || !off.checked) turn(Math.sign(event.gamma));
  }});
</script>"""
NEXT, BACK = "<button onclick='turn(1)'>Next</button>", "<button onclick='turn(-1)'>Back</button>"
OFF = "<label><input type=checkbox id=off>Do not turn pages by tilting</label>"


def operated(judge: Judge, html: str) -> CheckOutcome:
    [found] = judge(motion_actuation, html, interact=Interact.OPERATE, more=("press",))
    return found


@pytest.mark.parametrize("controls", ["", NEXT], ids=["no control", "one direction"])
def test_fails_when_motion_is_the_only_way_and_stays_on(judge: Judge, controls: str) -> None:
    found = operated(judge, TILT.format(controls=controls))
    assert (found.outcome, found.criteria) == ("failed", ("2.5.4",))


def test_fails_for_motion_events_too(judge: Judge) -> None:
    html = (
        TILT.format(controls=NEXT)
        .replace("deviceorientation", "devicemotion")
        .replace("event.gamma", "event.rotationRate.gamma")
    )
    assert operated(judge, html).outcome == "failed"


@pytest.mark.parametrize(
    ("controls", "words"),
    [
        (NEXT + BACK, "switch it off"),
        (OFF, "do the same"),
        (NEXT + "<a href=/frame.html>Settings</a>", "do the same and to switch it off"),
        (NEXT + "<input aria-label='Page to turn to'>", "do the same and to switch it off"),
    ],
    ids=["cannot be switched off", "nothing does the same", "settings elsewhere", "a field"],
)
def test_asks_when_one_half_is_known(judge: Judge, controls: str, words: str) -> None:
    found = operated(judge, TILT.format(controls=controls))
    assert found.outcome == "cantTell"
    assert words in found.message


def test_passes_with_controls_and_a_switch(judge: Judge) -> None:
    assert operated(judge, TILT.format(controls=NEXT + BACK + OFF)).outcome == "passed"


def test_passes_motion_that_changes_nothing(judge: Judge) -> None:
    assert (
        operated(judge, "<p>x</p><script>let n = 0; addEventListener('devicemotion', () => n++)</script>").outcome
        == "passed"
    )


def test_asks_where_nothing_may_be_operated(judge: Judge) -> None:
    [found] = judge(motion_actuation, TILT.format(controls=""))
    assert found.outcome == "cantTell"


def test_is_inapplicable_without_such_listeners(judge: Judge) -> None:
    assert operated(judge, "<p>text</p>").outcome == "inapplicable"
