from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.config import Config
from a11ycheck.conformance.lint.read_html import read_html
from a11ycheck.conformance.output import write_acr
from a11ycheck.errors import UsageError
from a11ycheck.store.queries import RunView

FOREIGN = """<h1>Acme Accessibility Conformance Report</h1><p>(Based on VPAT® Version 2.4Rev)</p>
<h2>Table 1</h2><table><tr><th>Criteria<th>Conformance Level<th>Remarks and Explanations</tr>
<tr><td>1.1.1 Non-text Content (Level A)</td><td>Web: Supports with Exceptions<br>Software: Not Applicable</td>
<td>Web: Two charts.<br>Software: </td></tr>
<tr><td>402 Closed Functionality</td><td>Heading cell - no response required</td><td></td></tr>
<tr><td>501.1 Scope</td><td>See WCAG 2.0 section</td><td></td></tr>
<tr><td>302.1 Without Vision</td><td>Supports</td><td>Tested.</td></tr></table>"""


def test_reads_a_report_of_another_maker(tmp_path: Path) -> None:
    path = tmp_path / "acr.html"
    path.write_text(FOREIGN, encoding="utf-8")
    report = read_html(path)
    assert (report.title, report.template) == ("Acme Accessibility Conformance Report", "2.4Rev")
    assert [(entry.num, entry.component, entry.level, entry.remarks) for entry in report.entries] == [
        ("1.1.1", "Web", "Supports with Exceptions", "Two charts."),
        ("1.1.1", "Software", "Not Applicable", ""),
        ("302.1", "", "Supports", "Tested."),
    ]


def test_reads_our_own_report(sample_view: RunView, config: Config, tmp_path: Path) -> None:
    report = read_html(write_acr(sample_view, config, "508", "html", tmp_path))
    assert report.title == "Example Corp Accessibility Conformance Report"
    assert (report.template, report.product, report.date) == ("2.5Rev", "Parley docs 7.2", "24 November 2099")
    assert report.contact == "accessibility@example.org"
    web, _, software, _ = report.answered("1.1.1")
    assert web.level.startswith("Undecided")
    assert (software.component, software.level) == ("Software", "Not Applicable")
    assert software.remarks == "The product consists of web pages; there is no other software."
    (parsing,) = report.answered("4.1.1")
    assert parsing.level == "Supports"


def test_another_page_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<h1>Home</h1><table><tr><td>1</td></tr></table>", encoding="utf-8")
    with pytest.raises(UsageError, match="no table with a column"):
        read_html(path)


def test_reads_front_matter_below_headings_and_cells_without_end_tags(tmp_path: Path) -> None:
    path = tmp_path / "exported.html"
    path.write_text(
        "<h1>Acme Accessibility Conformance Report</h1><h2>Report Date</h2><p>May 2026</p>"
        "<h2>Contact Information:</h2><p>a11y@example.org"
        "<table><tr><th>Standard/Guideline<th>Included In Report<tr><td>WCAG 2.2<td>Level A (Yes)</table>"
        "<table><tr><th>Criteria<th>Conformance Level<th>Remarks and Explanations<tr><td>1.1.1 Non-text"
        "<td>Web: Supports<td>Web: Tested.</table>",
        encoding="utf-8",
    )
    report = read_html(path)
    assert (report.date, report.contact) == ("May 2026", "a11y@example.org")
    assert report.standards == (("WCAG 2.2", "Level A (Yes)"),)
    assert report.chapters[0].columns == ("Criteria", "Conformance Level", "Remarks and Explanations")
    assert [(entry.level, entry.remarks) for entry in report.entries] == [("Supports", "Tested.")]


def test_tells_what_makes_the_file_hard_to_use(tmp_path: Path) -> None:
    path = tmp_path / "bare.html"
    path.write_text(
        "<img src=logo.png><table><tr><td>Criteria<td>Conformance Level<tr><td>1.1.1 Non-text<td>Supports</table>",
        encoding="utf-8",
    )
    assert [message for _, message in read_html(path).faults] == [
        "no language is set for the text",
        "the document has no title",
        "no heading of the first level",
        "1 without an alt attribute",
        "no cell is marked as a header cell",
    ]
