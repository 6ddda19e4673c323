from __future__ import annotations

import datetime
from contextlib import closing
from pathlib import Path

import pytest

from a11ycheck.cli import main
from a11ycheck.conformance.dates import long_date
from a11ycheck.standards.wcag import all_criteria
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.writer import RunWriter

FRONT = """<!doctype html><html lang="en"><title>ACR</title><h1>Acme Accessibility Conformance Report</h1>
<p>(Based on VPAT® Version 2.5Rev)</p>
<dl><dt>Name of Product/Version<dd>Parley 7</dd><dt>Report Date<dd>{date}</dd><dt>Product Description<dd>Chat.</dd>
<dt>Contact Information<dd>a@example.org</dd>
<dt>Evaluation Methods Used<dd>Manual tests of 12 pages by Ann with NVDA 2026.1.</dd></dl>"""
TABLE = """<table><tr><th>Criteria<th>Conformance Level<th>Remarks and Explanations</tr>
{rows}</table>"""
OLD = FRONT + TABLE.format(rows="<tr><td>1.1.1 Non-text Content</td><td>{level}</td><td>Tested.</td></tr>")


def clean(date: str, level: str) -> str:
    """A report of Level A of WCAG 2.0 with nothing to object to."""
    met = [each for each in all_criteria() if each.level == "A" and each.introduced == "2.0" and not each.always_met]
    rows = [f"<tr><td>1.1.1 Non-text Content</td><td>{level}</td><td>The logo has no text: issue PAR-3.</td></tr>"]
    for each in met[1:]:
        done = f"Ann tried {' '.join(reversed(each.name.split()))} in the composer."
        rows.append(f"<tr><td>{each.num} {each.name}</td><td>Supports</td><td>{done}</td></tr>")
    standards = """<table><tr><th>Standard/Guideline<th>Included In Report</tr><tr><td>WCAG 2.0<td>Level A (Yes)</tr></table>
<h2>Terms</h2><dl><dt>Supports<dd>It works.<dt>Partially Supports<dd>Some of it does not.</dl>"""
    return FRONT.format(date=date) + standards + TABLE.format(rows="\n".join(rows))


def lint(tmp_path: Path, date: str = "", level: str = "Partially Supports") -> int:
    path = tmp_path / "acr.html"
    path.write_text(clean(date or long_date(datetime.date.today()), level), encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        main(["acr", "lint", str(path)])
    return int(left.value.code or 0)


def test_a_clean_report_exits_0_and_prints_nothing_on_stdout(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lint(tmp_path) == 0
    assert capsys.readouterr() == ("", "0 errors, 0 warnings\n")


def test_an_error_exits_1_with_place_reason_and_severity(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(tmp_path, level="Passes") == 1
    printed = capsys.readouterr().out
    assert "acr.html: error: 1.1.1" in printed
    assert "“Passes” is not a term of the template [unknown-term]" in printed


def test_a_warning_alone_exits_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(tmp_path, date="24 November 2019") == 0
    assert "warning" in capsys.readouterr().out


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["acr", "lint", str(tmp_path / "none.yaml")])
    assert left.value.code == 2


def test_import_and_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.html").write_text(OLD.format(date="24 November 2025", level="Web: Supports"), encoding="utf-8")
    with closing(open_audit_file(Path(".a11ycheck/audit.db"))) as connection:
        run = RunWriter.start(connection, {})
        run.finish("complete", {})
    with pytest.raises(SystemExit) as left:
        main(["acr", "import", "old.html"])
    assert left.value.code == 0
    assert capsys.readouterr().out == "1 answers carried over, to be confirmed; 0 left out\n"
    with pytest.raises(SystemExit) as left:
        main(["acr", "changes", "old.html"])
    assert left.value.code == 0
    assert "| 1\\.1.1 Non-text Content (Web) | Supports | Undecided" in capsys.readouterr().out
