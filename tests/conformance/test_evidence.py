from __future__ import annotations

from tests.conformance.acr_sample import PAGES, SITE, WriteRun, outcome, page

from a11ycheck.conformance.evidence import collect
from a11ycheck.conformance.standing import Standing, may_fail
from a11ycheck.conformance.verdicts import FindingVerdict, Signature, StoredVerdicts
from a11ycheck.model import Outcome
from a11ycheck.store.queries import RunView


def test_counts_targets_completed_affected_groups_and_examples(sample_view: RunView) -> None:
    found = collect(sample_view).of("1.1.1")
    assert (len(found.completed), len(found.affected), len(found.failures)) == (len(PAGES), 3, 1)
    group = found.failures[0]
    assert (group.findings, len(group.targets), group.completed, len(group.examples)) == (3, 3, 7, 3)


def test_m_is_the_number_of_targets_where_that_rule_completed(write_run: WriteRun) -> None:
    failed = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img")
    other = outcome("svg-img-alt", Outcome.PASSED, "1.1.1")
    view = write_run(page(0, f"{SITE}/a", (failed,)), page(1, f"{SITE}/b", (other,)))
    found = collect(view).of("1.1.1")
    assert found.failures[0].completed == 1
    assert len(found.completed) == 2


def test_a_group_with_failures_and_questions_is_kept_apart_by_standing(sample_view: RunView) -> None:
    found = collect(sample_view).of("1.4.3")
    assert [group.standing for group in found.groups] == [Standing.UNCONFIRMED, Standing.REVIEW]


def test_a_rule_whose_texts_differ_between_outcomes_is_one_rule(write_run: WriteRun) -> None:
    passed = outcome("page-title", Outcome.PASSED, "2.4.2", check="page-title", help="Page has a title")
    failed = outcome("page-title", Outcome.FAILED, "2.4.2", check="page-title", selector="html", help="No title")
    view = write_run(page(0, f"{SITE}/a", (passed,)), page(1, f"{SITE}/b", (failed,)))
    found = collect(view).of("2.4.2")
    assert len(found.rules) == 1
    assert found.failures[0].completed == 2


def test_a_finding_confirmed_by_a_person_is_confirmed_even_if_the_check_could_not_tell(sample_view: RunView) -> None:
    ann = Signature(name="Ann Auditor", date="2026-11-20")
    fingerprint = next(f.fingerprint for f in sample_view.findings() if f.rule.rule == "bypass")
    found = collect(sample_view, StoredVerdicts(findings={fingerprint: FindingVerdict(True, ann)})).of("2.4.1")
    assert [group.standing for group in found.groups] == [Standing.CONFIRMED]


def test_a_criterion_that_nothing_bears_on_is_empty(sample_view: RunView) -> None:
    found = collect(sample_view).of("3.3.4")
    assert (found.rules, found.groups) == ((), ())


def test_targets_are_called_page_states_where_states_were_audited(write_run: WriteRun) -> None:
    view = write_run(page(0, f"{SITE}/app", (), state="menu open"), page(1, f"{SITE}/app", ()))
    assert collect(view).unit == "page state"


def test_may_fail_follows_the_status_of_axe_rules(sample_view: RunView) -> None:
    by_rule = {rule.rule: rule for rule in sample_view.rules.values()}
    assert may_fail(by_rule["image-alt"])
    assert not may_fail(by_rule["bypass"])
    assert not may_fail(by_rule["region"])
