from __future__ import annotations

import pytest
from tests.conformance.acr_sample import SITE, WriteRun, outcome, page

from a11ycheck.conformance.evidence import collect
from a11ycheck.conformance.remarks import criterion_remarks, element, joined, plural
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
        "For a person to judge: texts with too little contrast to their background (1 place on 1 of 7 pages).",
    )


def test_groups_of_one_rule_make_one_sentence(write_run: WriteRun) -> None:
    found = [
        outcome("link-name", Outcome.FAILED, "2.4.4", selector=f"a.{place}", landmarks=(place,), role="link")
        for place in ("banner", "navigation", "main")
    ]
    (_, sentence) = remarks(write_run(page(0, f"{SITE}/", tuple(found))), "2.4.4")
    assert "3 places on 1 of 1 page" in sentence
    assert ", in the page header, main content and navigation, for example" in sentence


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
        (Identity(role="button", anchor="in:x"), "the button “main > button”"),
        (Identity(), "“main > button”"),
        (Identity(role="document", name="Home"), ""),
    ],
)
def test_an_element_is_called_what_a_person_calls_it(identity: Identity, called: str, write_run: WriteRun) -> None:
    found = outcome("image-alt", Outcome.FAILED, "1.1.1", selector="x")
    place = Location(selector="html > body > main > button", identity=identity)
    view = write_run(page(0, f"{SITE}/", (found.model_copy(update={"location": place}),)))
    assert element(next(view.findings())) == called
