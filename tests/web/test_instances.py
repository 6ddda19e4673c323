"""Test instances: one criterion on one page, with outcomes, evidence, verdict and the way on."""

from __future__ import annotations

import re

from tests.web.conftest import Hand, says


def test_an_instance_shows_procedure_outcomes_evidence_and_the_form(tester: Hand) -> None:
    tester.sample("/index", "/tour")
    shown = tester.get("/test/1.1.1/2")
    for text in ("Who is affected.", "What checks found on this page", "Failure: <a href=\"/group/image-alt-main\"",
                 "hidden from assistive technology (alt)", 'src="/picture/2/images/0"', "a11ycheck audit open 2",
                 "Does this page meet 1.1.1?"):  # fmt: skip
        assert text in shown, text


def test_saving_leads_on_to_the_next_page_or_criterion(tester: Hand) -> None:
    tester.sample("/index", "/tour")
    answer = tester.verdict("page", "1.1.1", "passed", "/index", then="/test/1.1.1/2")
    assert answer.request.path == "/test/1.1.1/2"
    assert says(answer) == "Saved and signed: passed. That was 1.1.1 on /index."
    assert "/test/1.2.1/1" in tester.get("/test/1.1.1/1")


def test_a_page_outside_the_sample_gets_no_verdict(tester: Hand) -> None:
    tester.sample("/index")
    assert "This page is not in the audit sample." in tester.get("/test/1.1.1/2")


def test_focus_stops_are_drawn_on_the_picture_and_listed(tester: Hand) -> None:
    tester.sample("/index")
    shown = tester.get("/test/2.4.3/1")
    assert 'href="/picture/1"' in shown
    assert re.search(r'class="mark" x="5.0" y="5.0" width="40.0" height="10.0"', shown)
    assert "The walk ended at its limit, after 2 of 9 stops" in shown
    assert "no pixel changed with the focus" in shown


def test_pages_stand_in_the_order_of_the_evaluation_with_processes_step_by_step(tester: Hand) -> None:
    tester.post(
        "/sample", place=["/index"], percent=100, seed=1, **{"process:/admin": "Set up", "process:/tour": "Set up"}
    )
    shown = tester.get("/pages")
    order = [shown.index(text) for text in ("Structured sample", "Process: Set up")]
    assert order == sorted(order)
    assert "step 2 of 2 of the process Set up" in tester.get("/test/1.1.1/3")
    tester.verdict("page", "1.1.1", "failed", "/admin")
    assert "The process Set up fails at step 2." in tester.get("/row/1.1.1")
    assert "/admin" not in tester.get("/pages?q=tour").split("<main", 1)[1]
