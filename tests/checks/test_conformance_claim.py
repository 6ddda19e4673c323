from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import conformance_claim


def test_asks_at_each_claim_and_names_its_date(judge: Judge) -> None:
    html = (
        "<h1>Trust</h1><p>Parley is <b>508</b> compliant.</p><ul><li>It meets WCAG 2.1 AA as of May 2024.</li></ul>"
        "<pre>Parley is 508 compliant.</pre><p hidden>It conforms to WCAG 2.2.</p>"
    )
    found = list(judge(conformance_claim, html))
    assert [outcome.outcome for outcome in found] == ["cantTell", "cantTell"]
    assert found[0].message.startswith("The page claims Section 508. It has no date")
    assert found[1].message.startswith("The page claims WCAG 2.1 AA. It is dated May 2024")
    assert all(outcome.best_practice and outcome.location for outcome in found)


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        ("<p>Themes should meet WCAG 2.1 AA.</p>", "passed"),
        ("<p>We are working toward WCAG 2.2 AA.</p>", "passed"),
        ("<p>Parley is a chat.</p>", "inapplicable"),
    ],
)
def test_leaves_other_text_alone(html: str, outcome: str, judge: Judge) -> None:
    assert [found.outcome for found in judge(conformance_claim, html)] == [outcome]


def test_a_sentence_about_two_standards_is_one_question(judge: Judge) -> None:
    (found,) = judge(conformance_claim, "<p>Parley is fully 508 compliant and WCAG certified.</p>")
    assert found.message.startswith("The page claims Section 508 and WCAG. It has no date")


def test_asks_where_a_linked_report_is_gone(judge: Judge) -> None:
    html = (
        "<p>Read our <a href='/files/vpat.pdf#page=2'>VPAT</a> and the <a href='/page.html'>accessibility statement</a>"
        " or <a href='/pricing'>prices</a>.</p>"
    )
    (found,) = judge(conformance_claim, html)
    assert found.outcome == "cantTell"
    assert found.message.startswith("The text links to /files/vpat.pdf, which the server does not have")


def test_a_report_on_another_site_is_left_alone(judge: Judge) -> None:
    (found,) = judge(conformance_claim, "<p>Read our <a href='https://reports.invalid/vpat.pdf'>VPAT</a>.</p>")
    assert found.outcome == "passed"
