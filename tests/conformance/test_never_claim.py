"""Every "never" of the design and of the reviewers' lists, one test each."""

from __future__ import annotations

import re

import pytest
from tests.conformance.acr_sample import ANN, SITE, WriteRun, not_audited, outcome, page

from a11ycheck.config import Config
from a11ycheck.conformance.acr import Acr, build
from a11ycheck.conformance.formats import html
from a11ycheck.conformance.verdicts import FindingVerdict, RowVerdict, StoredVerdicts
from a11ycheck.model import Outcome
from a11ycheck.standards.editions import EDITION_IDS, EditionId
from a11ycheck.store.queries import RunView


def web(acr: Acr, num: str):
    return next(p for p in acr.proposals if p.row.num == num).answer("web")


def row(acr: Acr, num: str):
    return next(p for p in acr.proposals if p.row.num == num).answer()


def passing_run(write_run: WriteRun) -> RunView:
    return write_run(page(0, f"{SITE}/", (outcome("html-has-lang", Outcome.PASSED, "3.1.1"),)))


def test_automated_passes_alone_never_become_supports(write_run: WriteRun, config: Config) -> None:
    answer = web(build(passing_run(write_run), config), "3.1.1")
    assert (answer.level, answer.suggested) == (None, None)
    assert "no-failure" in answer.codes


@pytest.mark.parametrize("edition", EDITION_IDS)
def test_no_row_of_any_edition_says_supports_without_a_person_except_4_1_1(
    edition: EditionId, sample_view: RunView, config: Config
) -> None:
    acr = build(sample_view, config, edition)
    supporting = {p.row.num for p in acr.proposals for a in p.answers if a.level == "Supports"}
    assert supporting == {"4.1.1"}


def test_no_violations_found_is_never_the_remark_of_a_row(write_run: WriteRun, config: Config) -> None:
    assert web(build(passing_run(write_run), config), "3.1.1").remarks == ()


def test_a_criterion_that_no_rule_ran_for_stays_undecided(write_run: WriteRun, config: Config) -> None:
    answer = web(build(passing_run(write_run), config), "2.4.3")
    assert (answer.level, answer.suggested) == (None, None)
    assert "no-check" in answer.codes


def test_absent_content_is_suggested_by_policy_and_stays_undecided(write_run: WriteRun, config: Config) -> None:
    view = write_run(page(0, f"{SITE}/", (outcome("video-caption", Outcome.INAPPLICABLE, "1.2.2"),)))
    answer = web(build(view, config), "1.2.2")
    assert (answer.level, answer.suggested) == (None, "Supports")
    not_applicable = config.model_copy(
        update={"product": config.product.model_copy(update={"absent_content": "Not Applicable"})}
    )
    assert web(build(view, not_applicable), "1.2.2").suggested == "Not Applicable"


def test_absent_content_is_not_suggested_when_a_page_was_not_audited(write_run: WriteRun, config: Config) -> None:
    view = write_run(
        page(0, f"{SITE}/", (outcome("video-caption", Outcome.INAPPLICABLE, "1.2.2"),)),
        not_audited(1, f"{SITE}/tour", "http-error", "500"),
    )
    assert web(build(view, config), "1.2.2").suggested is None


def test_absent_content_is_not_suggested_from_rules_that_cannot_see_it(write_run: WriteRun, config: Config) -> None:
    view = write_run(page(0, f"{SITE}/", (outcome("marquee", Outcome.INAPPLICABLE, "2.2.2"),)))
    assert web(build(view, config), "2.2.2").suggested is None


def test_absent_content_is_not_suggested_from_some_of_the_rules_that_see_it(
    write_run: WriteRun, config: Config
) -> None:
    view = write_run(page(0, f"{SITE}/", (outcome("image-alt", Outcome.INAPPLICABLE, "1.1.1"),)))
    assert web(build(view, config), "1.1.1").suggested is None


def test_an_unconfirmed_failure_keeps_the_row_undecided_and_is_marked(sample_view: RunView, config: Config) -> None:
    answer = web(build(sample_view, config), "1.1.1")
    assert (answer.level, answer.suggested, answer.mark) == (None, None, "failure, unconfirmed")
    assert next(r for r in answer.reasons if r.code == "failure-unconfirmed").groups == ("image-alt-main",)


