from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, messages, report

from a11ycheck.conformance.lint.rules import terms_list

TEXT = "Terms\nSupports: it works.\nNot Applicable: it has no bearing.\nWCAG 2.2 Report"


def test_passes_a_list_of_all_terms_used() -> None:
    assert messages(terms_list, report(entry(), entry("1.2.1", "Not Applicable"), kind="html", text=TEXT)) == []
    assert messages(terms_list, report(entry(), text="")) == []
    assert messages(terms_list, report(entry(), kind="docx", text="Terms\nSee the table.")) == []


def test_fails_a_term_without_a_definition_and_a_report_without_terms() -> None:
    assert messages(terms_list, report(entry(level="Does Not Support"), kind="html", text=TEXT)) == [
        "terms: Does Not Support is used and not defined"
    ]
    assert "no list of terms" in messages(terms_list, report(entry(), kind="docx", text="Terms of use apply."))[0]
