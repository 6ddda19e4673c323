"""The pytest plugin as a user meets it: real pytest sessions with pytest-playwright, and under pytest-xdist."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

import pytest

from a11ycheck.browser.find import candidates

pytest_plugins = ["pytester"]

CONFTEST = """
import pytest
@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": %r, "args": ["--no-sandbox", "--no-first-run"]}
"""
GOOD = "<!doctype html><html lang=en><title>Good</title><main><h1>Good</h1><p>Text</p></main>"
BAD = '<!doctype html><html lang=en><title>Bad</title><main><h1>Bad</h1><img src="logo.png"></main>'
TESTS = """
GOOD, BAD = %r, %r
def test_good(page, a11y):
    page.set_content(GOOD)
    result = a11y.check()
    assert result.status == "audited"
def test_bad(page, a11y):
    page.set_content(BAD)
    a11y.check(state="logo shown")
def test_without(page):
    page.set_content(BAD)
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST % candidates(None, "no such file")[0].path)
    pytester.makepyfile(test_app=TESTS % (GOOD, BAD))
    return pytester


def session(project: pytest.Pytester, *args: str) -> pytest.RunResult:
    options = ("--a11y-effort=quick", "--a11y-format=json", "-p", "no:cacheprovider")
    return project.runpytest_subprocess(*options, *args, timeout=120)


def report(project: pytest.Pytester) -> dict[str, list[dict[str, str]]]:
    data: dict[str, list[dict[str, str]]] = json.loads((project.path / "a11y-report" / "findings.json").read_text())
    return data


def test_a_check_fails_the_test_and_says_why(project: pytest.Pytester) -> None:
    done = session(project)
    done.assert_outcomes(passed=2, failed=1)
    done.stdout.fnmatch_lines([
        "Gate failed: 1 finding in 1 group.",
        "- image-alt at img file:logo.png on about:blank [[]logo shown[]]",
        "*html > body > main > img*",
        "*= accessibility =*",
        "Reports: a11y-report/findings.json",
    ])  # fmt: skip
    assert [(one["state"], one["status"]) for one in report(project)["targets"]] == [
        ("", "audited"),
        ("logo shown", "audited"),
    ]


def test_under_xdist_the_controller_writes_one_report(project: pytest.Pytester) -> None:
    done = session(project, "-n", "2")
    done.assert_outcomes(passed=2, failed=1)
    assert len(report(project)["targets"]) == 2
    with sqlite3.connect(project.path / ".a11ycheck" / "audit.db") as connection:
        assert connection.execute("SELECT count(*), min(status) FROM run").fetchone() == (1, "complete")


def test_soft_checks_let_tests_pass_and_the_session_fail(project: pytest.Pytester) -> None:
    done = session(project, "--a11y-soft")
    done.assert_outcomes(passed=3)
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines(["Gate failed: 1 finding in 1 group."])


def test_a_baseline_lets_what_is_known_pass(project: pytest.Pytester) -> None:
    session(project, "--a11y-soft")
    assert project.run(sys.executable, "-m", "a11ycheck", "baseline", "known.json").ret == 0
    done = session(project, "--a11y-baseline-file=known.json")
    done.assert_outcomes(passed=3)
    assert done.ret == 0
    done.stdout.fnmatch_lines(["Baseline: 1 known, 0 new, 0 seen fixed, 0 not rechecked", "Gate passed:*"])


@pytest.mark.parametrize("broken", ["none.json", "pyproject.json"])
def test_a_wrong_baseline_is_an_error_of_each_check(project: pytest.Pytester, broken: str) -> None:
    (project.path / "pyproject.json").write_text("{}")
    done = session(project, f"--a11y-baseline-file={broken}")
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines([f"*UsageError: a11ycheck: {broken}:*"])
    assert not (project.path / ".a11ycheck").exists()


def test_a_page_that_is_gone_is_never_green(project: pytest.Pytester) -> None:
    project.makepyfile(test_app="def test_gone(page, a11y):\n    page.close()\n    a11y.check()\n")
    done = session(project, "--a11y-soft")
    assert done.ret != 0


def test_sessions_without_a_check_leave_nothing(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_one():\n    pass\n")
    done = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    done.assert_outcomes(passed=1)
    assert "accessibility" not in done.stdout.str()
    assert not Path(pytester.path / ".a11ycheck").exists()


def test_what_is_redacted_is_kept_nowhere_and_stays_in_the_page(project: pytest.Pytester) -> None:
    (project.path / "a11ycheck.toml").write_text('[redact]\nselectors = [".m"]\npatterns = ["user-*"]\n')
    project.makepyfile(
        test_app="""
        def test_chat(page, a11y):
            page.set_content('<!doctype html><html lang=en><title>x</title><main><h1>Chat</h1>'
                '<img id="user-adalovelace" src="a.png"><p class="m"><img src="adalovelace.png">secretplan</p></main>')
            a11y.check()
        def test_after(page, a11y):
            page.set_content('<!doctype html><html lang=en><title>x</title><main><h1>Chat</h1><p class="m">secretplan</p></main>')
            a11y.check()
            assert page.locator(".m").inner_text() == "secretplan"
        """
    )
    done = session(project, "--tb=no")
    done.assert_outcomes(passed=1, failed=1)
    done.stdout.no_fnmatch_line("*adalovelace*")
    kept = [project.path / ".a11ycheck" / "audit.db", *(project.path / "a11y-report").iterdir()]
    told = b"".join(file.read_bytes() for file in kept)
    assert (b"secretplan" in told, b"adalovelace" in told, b"image-alt" in told) == (False, False, True)