def test_a_confirmed_failure_suggests_partially_supports_and_never_does_not_support(
    sample_view: RunView, config: Config
) -> None:
    seen = {finding.fingerprint: FindingVerdict(True, ANN) for finding in sample_view.findings()}
    answer = web(build(sample_view, config, verdicts=StoredVerdicts(findings=seen)), "1.1.1")
    assert (answer.level, answer.suggested, answer.mark) == (None, "Partially Supports", "")


def test_an_open_question_keeps_the_row_undecided(sample_view: RunView, config: Config) -> None:
    answer = web(build(sample_view, config), "2.4.1")
    assert (answer.level, answer.suggested) == (None, None)
    assert "needs-review-open" in answer.codes


def test_an_untested_check_keeps_the_row_undecided_and_says_why(sample_view: RunView, config: Config) -> None:
    answer = web(build(sample_view, config), "2.4.7")
    assert answer.level is None
    assert "the page closed" in next(r.text for r in answer.reasons if r.code == "untested")


def test_targets_that_were_not_audited_are_said_in_row_notes_and_list(sample_view: RunView, config: Config) -> None:
    acr = build(sample_view, config)
    assert "not-audited" in web(acr, "3.1.1").codes
    assert any("1 of the 8 pages planned" in note for note in acr.notes)
    assert any("/status.html" in line for line in acr.blockers)


def test_a_failure_of_a_page_that_did_not_load_rightly_counts_for_nothing(write_run: WriteRun, config: Config) -> None:
    wall = not_audited(1, f"{SITE}/app", "login-wall", "sent to /login").model_copy(
        update={"outcomes": (outcome("document-title", Outcome.FAILED, "2.4.2", selector="html"),)}
    )
    view = write_run(page(0, f"{SITE}/", (outcome("document-title", Outcome.PASSED, "2.4.2"),)), wall)
    acr = build(view, config)
    assert acr.run.of("2.4.2").failures == ()
    assert len(acr.run.of("2.4.2").completed) == 1
    assert acr.run.discarded == 1


@pytest.mark.parametrize("rule", ["p-as-heading", "td-has-header"])
def test_an_experimental_rule_asks_and_never_fails_a_criterion(rule: str, write_run: WriteRun, config: Config) -> None:
    view = write_run(page(0, f"{SITE}/", (outcome(rule, Outcome.FAILED, "1.3.1", selector="p"),)))
    answer = web(build(view, config), "1.3.1")
    assert answer.mark == ""
    assert "failure-unconfirmed" not in answer.codes
    assert "needs-review-open" in answer.codes


def test_a_review_only_rule_never_fails_a_criterion(write_run: WriteRun, config: Config) -> None:
    view = write_run(page(0, f"{SITE}/", (outcome("bypass", Outcome.FAILED, "2.4.1", selector="html"),)))
    assert web(build(view, config), "2.4.1").mark == ""


def test_a_best_practice_rule_never_fails_a_criterion(write_run: WriteRun, config: Config) -> None:
    found = outcome("region", Outcome.FAILED, "1.3.1", selector="div", best_practice=True)
    answer = web(build(write_run(page(0, f"{SITE}/", (found,))), config), "1.3.1")
    assert (answer.mark, answer.suggested) == ("", None)


def test_the_two_proven_experimental_rules_do_fail(write_run: WriteRun, config: Config) -> None:
    found = outcome("css-orientation-lock", Outcome.FAILED, "1.3.4", selector="html")
    acr = build(write_run(page(0, f"{SITE}/", (found,))), config, "wcag")
    assert web(acr, "1.3.4").mark == "failure, unconfirmed"


def test_only_a_signed_not_a_barrier_removes_a_finding(write_run: WriteRun, config: Config) -> None:
    found = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img")
    view = write_run(page(0, f"{SITE}/", (found,)))
    rejected = StoredVerdicts(findings={found.fingerprint: FindingVerdict(False, ANN, "decorative")})
    acr = build(view, config, verdicts=rejected)
    assert web(acr, "1.1.1").mark == ""
    assert acr.run.of("1.1.1").rejected == 1


def test_gate_settings_change_nothing_in_the_report(sample_view: RunView, config: Config) -> None:
    relaxed = config.model_copy(update={"fail_on": "critical", "standard": ("wcag20",), "exit_zero": True})
    assert build(sample_view, relaxed).proposals == build(sample_view, config).proposals


