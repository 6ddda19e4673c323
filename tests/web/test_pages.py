"""Every page answers, shows page text as text, and says what is open."""

from __future__ import annotations

import re
from contextlib import closing

import pytest
from tests.web.conftest import HOSTILE, Hand, says

from a11ycheck.standards.guidance import guidance
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.verdicts import rulings
from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit

PAGES = (
    "/",
    "/tester",
    "/sample",
    "/rows",
    "/rows?open",
    "/row/1.1.1",
    "/row/302.1",
    "/findings",
    "/group/image-alt-main",
    "/page/2",
    "/pages",
    "/test/1.1.1/2",
    "/test/1.4.3/2",
    "/test/2.4.3/2",
    "/test/3.3.1/2",
    "/test/4.1.2/2",
    "/scripts",
    "/script/nvda/2",
    "/finish",
    "/profile",
    "/report",
)


@pytest.mark.parametrize("path", PAGES)
def test_stored_markup_is_shown_as_text(path: str, tester: Hand) -> None:
    tester.sample("/index", "/tour")
    shown = tester.get(path)
    assert HOSTILE not in shown
    assert "<script>alert" not in shown
    assert "onerror=alert(1)>" not in re.sub(r"&lt;.*?&gt;", "", shown)


def test_a_criterion_shows_its_procedure_the_findings_and_each_page(tester: Hand) -> None:
    tester.sample("/index", "/tour")
    shown = tester.get("/row/1.1.1")
    guide = guidance("1.1.1")
    assert guide is not None
    assert all(step.split(",")[0] in shown for step in guide.steps)
    assert "Who is affected." in shown
    assert 'href="/group/image-alt-main"' in shown
    assert shown.count("Your verdict on this page") == 2
    assert 'href="/test/1.1.1/2?way=criterion"' in shown


def test_a_criterion_without_checks_says_that_it_rests_on_a_person(tester: Hand) -> None:
    assert "It rests on you alone." in tester.get("/row/2.4.6")


def test_rows_beyond_wcag_have_their_procedure(tester: Hand) -> None:
    guide = guidance("302.1")
    assert guide is not None
    assert guide.steps[0][:30] in tester.get("/row/302.1")


def test_a_signed_answer_that_cannot_stand_says_why(tester: Hand) -> None:
    tester.sample("/index")
    assert "Remarks proposed from what was found" in tester.get("/row/1.1.1")
    tester.verdict("row", "1.1.1", "Supports", "web")
    shown = tester.get("/row/1.1.1")
    assert "Signed, and yet the report keeps it undecided: Nobody has judged /index of the audit sample." in shown
    assert "The verdict Supports contradicts failures that nobody rejected." in shown


def test_search_finds_rows_by_words_of_their_text(tester: Hand) -> None:
    found = re.findall(r'href="/row/([\d.]+)"', tester.get("/rows?q=caption+live"))
    assert "1.2.4" in found
    assert "2.4.1" not in found
    assert "Nothing matches." in tester.get("/rows?q=zebra")


def test_progress_names_what_is_next_and_what_blocks(tester: Hand) -> None:
    shown = tester.get("/")
    assert "No audit sample has been chosen." in shown
    assert "1.1.1 Non-text Content (Web): undecided" in tester.get("/finish")
    first = re.search(r'<ol class="cards">.*?href="/row/([\d.]+)"', shown, re.S)
    assert first is not None
    assert first.group(1) == "1.1.1"


@pytest.mark.parametrize(
    "path",
    [
        "/row/9.9.9",
        "/group/none",
        "/page/99",
        "/test/9.9.9/1",
        "/test/1.1.1/99",
        "/test/302.1/1",
        "/script/narrator/1",
        "/script/nvda/99",
        "/picture/99",
        "/picture/1/images/7",
        "/download/audit.db",
        "/file/" + "0" * 64,
        "/file/..%2faudit.db",
        "/static/..%2flayout.html",
        "/static/layout.html",
    ],
)
def test_what_does_not_exist_is_404_without_a_trace(path: str, tester: Hand) -> None:
    answer = tester.client.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_what_the_configuration_says_of_the_product_is_chosen_and_waits_for_a_signature(audit: Audit) -> None:
    product = audit.config.product.model_copy(update={"profile": {"media": True, "voice": False}})
    configured = Audit(audit.audit_file, audit.config.model_copy(update={"product": product}))
    hand = Hand(create_app(configured).test_client())
    chosen = re.findall(r'name="(\w+)" value="(\w+)" checked', hand.get("/profile"))
    assert chosen == [("media", "yes"), ("voice", "no")]
    with closing(open_audit_file(audit.audit_file)) as connection:
        assert rulings(connection) == {}
    assert says(hand.post("/profile", media="yes", voice="no")) == "Signed 2 answers."
