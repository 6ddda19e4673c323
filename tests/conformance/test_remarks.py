from __future__ import annotations

import pytest
from tests.conformance.acr_sample import SITE, WriteRun, outcome, owned, page

from a11ycheck.conformance.evidence import collect
from a11ycheck.conformance.remarks import criterion_remarks, element, joined, plural
from a11ycheck.gating import KnownIssue
from a11ycheck.model import Identity, Location, Outcome
from a11ycheck.store.queries import RunView


def remarks(view: RunView, num: str) -> tuple[str, ...]:
    run = collect(view)
    return criterion_remarks(num, run.of(num), run)


def test_says_what_how_many_where_an_example_and_whom_it_hinders(sample_view: RunView) -> None:
    assert remarks(sample_view, "1.4.3") == (
        "Found by automated checks and not yet confirmed by a person:",
        "Texts with too little contrast to their background: 7 places on 7 of 7 pages, in the page footer, for example"
        " the link “Imprint” on /index.html. People with low vision or with little contrast sensitivity may be unable"
        " to read the text.",
        "Possible, for a person to judge: texts with too little contrast to their background (1 place on 1 of 7 pages).",
    )


def test_groups_of_one_rule_make_one_sentence(write_run: WriteRun) -> None:
    found = [
        outcome("link-name", Outcome.FAILED, "2.4.4", selector=f"a.{place}", landmarks=(place,), role="link")
        for place in ("banner", "navigation", "main")
    ]
    (_, sentence) = remarks(write_run(page(0, f"{SITE}/", tuple(found))), "2.4.4")
    assert "3 places on 1 of 1 page" in sentence
    assert (
        ", in the page header, main content and navigation, among them the unnamed link at “a.banner” on / (1 place), the"
        in sentence
    )
    assert sentence.count("Screen reader") == 1


def test_a_check_of_our_own_speaks_through_its_title(write_run: WriteRun) -> None:
    found = outcome("reflow", Outcome.FAILED, "1.4.10", selector="pre", check="reflow", help="Content does not reflow")
    (_, sentence) = remarks(write_run(page(0, f"{SITE}/", (found,))), "1.4.10")
    assert sentence.startswith("Content does not reflow: 1 place on 1 of 1 page")
    assert "zoom to 400%" in sentence


def test_nothing_found_makes_no_remark(sample_view: RunView) -> None:
    assert remarks(sample_view, "3.1.1") == ()


def test_no_two_rows_with_failures_say_the_same(sample_view: RunView) -> None:
    said = [remarks(sample_view, num)[1] for num in ("1.1.1", "1.4.3")]
    assert len(set(said)) == len(said)


def test_joined_and_plural_read_as_a_person_writes() -> None:
    assert joined(("a",)) == "a"
    assert joined(("a", "b", "c")) == "a, b and c"
    assert (plural(1, "page"), plural(0, "page"), plural(1200, "page")) == ("1 page", "0 pages", "1,200 pages")


@pytest.mark.parametrize(
    ("identity", "called"),
    [
        (Identity(role="link", name="More"), "the link “More”"),
        (Identity(role="img", anchor="file:logo.svg"), "the image “logo.svg”"),
        (Identity(role="textbox", anchor="name:email"), "the text field “email”"),
        (Identity(role="iframe", anchor="under:Service status¶"), "the frame under “Service status”"),
        (Identity(role="button", anchor="in:x"), "the unnamed button at “main > button”"),
        (Identity(name="A" * 40), f"the text “{'A' * 40}”"),
        (Identity(name="A" * 60), f"the part that begins “{'A' * 39}…”"),
        (Identity(), "the element at “main > button”"),
        (Identity(role="document", name="Home"), ""),
    ],
)
def test_an_element_is_called_what_a_person_calls_it(identity: Identity, called: str, write_run: WriteRun) -> None:
    found = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="x")
    place = Location(selector="html > body > main > button", identity=identity)
    view = write_run(page(0, f"{SITE}/", (found.model_copy(update={"location": place}),)))
    assert element(next(view.findings())) == called


def test_what_stands_in_the_head_is_the_page_and_no_element(write_run: WriteRun) -> None:
    found = outcome(
        "meta-viewport", Outcome.FAILED, "1.4.4", selector="meta", name="viewport", html='<meta name="viewport">'
    )
    assert remarks(write_run(page(0, f"{SITE}/a", (found,))), "1.4.4")[1].startswith(
        "Pages that prevent zooming: 1 place on 1 of 1 page, for example /a."
    )


def test_whom_it_hinders_is_said_once_a_row(write_run: WriteRun) -> None:
    found = [outcome(rule, Outcome.FAILED, "1.1.1", selector="img") for rule in ("image-alt", "role-img-alt")]
    (_, first, second) = remarks(write_run(page(0, f"{SITE}/", tuple(found))), "1.1.1")
    assert "People who cannot see" in first
    assert "People who cannot see" not in second


def test_many_groups_are_counted_after_the_largest(write_run: WriteRun) -> None:
    found = [
        outcome("link-name", Outcome.FAILED, "2.4.4", selector=f"a.{place}", landmarks=(place,), role="link")
        for place in ("banner", "navigation", "main", "search", "contentinfo")
    ]
    (_, sentence) = remarks(write_run(page(0, f"{SITE}/", tuple(found))), "2.4.4")
    assert "and 2 more kinds." in sentence


def test_content_of_others_has_a_sentence_of_its_own_after_the_products(write_run: WriteRun) -> None:
    ours = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img.ours")
    theirs = owned(outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img.theirs"), "third-party", "Video player")
    asked = owned(outcome("image-alt", Outcome.CANT_TELL, "1.1.1", selector="img.post"), "user-content", "")
    (_, own, other, review) = remarks(write_run(page(0, f"{SITE}/", (theirs, ours, asked))), "1.1.1")
    assert own.startswith("Images without a text alternative: 1 place")
    assert other.startswith("Images without a text alternative, in third-party content (Video player): 1 place")
    assert "images without a text alternative, in content of users (1 place" in review


def test_issue_workaround_and_plan_are_told_where_they_are_given(write_run: WriteRun) -> None:
    found = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img")
    issue = KnownIssue(rule="image-alt", id="DOC-7", workaround="Read the caption", plan="Version 7.3.")
    run = collect(write_run(page(0, f"{SITE}/", (found,))), known_issues=(issue,))
    (_, sentence) = criterion_remarks("1.1.1", run.of("1.1.1"), run)
    assert sentence.endswith("Issue DOC-7. Workaround: Read the caption. Plan: Version 7.3.")


def test_a_state_is_named_in_words(write_run: WriteRun) -> None:
    found = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="img", role="img", name="x")
    view = write_run(page(0, f"{SITE}/app", (found,), state="menu open"))
    assert "the image “x” on /app, state “menu open”." in remarks(view, "1.1.1")[1]