@pytest.mark.parametrize("edition", EDITION_IDS)
def test_not_evaluated_never_fills_a_blank(edition: EditionId, sample_view: RunView, config: Config) -> None:
    acr = build(sample_view, config, edition)
    assert not any("Not Evaluated" in (a.level, a.suggested) for p in acr.proposals for a in p.answers)


def test_not_evaluated_is_refused_outside_level_aaa_even_when_signed(sample_view: RunView, config: Config) -> None:
    rows = {
        ("2.4.3", "web"): RowVerdict("Not Evaluated", ANN, "No time."),
        ("302.1", "none"): RowVerdict("Not Evaluated", ANN, "No time."),
    }
    acr = build(sample_view, config, verdicts=StoredVerdicts(rows=rows))
    assert "not-allowed" in web(acr, "2.4.3").codes
    assert web(acr, "2.4.3").level is None
    assert row(acr, "302.1").level is None


def test_4_1_1_alone_is_preset_with_the_errata(sample_view: RunView, config: Config) -> None:
    answer = row(build(sample_view, config), "4.1.1")
    assert answer.level == "Supports"
    assert "errata" in answer.remarks[0]
    assert "WCAG 2.2 removed it" in answer.remarks[0]


@pytest.mark.parametrize("num", ["302.1", "302.6", "602.2", "602.3", "603.2", "603.3"])
def test_rows_beside_wcag_that_apply_stay_with_a_person(num: str, sample_view: RunView, config: Config) -> None:
    assert row(build(sample_view, config), num).level is None


@pytest.mark.parametrize("num", ["4.2.1", "11.7", "12.1.1", "12.1.2", "12.2.2"])
def test_en_rows_that_apply_stay_with_a_person(num: str, sample_view: RunView, config: Config) -> None:
    assert row(build(sample_view, config, "eu"), num).level is None


@pytest.mark.parametrize("edition", EDITION_IDS)
def test_no_answer_of_the_profile_makes_a_row_met(edition: EditionId, sample_view: RunView, config: Config) -> None:
    """With every question answered yes no row beside WCAG has a level, and with every one no none says Supports."""
    beside = ("302.", "4.2.", "5", "6", "11.7", "12.")
    for given in (True, False):
        profile = dict.fromkeys(config.product.profile, given)
        acr = build(
            sample_view,
            config.model_copy(update={"product": config.product.model_copy(update={"profile": profile})}),
            edition,
        )
        rows = [p for p in acr.proposals if p.row.part != "wcag" and p.row.num.startswith(beside)]
        levels = {answer.level for proposal in rows for answer in proposal.answers}
        assert levels <= ({None} if given else {None, "Not Applicable"})


def test_assistive_technology_is_never_claimed_when_nobody_used_any(sample_view: RunView, config: Config) -> None:
    text = " ".join(build(sample_view, config).evaluation_methods)
    assert "Nobody has tested with assistive technology" in text
    assert "No manual test has been recorded" in text


def test_a_keyboard_test_does_not_count_as_assistive_technology(sample_view: RunView, config: Config) -> None:
    rows = {("2.4.3", "web"): RowVerdict("Supports", ANN)}
    text = " ".join(build(sample_view, config, verdicts=StoredVerdicts(rows=rows)).evaluation_methods)
    assert "Manual tests by Ann Auditor, 2026-11-20: keyboard." in text
    assert "Nobody has tested with assistive technology" in text


@pytest.mark.parametrize(
    "word",
    ["compliant", "certified", "percent", "%", "third-party review", "user test", "planned fix", "will be fixed",
     "equivalent facilitation is", "undue burden", "essential exception", "Supports with Exceptions"],
)  # fmt: skip
def test_words_that_no_draft_may_say(word: str, sample_view: RunView, config: Config) -> None:
    body = html.render(build(sample_view, config)).decode()
    claims = re.sub(r'<details class="howto">.*?</details>', "", body[body.index("<body") :], flags=re.DOTALL)
    assert word.lower() not in claims.lower()


def test_a_draft_says_draft_and_lists_what_is_undecided_first(sample_view: RunView, config: Config) -> None:
    body = html.render(build(sample_view, config)).decode()
    assert "<title>DRAFT: " in body
    assert body.index("What is undecided") < body.index("Name of Product/Version")
    assert 'content: "DRAFT' in body
