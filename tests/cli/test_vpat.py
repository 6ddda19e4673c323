from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import docx
import pytest

from a11ycheck.cli import main
from a11ycheck.model import CheckOutcome, Location, Outcome, Target, TargetResult, TargetStatus, Visit
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.writer import RunWriter

FAILED = CheckOutcome(
    check="axe", rule="image-alt", outcome=Outcome.FAILED, criteria=("1.1.1",), fingerprint="f", group="g",
    location=Location(selector="img"),
)  # fmt: skip


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose audit file holds two runs of one page; the first one found a failure."""
    monkeypatch.chdir(tmp_path)
    with closing(open_audit_file(tmp_path / ".a11ycheck" / "audit.db")) as connection:
        for name, outcomes in (("first", (FAILED,)), ("second", ())):
            url = f"https://docs.example.test/{name}"
            run = RunWriter.start(connection, {})
            visit = Visit(order=0, url=url)
            run.add_visits([visit])
            result = TargetResult(order=0, target=Target(url=url), status=TargetStatus.AUDITED, outcomes=outcomes)
            run.save(visit, [result], keep_evidence=False)
            run.finish("complete", {"axe": "4.12.1"})
    return tmp_path


def vpat(*args: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["vpat", *args])
    return int(left.value.code or 0)


def test_writes_the_508_draft_by_default_and_prints_only_its_path(
    stored: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert vpat() == 0
    assert capsys.readouterr() == ("a11y-report/acr-508.html\n", "")
    assert "DRAFT" in (stored / "a11y-report" / "acr-508.html").read_text()


@pytest.mark.parametrize("edition", ["wcag", "508", "eu", "int"])
def test_writes_every_edition(edition: str, stored: Path) -> None:
    assert vpat("--edition", edition, "-o", "out") == 0
    assert (stored / "out" / f"acr-{edition}.html").is_file()


def test_reads_the_run_that_was_asked_for(stored: Path) -> None:
    assert vpat("--run", "1") == 0
    assert "failure, unconfirmed" in (stored / "a11y-report" / "acr-508.html").read_text()
    assert vpat() == 0
    assert "failure, unconfirmed" not in (stored / "a11y-report" / "acr-508.html").read_text()


def test_final_refuses_with_the_list_and_writes_nothing(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert vpat("--final") == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "1.1.1 Non-text Content (Web): undecided" in printed.err
    assert "Not given: set product.company in a11ycheck.toml." in printed.err
    assert not (stored / "a11y-report").exists()


def test_a_dash_prints_the_report_and_nothing_else(stored: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "a11ycheck", "vpat", "-o", "-"], capture_output=True, check=True, cwd=stored
    )
    assert done.stdout.startswith(b"<!DOCTYPE html>")
    assert done.stdout.rstrip().endswith(b"</html>")
    assert done.stderr == b""


@pytest.mark.parametrize(
    "args", [("--edition", "ada"), ("--format", "pptx"), ("--format", "html", "--format", "pptx", "-o", "out")]
)
def test_an_unknown_edition_or_format_is_a_usage_error(args: tuple[str, ...], stored: Path) -> None:
    assert vpat(*args) == 2
    assert not (stored / "a11y-report").exists()
    assert not (stored / "out").exists()


def test_an_unknown_profile_question_is_a_usage_error(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (stored / "a11ycheck.toml").write_text("[product.profile]\nhardwear = false\n")
    assert vpat() == 2
    assert "product.profile.hardwear" in capsys.readouterr().err


def test_an_ambiguous_report_date_is_a_usage_error(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (stored / "a11ycheck.toml").write_text('[product]\nreport_date = "04/05/2026"\n')
    assert vpat() == 2
    assert "product.report_date" in capsys.readouterr().err


def test_no_audit_file_is_an_error_that_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert vpat() == 3
    assert "a11ycheck scan" in capsys.readouterr().err


def test_a_template_is_filled(stored: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ edition }}")
    document.save("own.docx")
    assert vpat("--format", "docx", "--template", "own.docx", "-o", "out") == 0
    assert docx.Document("out/acr-508.docx").paragraphs[0].text == "Revised Section 508 Edition"


def test_a_template_without_the_word_format_is_a_usage_error(stored: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert vpat("--template", "own.docx") == 2
    assert "--format docx" in capsys.readouterr().err


def test_a_template_that_cannot_be_filled_leaves_the_old_file(stored: Path) -> None:
    assert vpat("--format", "docx", "-o", "out") == 0
    before = (stored / "out" / "acr-508.docx").read_bytes()
    docx.Document().save("empty.docx")
    assert vpat("--format", "docx", "--template", "empty.docx", "-o", "out") == 2
    assert (stored / "out" / "acr-508.docx").read_bytes() == before
