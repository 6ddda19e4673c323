from __future__ import annotations

from tests.conformance.lint.lint_sample import entry, messages, report

from a11ycheck.conformance.lint.rules import one_version


def test_passes_one_version_and_its_parts() -> None:
    notes = "Parley 7.2 and its patches such as Parley 7.2.3; Parley 7 in general. 3 pages."
    assert messages(one_version, report(entry(), notes=notes)) == []


def test_warns_of_another_version_of_the_product() -> None:
    assert messages(one_version, report(entry(), notes="Tested on Parley 6.9.")) == [
        "notes: speaks of Parley 6.9, the report is about 7.2"
    ]
    given = report(entry(), kind="html", product="Parley 7.2", version="", methods="Parley version 7.1 was tested.")
    assert "speaks of Parley 7.1" in messages(one_version, given)[0]


def test_warns_of_methods_that_test_another_wcag_than_the_tables() -> None:
    (message,) = messages(one_version, report(entry(), entry("2.4.11"), methods="Audit after WCAG 2.1 AA by our team."))
    assert "WCAG 2.1 was tested, the tables are those of WCAG 2.2" in message


def test_warns_of_a_product_without_a_version() -> None:
    assert "has no version" in messages(one_version, report(kind="html", product="Parley", version=""))[0]
