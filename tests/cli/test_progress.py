"""Progress is a live line on a terminal and plain lines elsewhere; nothing from a page reaches the terminal raw."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from rich.console import Console

from a11ycheck.cli import _progress
from a11ycheck.cli._progress import ScanProgress
from a11ycheck.executors import Done
from a11ycheck.model import CheckOutcome, Outcome, Target, TargetResult, TargetStatus, Visit


def done(
    url: str = "https://example.org/", *outcomes: Outcome, status: TargetStatus = TargetStatus.AUDITED, reason: str = ""
) -> Done:
    result = TargetResult(
        order=0, target=Target(url=url), status=status, reason=reason,
        outcomes=tuple(CheckOutcome(check="check", rule="rule", outcome=outcome) for outcome in outcomes),
    )  # fmt: skip
    return Done(Visit(order=0, url=url), (result,), {})


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What a terminal of this width shows in the end."""

    def shown(width: int) -> io.StringIO:
        out = io.StringIO()
        console = Console(file=out, force_terminal=True, width=width, color_system=None)
        monkeypatch.setattr(_progress, "Console", lambda **_: console)
        return out

    return shown


def test_the_last_line_tells_pages_rate_and_findings(capsys: pytest.CaptureFixture[str]) -> None:
    with ScanProgress() as progress:
        progress.planned(3, "3 pages of example.org")
        progress.completed(done("https://example.org/1", Outcome.FAILED, Outcome.FAILED, Outcome.PASSED), False)
        progress.completed(done("https://example.org/2", Outcome.CANT_TELL), False)
        progress.completed(done("https://example.org/3", status=TargetStatus.NOT_AUDITED, reason="http-404"), False)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == "3 pages of example.org."
    assert "3 of 3 pages" in err.splitlines()[-1]
    assert "2 violations, 1 to review, 1 not audited" in err.splitlines()[-1]


def test_plain_lines_come_when_time_has_passed_and_at_the_end(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr(_progress.time, "monotonic", lambda: clock[0])
    with ScanProgress() as progress:
        progress.planned(4, "4 pages")
        for clock[0] in (1.0, 12.0, 13.0, 16.0):
            progress.completed(done(), False)
    lines = capsys.readouterr().err.splitlines()[1:]
    assert [line.split(",")[0] for line in lines] == ["2 of 4 pages", "4 of 4 pages"]
    assert "about 12 s left" in lines[0]


def test_each_part_of_a_scan_counts_from_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    with ScanProgress() as progress:
        progress.planned(1, "1 page")
        progress.completed(done(), False)
        progress.driving(2)
        progress.completed(done(), True)
        progress.completed(done(), True)
        progress.picturing(1)
        progress.completed(done(), True)
    said = [line.split(",")[0] for line in capsys.readouterr().err.splitlines()]
    assert said == [
        "1 page.", "1 of 1 page", "Driving 2 pages: keyboard", "2 of 2 pages", "Taking pictures on 1 page.", "1 of 1 page",
    ]  # fmt: skip


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with ScanProgress(quiet=True) as progress:
        progress.planned(1, "1 page")
        progress.driving(1)
        progress.completed(done(), True)
    assert capsys.readouterr() == ("", "")


def test_verbose_names_each_page_with_its_reason_and_nothing_that_a_terminal_obeys(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with ScanProgress(verbose=True) as progress:
        progress.planned(2, "2 pages")
        progress.completed(done("https://example.org/\x1b]0;owned\x07"), False)
        progress.completed(done(status=TargetStatus.NOT_AUDITED, reason="http-404"), False)
    err = capsys.readouterr().err
    assert "(http-404): https://example.org/" in err
    assert "\x1b" not in err
    assert "\x07" not in err


@pytest.mark.parametrize(("width", "bar"), [(140, True), (60, False)], ids=["wide", "narrow"])
def test_a_terminal_has_a_bar_where_it_is_wide_enough(terminal: Any, width: int, bar: bool) -> None:
    out = terminal(width)
    with ScanProgress() as progress:
        progress.planned(2, "2 pages")
        progress.completed(done("https://example.org/", Outcome.FAILED), False)
        progress.driving(1)
        progress.completed(done(), True)
    last = [line for line in re.split(r"[\r\n]", out.getvalue()) if "1/1" in line][-1]
    assert "1 violation," in last
    assert ("Driving" in last) is bar


def test_a_terminal_for_screen_readers_has_no_live_line(terminal: Any, capsys: pytest.CaptureFixture[str]) -> None:
    out = terminal(140)
    with ScanProgress(plain=True) as progress:
        progress.planned(1, "1 page")
        progress.completed(done(), False)
    assert out.getvalue() == ""
    assert "1 of 1 page" in capsys.readouterr().err
