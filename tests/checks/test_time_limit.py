from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import time_limit


@pytest.mark.parametrize(
    "html",
    [
        "<p>Your session expires in 10 minutes.</p>",
        "<p>For your safety you will be logged out soon.</p>",
        "<p>Time left: <b>4:59</b></p>",
        "<div>30 seconds remaining</div>",
        "<p>Your tickets are held for 10 minutes</p>",
        "<div hidden role=alertdialog>Your session is about to end</div>",
        "<div role=timer>04:59</div>",
        "<p>You are being redirected in 5 seconds</p>",
    ],
)
def test_asks_about_time_that_runs_out(judge: Judge, html: str) -> None:
    [found] = judge(time_limit, html)
    assert (found.outcome, found.criteria) == ("cantTell", ("2.2.1",))


def test_asks_once_where_one_text_is_there_twice(judge: Judge) -> None:
    html = (
        "<p>Time left: <b>4:59</b></p><p class=sr>Time left: <b>4:58</b></p><p>Your session expires in 5 minutes.</p>"
    )
    first, other = judge(time_limit, html)
    assert "4:59" in first.message
    assert "expires" in other.message


def test_names_a_control_that_gives_more_time(judge: Judge) -> None:
    [found] = judge(time_limit, "<p>Your session expires in 1 minute.</p><button>Stay signed in</button>")
    assert "Stay signed in" in found.message


@pytest.mark.parametrize(
    "html",
    [
        "<p>A session expires when its cookie does.</p>",
        "<p>The timeout argument is in seconds; remaining data is read later.</p>",
        "<pre>Your session expires in 10 minutes.</pre>",
        "<p>Your password must have 8 characters.</p>",
    ],
)
def test_is_inapplicable_to_documentation_of_time_limits(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(time_limit, html)] == ["inapplicable"]
