from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, messages, report

from a11ycheck.conformance.lint.rules import standards_list

ROWS = (("Web Content Accessibility Guidelines 2.2", "Level A (Yes)"), ("Revised Section 508 standards", "(Yes)"))
ANSWERS = (entry(), entry("302.1", component="none", chapter="Chapter 3"))


def test_passes_a_list_that_says_what_the_tables_answer() -> None:
    assert messages(standards_list, report(*ANSWERS, kind="html", standards=ROWS)) == []
    assert messages(standards_list, report(*ANSWERS)) == []


def test_fails_what_is_listed_and_not_answered_or_the_reverse_or_left_open() -> None:
    assert "no table answers it" in messages(standards_list, report(entry(), kind="html", standards=ROWS))[0]
    assert "not listed" in messages(standards_list, report(*ANSWERS, kind="html", standards=ROWS[:1]))[0]
    (both,) = messages(standards_list, report(entry(), kind="docx", standards=(("WCAG 2.2", "Level A (Yes / No)"),)))
    assert "keep only the true answer" in both
    assert "nothing says" in messages(standards_list, report(entry(), kind="docx"))[0]
    prose = "Applicable Standards/Guidelines\nThis report covers WCAG 2.2, Level A and AA."
    assert messages(standards_list, report(entry(), kind="docx", text=prose)) == []


def test_fails_a_trace_of_a_standard_that_is_not_reported() -> None:
    (message,) = messages(standards_list, report(entry(), methods="Tested against EN 301 549 and WCAG."))
    assert "EN 301 549 is named and not reported" in message
