from __future__ import annotations

from tests.conformance.acr_sample import ANN, SITE, WriteRun, page

from a11ycheck.config import Product
from a11ycheck.conformance.evidence import collect
from a11ycheck.conformance.methods import evaluation_methods, notes
from a11ycheck.conformance.verdicts import Signature
from a11ycheck.standards.editions import edition
from a11ycheck.store.queries import RunView


def test_facts_of_the_run_are_told(sample_view: RunView) -> None:
    text = " ".join(evaluation_methods(sample_view, collect(sample_view), Product(), ()))
    for fact in ("a11ycheck ", "axe-core 4.12.1", "chromium-headless-shell 156.0.1", "Linux-6.1", "1280x800"):
        assert fact in text
    assert "7 pages audited; 1 could not be audited" in text
    assert "7 rules that bear on a criterion ran" in text


def test_the_owners_text_comes_first(sample_view: RunView) -> None:
    product = Product(evaluation_methods="WCAG-EM.\n\nTwo testers.")
    assert evaluation_methods(sample_view, collect(sample_view), product, ())[:2] == ("WCAG-EM.", "Two testers.")


def test_a_run_that_did_not_end_is_said(write_run: WriteRun) -> None:
    view = write_run(page(0, f"{SITE}/", ()), status="interrupted")
    assert "did not end regularly" in " ".join(evaluation_methods(view, collect(view), Product(), ()))


def test_people_and_assistive_technology_come_from_signatures(sample_view: RunView) -> None:
    bob = Signature("Bob", "2026-11-21", "screen reader", "NVDA 2026.1 with Firefox 140")
    text = " ".join(evaluation_methods(sample_view, collect(sample_view), Product(), (ANN, bob)))
    assert "Manual tests by Bob, 2026-11-21: screen reader." in text
    assert "Assistive technology used: NVDA 2026.1 with Firefox 140." in text
    assert "Nobody has tested" not in text


def test_notes_state_the_policies_of_the_report(sample_view: RunView) -> None:
    text = " ".join(notes(collect(sample_view), Product(absent_content="Not Applicable"), edition("eu"), {}))
    assert "reported as Not Applicable in the WCAG tables" in text
    assert "the worst answer counts" in text
    assert "Level AAA was not evaluated" in text
    assert "EN 301 549 is reported by V3.2.1" in text
    assert "No question of the product profile has been answered" in text
