from __future__ import annotations

from tests.conformance.acr_sample import SITE, WriteRun, outcome, page

from a11ycheck.conformance.claims import questions
from a11ycheck.conformance.evidence import collect
from a11ycheck.model import Outcome, TargetResult
from a11ycheck.store.queries import RunView


def saying(order: int, *texts: str, fails: str = "") -> TargetResult:
    outcomes = (outcome("image-alt", Outcome.FAILED, fails, selector="img"),) if fails else ()
    made = page(order, f"{SITE}/{order}.html", outcomes)
    blocks = [{"text": text, "links": [], "place": {}} for text in texts]
    return made.model_copy(update={"evidence": {"claims": {"claims": blocks, "cut": False, "gone": []}}})


def ask(view: RunView) -> tuple[str, ...]:
    return questions(view, collect(view))


def test_contradictions_between_pages(write_run: WriteRun) -> None:
    found = ask(
        write_run(
            saying(0, "As of 2090-01-01 Parley is compliant with Section 508."),
            saying(1, "Parley is not yet compliant with Section 508."),
        )
    )
    assert found == (
        "Claims about Section 508 contradict each other: “As of 2090-01-01 Parley is compliant with Section 508.” on"
        " /0.html; “Parley is not yet compliant with Section 508.” on /1.html.",
    )


def test_different_levels(write_run: WriteRun) -> None:
    found = ask(
        write_run(saying(0, "It meets WCAG 2.0 A, May 2090."), saying(1, "It meets WCAG 2.1 AA, reviewed May 2090."))
    )
    assert len(found) == 1
    assert "name different versions or levels" in found[0]


def test_findings_stand_against_a_claim(write_run: WriteRun) -> None:
    (found,) = ask(write_run(saying(0, "It meets WCAG 2.1 AA, reviewed May 2090.", fails="1.1.1")))
    assert found.endswith("this run has failures in 1 row it covers (1.1.1).")


def test_findings_outside_the_claim_do_not(write_run: WriteRun) -> None:
    assert ask(write_run(saying(0, "It meets Section 508, reviewed May 2090.", fails="1.4.10"))) == ()


def test_age(write_run: WriteRun) -> None:
    old = "It meets WCAG 2.1 AA, reviewed May 2019."
    found = ask(write_run(saying(0, old), saying(1, "It conforms to EN 301 549.")))
    assert [line.rpartition(": ")[2] for line in found] == [
        "the claim is over 24 months old.",
        "the claim has no date.",
    ]


def test_no_claims(write_run: WriteRun) -> None:
    assert ask(write_run(saying(0, "Themes should meet WCAG 2.1 AA."), page(1, f"{SITE}/x.html", ()))) == ()


def test_one_sentence_about_two_standards_is_asked_once(write_run: WriteRun) -> None:
    text = "Parley is fully 508 compliant and WCAG certified, reviewed May 2090."
    (found,) = ask(write_run(saying(0, text, fails="1.1.1")))
    assert found.endswith("this run has failures in 1 row it covers (1.1.1).")


def test_a_linked_report_that_is_gone(write_run: WriteRun) -> None:
    url = f"{SITE}/files/our%20vpat.pdf"
    block = {"text": "Read our VPAT.", "links": [f"{url}#page=2", f"{SITE}/about"], "place": {}}
    made = page(0, f"{SITE}/0.html", ()).model_copy(
        update={"evidence": {"claims": {"claims": [block], "cut": False, "gone": [url]}}}
    )
    assert ask(write_run(made)) == ("“Read our VPAT.” on /0.html: the linked report /files/our vpat.pdf is gone.",)


def test_evidence_of_older_runs_says_nothing_of_links(write_run: WriteRun) -> None:
    block = {"text": "Read our VPAT.", "links": [f"{SITE}/vpat.pdf"], "place": {}}
    made = page(0, f"{SITE}/0.html", ()).model_copy(update={"evidence": {"claims": {"claims": [block], "cut": False}}})
    assert ask(write_run(made)) == ()
