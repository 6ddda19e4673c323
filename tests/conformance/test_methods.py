from __future__ import annotations

from dataclasses import replace

from tests.conformance.acr_sample import ANN, SITE, WriteRun, page

from a11ycheck.config import Product
from a11ycheck.conformance.evidence import collect
from a11ycheck.conformance.methods import evaluation_methods
from a11ycheck.conformance.verdicts import Signature
from a11ycheck.store.audit_sample import make
from a11ycheck.store.queries import RunView


def test_facts_of_the_run_are_told(sample_view: RunView) -> None:
    text = " ".join(evaluation_methods(sample_view, collect(sample_view), Product(), (), None))
    for fact in ("a11ycheck ", "axe-core 4.12.1", "chromium-headless-shell 156.0.1", "on Linux 6.1.", "1280x800"):
        assert fact in text
    assert "7 pages audited; 1 could not be audited" in text
    assert "7 rules that bear on a criterion ran" in text


def test_the_owners_text_comes_first(sample_view: RunView) -> None:
    product = Product(evaluation_methods="WCAG-EM.\n\nTwo testers.")
    assert evaluation_methods(sample_view, collect(sample_view), product, (), None)[:2] == ("WCAG-EM.", "Two testers.")


def test_a_run_that_did_not_end_is_said(write_run: WriteRun) -> None:
    view = write_run(page(0, f"{SITE}/", ()), status="interrupted")
    assert "did not end regularly" in " ".join(evaluation_methods(view, collect(view), Product(), (), None))


def test_people_and_assistive_technology_come_from_signatures(sample_view: RunView) -> None:
    bob = Signature("Bob", "2026-11-21", "screen reader", "NVDA 2026.1 with Firefox 140")
    text = " ".join(evaluation_methods(sample_view, collect(sample_view), Product(), (ANN, bob), None))
    assert "Manual tests by Bob, 2026-11-21: screen reader." in text
    assert "Assistive technology used: NVDA 2026.1 with Firefox 140." in text
    assert "Nobody has tested" not in text


def test_the_audit_sample_is_told_with_how_it_was_chosen(sample_view: RunView) -> None:
    sample = make(
        sample_view, ["/index.html"], {"Install": ["/install.html", "/tour.html"]}, seed=3, percent=10, scope="All"
    )
    told = replace(sample, tester="Ann Auditor", stamp="2026-11-20T08:00:00+00:00")
    text = " ".join(evaluation_methods(sample_view, collect(sample_view), Product(), (), told))
    assert (
        "after WCAG-EM: 4 pages and states, 1 chosen as typical, 2 steps of complete processes and 1 drawn at random"
        in text
    )
    assert "(seed 3); fixed by Ann Auditor on 20 November 2026. Complete processes in it: “Install”. Scope: All" in text


def test_without_a_sample_that_is_said(sample_view: RunView) -> None:
    text = " ".join(evaluation_methods(sample_view, collect(sample_view), Product(), (), None))
    assert "No sample of pages has been chosen for manual tests so far." in text
