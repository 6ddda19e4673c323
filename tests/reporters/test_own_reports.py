"""Our own reports, audited by our own thorough run: no violation in light, dark, 320 px and forced colours."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.reporters.conftest import write_sample

from a11ycheck.config import Config
from a11ycheck.executors import Done
from a11ycheck.model import Effort, Outcome, TargetStatus
from a11ycheck.reporters.base import write_reports
from a11ycheck.reporters.difference import as_html, difference
from a11ycheck.run import run
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

SHOWN_AS = {
    "light": {},
    "dark": {"color_scheme": ("dark",)},
    "narrow": {"viewport": ("320x640",)},
    "forced colours": {"forced_colors": (True,)},
}
PAGES = (
    "findings.html", "manager.html", "developer.html", "author.html", "single.html", "difference.html", "es/findings.html",
    "findings/groups.html",
    "findings/criteria.html", "findings/states.html", "findings/rules.html",
)  # fmt: skip
FEW = ("findings.html", "developer.html", "findings/groups.html")
"""Reports of three kinds, for each run of the tests; the soak takes all in every look."""


class Silent:
    """Progress for a run nobody watches."""

    def planned(self, visits: int, note: str) -> None: ...

    def found(self, visits: int, note: str) -> None: ...

    def driving(self, visits: int) -> None: ...

    def picturing(self, visits: int) -> None: ...

    def completed(self, done: Done, driving: bool) -> None: ...


@pytest.fixture
def reports(sample_file: Path, config: Config) -> Path:
    """The folder of all HTML reports of a run that is not the first of its kind."""
    write_sample(sample_file)
    folder = sample_file.parent / "out"
    with closing(open_audit_file(sample_file)) as connection:
        view = RunView(connection)
        write_reports(view, config, ["html", "manager", "developer", "author"], folder)
        single = config.model_copy(update={"single_file": True})
        (one,) = write_reports(view, single, ["html"], folder / "alone")
        shutil.move(one, folder / "single.html")
        told = difference(RunView(connection, 1), view)
        (folder / "difference.html").write_text(as_html(told), encoding="utf-8")
        write_reports(view, config.model_copy(update={"language": "es"}), ["html"], folder / "es")
    return folder


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("shown_as", "pages"),
    [("light", FEW), *(pytest.param(look, PAGES, marks=pytest.mark.soak) for look in SHOWN_AS)],
    ids=["few", *SHOWN_AS],
)
def test_reports_have_no_violation(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown_as: str, pages: tuple[str, ...]
) -> None:
    monkeypatch.chdir(reports)
    audited = Config(
        targets=pages, audit_file=tmp_path / "own.db", effort=Effort.THOROUGH, sample="all", keep_evidence="none",
        workers=2, **SHOWN_AS[shown_as],
    )  # fmt: skip
    finished = run(audited, Silent())
    with closing(open_audit_file(audited.audit_file)) as connection:
        view = RunView(connection, finished.run_id)
        assert [(row.target.url, row.reason) for row in view.targets if row.status is not TargetStatus.AUDITED] == []
        assert len(view.targets) == len(pages)
        assert all(row.driven for row in view.targets)
        found = [
            (view.target_by_id[each.target_id].target.url, each.rule.rule, each.location.selector, each.message)
            for each in view.findings()
            if each.outcome is Outcome.FAILED
        ]
    assert found == []
