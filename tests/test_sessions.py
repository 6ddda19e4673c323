"""What is said of one page of a test session, and of the session: failures, and pages that were not audited."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.reporters.small_runs import page, said

from a11ycheck import sessions
from a11ycheck.config import Config, load
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import Outcome, Target, TargetResult, TargetStatus
from a11ycheck.sessions import Session, audited, complaint

URL = "https://chat.example/"
CLEAN = page(URL, said("image-alt", Outcome.PASSED))
BARRIER = page(URL, said("image-alt"))
QUESTION = page(URL, said("image-alt", Outcome.CANT_TELL))
GONE = TargetResult(
    order=0, target=Target(url=URL), status=TargetStatus.NOT_AUDITED, reason="navigated-away", message="it went away"
)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return load(None, {"audit_file": tmp_path / "audit.db", "output_dir": tmp_path / "report", "format": ["jsonl"]})


@pytest.mark.parametrize("result", [CLEAN, QUESTION], ids=["clean", "question"])
def test_what_does_not_count_is_no_complaint_and_leaves_no_file(
    config: Config, result: TargetResult, tmp_path: Path
) -> None:
    assert complaint(result, config) == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("result", "parts"),
    [(BARRIER, ("Gate failed", URL, "#image-alt")), (GONE, ("not audited", "it went away"))],
    ids=["barrier", "not audited"],
)
def test_a_complaint_names_page_and_place(config: Config, result: TargetResult, parts: tuple[str, ...]) -> None:
    told = complaint(result, config)
    assert [part for part in parts if part.lower() not in told.lower()] == []


def test_no_more_than_thirty_failures_are_listed(config: Config) -> None:
    told = complaint(page(URL, *(said(f"rule-{number}") for number in range(33))), config)
    assert told.count("\n- ") == sessions.MOST
    assert told.endswith("and 3 more")


@pytest.mark.parametrize(("second", "failed"), [(CLEAN, False), (BARRIER, True), (GONE, True)])
def test_a_session_is_judged_as_a_whole_and_its_reports_are_written(
    config: Config, second: TargetResult, failed: bool
) -> None:
    session = Session(config)
    session.add(CLEAN.model_dump_json())
    session.add(second.model_copy(update={"target": Target(url=f"{URL}menu")}).model_dump_json())
    session.finish()
    assert session.failed is failed
    report = config.output_dir / "findings.jsonl"
    assert f"Reports: {report}" in session.lines
    assert len(report.read_text().splitlines()) == 2


def test_a_page_that_went_away_is_not_audited_and_its_address_is_redacted(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: Any, **__: Any) -> TargetResult:
        raise NotAuditedError("navigated-away", "the page went away", "")

    monkeypatch.setattr(sessions, "audit_page", gone)
    hidden = config.model_copy(update={"redact": config.redact.model_copy(update={"patterns": ("/users/*",)})})
    result = audited(SimpleNamespace(url=f"{URL}users/sam"), "menu open", hidden)  # type: ignore[arg-type]
    assert (result.status, result.reason) == (TargetStatus.NOT_AUDITED, "navigated-away")
    assert (result.target.state, "sam" in result.target.url) == ("menu open", False)
