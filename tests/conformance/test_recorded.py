"""Stored verdicts on their way into the report: what holds, what is stale or in conflict, and what Supports needs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conformance.acr_sample import SITE, WriteRun, outcome, page

from a11ycheck.application import Process
from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.recorded import Recorded, read, with_profile
from a11ycheck.model import Outcome, PageFacts, TargetResult
from a11ycheck.store import audit_sample
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import Verdict, save


def results(*, skeleton: str = "s", failing: bool = False) -> tuple[TargetResult, ...]:
    outcomes = (outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img", name="Logo"),) if failing else ()
    passed = outcome("image-alt", Outcome.PASSED, "1.1.1")
    found = (page(0, f"{SITE}/a", outcomes or (passed,)), page(1, f"{SITE}/b", (passed,)))
    return tuple(result.model_copy(update={"facts": PageFacts(skeleton=skeleton)}) for result in found)


def sampled(view: RunView, *places: str) -> audit_sample.AuditSample:
    sample = audit_sample.make(view, places, seed=0, percent=0)
    audit_sample.store(view.connection, sample, "Ann")
    return sample


def judge(view: RunView, result: str, place: str, **more: object) -> Verdict:
    given = Verdict("page", "1.1.1", "Ann", result, place=place, product_version="7.2", digests=("s",))
    return save(view.connection, replace(given, **more))  # type: ignore[arg-type]


def sign(view: RunView, level: str, note: str = "", **more: object) -> Verdict:
    sample = audit_sample.latest(view.connection)
    given = Verdict("row", "1.1.1", "Ann", level, place="web", note=note, product_version="7.2")
    given = replace(given, sample=sample.digest if sample else "")
    return save(view.connection, replace(given, **more))  # type: ignore[arg-type]


def answer(view: RunView, config: Config):
    recorded = read(view, config)
    return build(view, config, "wcag", verdicts=recorded.verdicts()).tables[0].proposals[0].answer("web")


def test_supports_stands_when_every_page_of_the_sample_is_judged_and_the_row_signed(
    write_run: WriteRun, config: Config
) -> None:
    view = write_run(*results())
    sampled(view, "/a", "/b")
    judge(view, "passed", "/a", assistive_technology="NVDA 2026.1", browser="Firefox 140", system="Windows 11")
    sign(view, "Supports")
    assert answer(view, config).reasons[0].text == "Nobody has judged /b of the audit sample."
    assert answer(view, config).undecided
    judge(view, "inapplicable", "/b")
    decided = answer(view, config)
    assert (decided.level, decided.signature.name) == ("Supports", "Ann")
    technology = {each.assistive_technology for each in read(view, config).verdicts().signatures()}
    assert "NVDA 2026.1 with Firefox 140 on Windows 11" in technology


def test_supports_falls_without_a_sample(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    sign(view, "Supports")
    assert "No audit sample has been chosen." in [reason.text for reason in answer(view, config).reasons]
    assert answer(view, config).undecided


@pytest.mark.parametrize("result", ["failed", "cantTell"])
def test_one_page_that_is_not_passed_keeps_supports_out(result: str, write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    sampled(view, "/a")
    judge(view, result, "/a")
    sign(view, "Supports")
    assert answer(view, config).undecided
    sign(view, "Partially Supports", "The logo has no text alternative.")
    assert answer(view, config).level == "Partially Supports"


def test_not_applicable_contradicts_a_failed_page(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    sampled(view, "/a")
    judge(view, "failed", "/a")
    sign(view, "Not Applicable", "There are no images.")
    assert "conflict" in answer(view, config).codes


def test_verdicts_go_stale_for_a_visible_reason(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    sampled(view, "/a")
    judge(view, "passed", "/a", method="inspection")
    row = sign(view, "Supports")
    newer = config.model_copy(update={"product": config.product.model_copy(update={"version": "7.3"})})
    assert read(view, newer).stale(row) == "it was given on version 7.2 of the product, now 7.3"
    assert read(view, newer).holds("page", "1.1.1", "/a") is not None
    spoken = judge(view, "passed", "/a", method="screen reader")
    assert "version 7.2" in read(view, newer).stale(spoken)
    sampled(view, "/a", "/b")
    assert read(view, config).stale(row) == "the audit sample changed"
    later = write_run(*results(skeleton="changed"))
    assert read(later, config).stale(spoken) == "the structure of the page changed"
    assert read(later, config).unsettled() == ("1.1.1 on /a: the verdict is stale: the structure of the page changed",)


def test_a_finding_verdict_holds_until_the_component_changes(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results(failing=True))
    finding = next(view.findings())
    given = Verdict("finding", finding.fingerprint, "Ann", "not-a-barrier", note="Decoration", digests=("",))
    save(view.connection, given)
    kept = read(view, config).verdicts().on_finding(finding)
    assert kept is not None
    assert (kept.barrier, kept.reason) == (False, "Decoration")
    save(view.connection, replace(given, digests=("older",)))
    recorded = read(view, config)
    assert recorded.verdicts().on_finding(finding) is None
    assert recorded.unsettled() == (f"finding {finding.fingerprint}: the verdict is stale: the component changed",)


def test_testers_who_differ_stop_a_final_report(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    sampled(view, "/a")
    judge(view, "passed", "/a")
    judge(view, "failed", "/a", tester="Ben")
    sign(view, "Partially Supports", "Images lack alternatives.")
    recorded = read(view, config)
    blockers = build(view, config, "wcag", verdicts=recorded.verdicts()).blockers
    assert "1.1.1 on /a: Ben, Ann differ; one of them, or a third person, has to settle it" in blockers
    sign(view, "Supports", tester="Ben")
    assert "Ann decided otherwise: Partially Supports." in [reason.text for reason in answer(view, config).reasons]


def test_signed_profile_answers_take_the_place_of_the_configuration(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    save(view.connection, Verdict("profile", "native", "Ann", "yes"))
    save(view.connection, Verdict("profile", "media", "Ann", "yes"))
    save(view.connection, Verdict("profile", "media", "Ben", "no"))
    merged = with_profile(config, read(view, config)).product.profile
    assert merged["native"] is True
    assert "media" not in read(view, config).profile
    assert config.product.profile["native"] is False


def test_the_pages_suggest_a_level(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())

    def suggestion() -> str | None:
        recorded: Recorded = read(view, config)
        return recorded.suggestion("1.1.1")

    assert suggestion() is None
    sampled(view, "/a", "/b")
    judge(view, "passed", "/a")
    assert suggestion() is None
    judge(view, "passed", "/b")
    assert suggestion() == "Supports"
    judge(view, "failed", "/b")
    assert suggestion() == "Partially Supports"


def test_one_failed_step_fails_the_process_and_keeps_supports_out(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    sample = audit_sample.make(view, (), {"Join": ["/a", "/b"]}, seed=0, percent=0)
    audit_sample.store(view.connection, sample, "Ann")
    judge(view, "passed", "/a")
    judge(view, "failed", "/b")
    sign(view, "Supports")
    assert "/b is failed, and so is the process “Join”." in [reason.text for reason in answer(view, config).reasons]
    assert answer(view, config).undecided


def test_supports_needs_every_configured_process_in_the_sample(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    sampled(view, "/a")
    judge(view, "passed", "/a")
    sign(view, "Supports")
    assert answer(view, config).level == "Supports"
    with_process = config.model_copy(update={"process": (Process(name="Join", states=("/a", "/b")),)})
    decided = answer(view, with_process)
    assert decided.undecided
    assert "The process “Join” is not part of the audit sample." in [reason.text for reason in decided.reasons]
