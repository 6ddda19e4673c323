"""The work of an audit agrees with what the report leaves undecided, and goes by risk."""

from __future__ import annotations

import pytest
from tests.conformance.acr_sample import COMPLETE_PROFILE, SITE, WriteRun, outcome, page

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.agenda import CriterionFacts, by_risk, criterion_facts, tasks
from a11ycheck.conformance.recorded import read
from a11ycheck.model import Outcome
from a11ycheck.standards.editions import EDITION_IDS, EditionId, edition
from a11ycheck.store import audit_sample
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import Verdict, save


@pytest.fixture
def view(write_run: WriteRun) -> RunView:
    outcomes = (
        outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img", name="Logo"),
        outcome("color-contrast", Outcome.CANT_TELL, "1.4.3", selector="h1", name="Hero"),
        outcome("document-title", Outcome.PASSED, "2.4.2"),
        outcome("region", Outcome.FAILED, selector="div", best_practice=True),
    )
    return write_run(page(0, f"{SITE}/a", outcomes))


@pytest.mark.parametrize("profile", [{}, COMPLETE_PROFILE], ids=["no answers", "all answers"])
@pytest.mark.parametrize("edition_id", EDITION_IDS)
def test_a_person_owes_what_the_report_leaves_undecided(
    edition_id: EditionId, profile: dict[str, bool], view: RunView, config: Config
) -> None:
    config = config.model_copy(update={"product": config.product.model_copy(update={"profile": profile})})
    undecided = {(item.proposal.row.num, item.answer.component) for item in build(view, config, edition_id).undecided}
    owed = tasks(edition(edition_id), read(view, config), profile)
    assert {(task.row.num, task.cell.component) for task in owed} == undecided


def test_facts_keep_failures_questions_and_best_practice_apart(view: RunView) -> None:
    facts = criterion_facts(view)
    assert [group.rule.rule for group in facts["1.1.1"].failed] == ["image-alt"]
    assert [group.rule.rule for group in facts["1.4.3"].reviews] == ["color-contrast"]
    assert "1.3.1" not in facts
    texts = [facts[num].risk_text for num in ("1.1.1", "1.4.3", "2.4.2")]
    assert texts == ["failures found (serious)", "open questions", "checks found nothing"]
    assert CriterionFacts().risk_text == "no check looks at it"


def test_the_plan_goes_from_failures_to_what_rolls_up(view: RunView, config: Config) -> None:
    owed = tasks(edition("508"), read(view, config), COMPLETE_PROFILE)
    order = [task.row.num for task in by_risk(owed, criterion_facts(view)) if task.cell.component in ("web", "none")]
    assert order[:2] == ["1.1.1", "1.4.3"]
    assert order.index("1.2.1") < order.index("2.4.2") < order.index("603.2") < order.index("302.1")


def test_tasks_count_pages_and_name_their_state(view: RunView, config: Config) -> None:
    audit_sample.store(view.connection, audit_sample.make(view, ["/a"], seed=0, percent=0), "Ann")
    sample = audit_sample.latest(view.connection)
    assert sample is not None

    def task(num: str):
        owed = tasks(edition("wcag"), read(view, config), COMPLETE_PROFILE)
        return next(each for each in owed if each.row.num == num and each.cell.component == "web")

    assert (task("1.1.1").state, task("1.1.1").pages_done, task("1.1.1").pages) == ("open", 0, 1)
    before = task("1.1.1").minutes
    save(view.connection, Verdict("page", "1.1.1", "Ann", "failed", place="/a", digests=("",)))
    assert (task("1.1.1").pages_done, task("1.1.1").minutes < before) == (1, True)
    row = Verdict("row", "1.1.1", "Ann", "Partially Supports", place="web", product_version="7.2", sample=sample.digest)
    save(view.connection, row)
    assert (task("1.1.1").state, task("1.1.1").minutes) == ("signed", 0)
    save(
        view.connection,
        Verdict("row", "1.1.1", "Ben", "Supports", place="web", product_version="7.2", sample=sample.digest),
    )
    assert (task("1.1.1").state, task("1.1.1").why) == ("conflict", "testers differ")
    save(
        view.connection,
        Verdict("row", "2.4.2", "Ann", "Supports", place="web", product_version="7.1", sample=sample.digest),
    )
    assert task("2.4.2").state == "stale"
    assert "version 7.1" in task("2.4.2").why
