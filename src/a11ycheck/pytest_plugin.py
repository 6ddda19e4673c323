"""The pytest plugin: the fixture `a11y` audits pages of pytest-playwright inside tests.

`a11y.check(state="menu open")` audits the page as it stands and fails the test when something counts against the gate,
by the same configuration, baseline and suppressions as the command line. With `--a11y-soft` tests go on, and the gate
decides on the whole at the end. All checks of a session make one run in the audit file and one set of reports; under
pytest-xdist the controller alone writes.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from a11ycheck.config import Config
    from a11ycheck.model import TargetResult
    from a11ycheck.sessions import Session

_FOUND: pytest.StashKey[list[str]] = pytest.StashKey()
_SESSION: pytest.StashKey[Session] = pytest.StashKey()
_CONFIG: pytest.StashKey[Config] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the `--a11y-*` options; what they do not say comes from a11ycheck.toml or pyproject.toml."""
    group = parser.getgroup("a11ycheck", "accessibility checks")
    group.addoption("--a11y-config", type=Path, help="Configuration file of a11ycheck.")
    group.addoption("--a11y-soft", action="store_true", help="Do not fail tests; the gate decides at the end.")
    group.addoption("--a11y-baseline-file", type=Path, help="What the baseline knows does not fail again.")
    group.addoption("--a11y-update-baseline", action="store_true", help="Take what is seen fixed out of the baseline.")
    group.addoption("--a11y-effort", choices=["quick", "standard", "thorough"], help="How much work is done a page.")
    group.addoption(
        "--a11y-fail-on", choices=["minor", "moderate", "serious", "critical"], help="Least impact that fails."
    )
    group.addoption("--a11y-output-dir", type=Path, help="Folder for reports.")
    group.addoption("--a11y-audit-file", type=Path, help="The audit file that keeps the run.")
    group.addoption("--a11y-format", action="append", help="Report format; may be given several times.")


class A11y:
    """What the fixture gives: audits of one test."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        self._request = request

    def check(self, page: Page | None = None, *, state: str = "", soft: bool | None = None) -> TargetResult:
        """Audit a page as it stands; by default the test's `page`.

        `state`: what is shown, such as "menu open"; part of the page's identity. `soft`: do not fail the test. Raises
        `AssertionError` that lists what counts against the gate, or that the page could not be audited.
        """
        __tracebackhide__ = True
        from a11ycheck.sessions import audited, complaint

        config = _config(self._request.config)
        result = audited(page or self._request.getfixturevalue("page"), state, config)
        self._request.node.stash.setdefault(_FOUND, []).append(result.model_dump_json())
        is_soft = self._request.config.getoption("--a11y-soft") if soft is None else soft
        if not is_soft and (told := complaint(result, config)):
            pytest.fail(told, pytrace=False)
        return result


@pytest.fixture
def a11y(request: pytest.FixtureRequest) -> A11y:
    """Accessibility checks of pages: `a11y.check(state="menu open")`."""
    return A11y(request)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Hand what was found to whoever collects the reports: the controller under pytest-xdist."""
    report = yield
    if found := item.stash.get(_FOUND, []):
        report.a11y = list(found)  # type: ignore[attr-defined]
        found.clear()
    return report


class _Collector:
    """The part that runs in one process only: stores results as they come, and decides at the end."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Store what a test found."""
        found: list[str] = getattr(report, "a11y", [])
        if found:
            from a11ycheck.sessions import Session

            if _SESSION not in self._config.stash:
                self._config.stash[_SESSION] = Session(_config(self._config))
            for text in found:
                self._config.stash[_SESSION].add(text)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Close the run, write the reports, let the gate decide; a failed one fails a session that passed."""
        if recorded := self._config.stash.get(_SESSION, None):
            recorded.finish(update_baseline=self._config.getoption("--a11y-update-baseline"))
            if recorded.failed and session.exitstatus == pytest.ExitCode.OK:
                session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say what the gate says."""
        if recorded := self._config.stash.get(_SESSION, None):
            terminalreporter.section("accessibility")
            for line in recorded.lines:
                terminalreporter.write_line(line)


def pytest_configure(config: pytest.Config) -> None:
    """Collect here, unless this is a worker of pytest-xdist."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Collector(config), "a11ycheck-collector")


def _config(config: pytest.Config) -> Config:
    """The configuration of a11ycheck with the options given; an error in it stops the session."""
    if _CONFIG not in config.stash:
        from a11ycheck.config import load
        from a11ycheck.errors import UsageError
        from a11ycheck.gate.updating import check_baseline

        names = ("baseline_file", "effort", "fail_on", "output_dir", "audit_file", "format")
        flags: dict[str, Any] = {name: config.getoption(f"--a11y-{name.replace('_', '-')}") for name in names}
        try:
            loaded = load(config.getoption("--a11y-config"), flags)
            check_baseline(loaded, update=config.getoption("--a11y-update-baseline"))
        except UsageError as error:
            raise pytest.UsageError(f"a11ycheck: {error.message}. {error.hint}") from None
        config.stash[_CONFIG] = loaded
    return config.stash[_CONFIG]
