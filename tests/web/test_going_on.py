"""After a verdict the next open thing: of the page or of the criterion, answers, groups."""

from __future__ import annotations

import re
from html import unescape

from tests.web.conftest import Hand


def goes_on_to(shown: str) -> list[tuple[str, str]]:
    """Address and text of the buttons that go on."""
    found = re.findall(r'name="then" value="([^"]+)">([^<]+)<', shown)
    return [(unescape(address), unescape(text)) for address, text in found]


def test_page_by_page_leads_through_the_open_criteria_then_to_the_next_page(tester: Hand) -> None:
    tester.sample("/index", "/tour")
    tester.verdict("page", "1.2.1", "passed", "/index")
    assert goes_on_to(tester.get("/test/1.1.1/1")) == [("/test/1.2.2/1?go", "Save, go on to 1.2.2")]
    for num in dict.fromkeys(re.findall(r"/test/([\d.]+)/1", tester.get("/page/1"))):
        tester.verdict("page", num, "passed", "/index")
    assert goes_on_to(tester.get("/test/1.1.1/1")) == [("/test/1.1.1/2?go", "Save, go on to 1.1.1 on /tour")]


def test_criterion_by_criterion_leads_through_the_open_pages_then_to_the_decision(tester: Hand) -> None:
    tester.sample("/index", "/tour", "/admin")
    tester.verdict("page", "1.1.1", "passed", "/tour")
    shown = tester.get("/test/1.1.1/1?way=criterion")
    assert goes_on_to(shown) == [("/test/1.1.1/3?way=criterion&go", "Save, go on to /admin")]
    tester.verdict("page", "1.1.1", "passed", "/admin")
    assert goes_on_to(tester.get("/test/1.1.1/3?way=criterion")) == [
        ("/test/1.1.1/1?way=criterion&go", "Save, go on to /index")
    ]
    tester.verdict("page", "1.1.1", "passed", "/index")
    assert goes_on_to(tester.get("/test/1.1.1/3?way=criterion")) == [
        ("/row/1.1.1?go", "Save, go on to the decision on 1.1.1")
    ]


def test_what_went_stale_or_is_in_conflict_is_open_again(tester: Hand, another) -> None:
    tester.sample("/index")
    tester.verdict("page", "1.2.1", "passed", "/index")
    another("Bob").verdict("page", "1.2.1", "failed", "/index")
    assert goes_on_to(tester.get("/test/1.1.1/1"))[0][0] == "/test/1.2.1/1?go"


def test_answers_lead_to_the_next_open_component_and_row_with_the_focus_on_it(tester: Hand) -> None:
    tester.sample("/index")
    first, *_, last = goes_on_to(tester.get("/row/1.1.1"))[-4:]
    assert first == ("/row/1.1.1?go", "Sign, go on to the next component")
    assert last == ("/row/1.2.1?go", "Sign, go on to 1.2.1")
    tester.verdict("row", "1.1.1", "Does Not Support", "web", note="Nothing has a text.")
    focused = re.findall(r'id="([^"]+)"[^>]* autofocus', tester.get("/row/1.1.1?go"))
    assert len(focused) == 1
    assert not focused[0].startswith("c-web")
    assert "autofocus" not in tester.get("/row/1.1.1")


def test_groups_lead_to_the_next_that_is_not_looked_through(tester: Hand) -> None:
    keys = list(dict.fromkeys(re.findall(r'href="/group/([^"?#]+)"', tester.get("/findings"))))
    shown = [tester.get(f"/group/{key}") for key in keys]
    assert [goes_on_to(each)[0][0] for each in shown] == [f"/group/{keys[1]}?go", f"/group/{keys[0]}?go"]
    assert tester.get(f"/group/{keys[0]}?go").count("autofocus") == 1
    tester.verdict("finding", f"group:{keys[1]}", "not-a-barrier", note="Seen.")
    assert goes_on_to(tester.get(f"/group/{keys[0]}")) == []
