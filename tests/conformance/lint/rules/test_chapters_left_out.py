from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, found, report

from a11ycheck.conformance.lint.document import Chapter
from a11ycheck.conformance.lint.rules import chapters_left_out


def test_warns_of_a_chapter_left_out_without_a_note() -> None:
    assert len(found(chapters_left_out, report(chapters=(Chapter("hardware", True, "", ()),)))) == 1


def test_passes_with_a_note_or_when_it_is_there() -> None:
    chapters = (Chapter("hardware", True, "A web application.", ()), Chapter("software", False, "", ("502.2.1",)))
    assert found(chapters_left_out, report(chapters=chapters)) == []


def test_warns_when_documents_are_judged_and_their_chapter_is_left_out() -> None:
    left_out = Chapter("support_documentation_and_services", True, "Not in scope.", ())
    (problem,) = found(chapters_left_out, report(entry(component="electronic-docs"), chapters=(left_out,)))
    assert "documents are judged in 1 WCAG row" in problem.message
