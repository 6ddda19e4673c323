"""Driving the examples again gives the same again: three runs of a few pages, and twenty of all in `make soak`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.examples.test_twins import ROOT, application, build

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.server import StaticServer
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import Effort, Interact, TargetStatus, Visit

FEW = ("notifications.html",)
RUNS = 20

Said = list[tuple[str, str, str]]


@pytest.fixture(scope="module")
def documentation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The addresses of the example documentation."""
    folder = build("docs", tmp_path_factory.mktemp("repeated"))
    with StaticServer(folder) as server:
        yield [server.base_url + path.name for path in sorted(folder.glob("*.html"))]


@pytest.fixture(scope="module")
def sign_in() -> Iterator[str]:
    """The address of the example application, which shows its sign-in form."""
    command = [sys.executable, ROOT / "examples" / "webapp" / "serve.py", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().strip()
        server.terminate()


def driven(session: BrowserSession, url: str, effort: Effort) -> Said:
    """What a visit that drives the page says: rule, outcome, place."""
    options = AuditOptions(effort, Interact.OPERATE, timeout=170)
    with session.watchdog.limit(170):
        [result] = audit_visit(Visit(order=0, url=url, driving=True), session, options)
    assert result.status is TargetStatus.AUDITED, result.message
    return sorted(
        (each.rule, str(each.outcome), each.location.selector if each.location else "") for each in result.outcomes
    )


@pytest.mark.timeout(300)
def test_three_runs_of_a_few_pages_say_the_same(
    documentation: list[str], sign_in: str, chromium: BrowserSession
) -> None:
    for url in [*(page for page in documentation if page.endswith(FEW)), sign_in]:
        first, second, third = (driven(chromium, url, Effort.STANDARD) for _ in range(3))
        assert first == second == third
        assert first


@pytest.mark.soak
@pytest.mark.timeout(14_400)
def test_twenty_runs_of_all_pages_say_the_same(documentation: list[str], chromium: BrowserSession) -> None:
    assert len(documentation) > 10
    for url in documentation:
        runs = [driven(chromium, url, Effort.THOROUGH) for _ in range(RUNS)]
        assert all(run == runs[0] for run in runs), url


@pytest.mark.soak
@pytest.mark.timeout(14_400)
def test_twenty_runs_of_all_states_say_the_same(tmp_path: Path) -> None:
    states = []
    for number in range(RUNS):
        folder = tmp_path / str(number)
        folder.mkdir()
        lines = application(folder, options=("--effort", "thorough", "--sample", "all"))
        states.append(
            {
                line["state"]: sorted((o["rule"], o["outcome"], o["selector"]) for o in line["outcomes"])
                for line in lines
            }
        )
    assert len(states[0]) == 8
    for state in states[0]:
        assert all(run[state] == states[0][state] for run in states), state
