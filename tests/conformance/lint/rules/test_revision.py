from __future__ import annotations

from tests.conformance.lint.lint_sample import found, report

from a11ycheck.conformance.lint.rules import revision


def test_warns_of_a_revision_that_does_not_say_what_changed() -> None:
    assert "revision 3" in found(revision, report(revision="3", notes="Web client."))[0].message
    assert "Revised" in found(revision, report(date="Revised May 2026", notes="Web client."))[0].message


def test_passes_a_first_report_and_a_revision_that_tells() -> None:
    assert found(revision, report(revision="1")) == []
    assert found(revision, report(revision="2", notes="Since revision 1 the composer got labels.")) == []
