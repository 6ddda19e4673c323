"""Sections of evidence: what each one shows, and that none is made up where nothing was kept."""

from __future__ import annotations

from contextlib import closing

import pytest
from tests.web.kept_evidence import HOSTILE

from a11ycheck.standards.wcag import is_criterion
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.web.desk import Audit
from a11ycheck.web.page_evidence import FOR_CRITERION, SECTIONS, page_evidence
from a11ycheck.web.sections import Kept, Mark, table
from a11ycheck.web.use_sections import reading_order


def test_every_section_is_made_from_what_was_kept(audit: Audit) -> None:
    with closing(open_audit_file(audit.audit_file)) as connection:
        found = {section.id: section for section in page_evidence(RunView(connection), 1)}
    assert list(found) == list(SECTIONS)
    assert found["images"].thumbs == (0, None)
    assert found["headings"].depths == (0, 2)
    assert found["focus-order"].marks == (Mark(1, (5.0, 5.0, 40.0, 10.0)), Mark(2, (5.0, 25.0, 40.0, 10.0)))
    assert found["focus-order"].rows[1] == (
        "2",
        HOSTILE,
        "link",
        "not visible: off-screen; no pixel changed with the focus",
    )
    assert found["reading-order"].count == 7
    assert found["reading-order"].rows[3][2] == "not checked, focusable"
    assert found["colours"].rows[0][:3] == ("#767676", "#ffffff", "4.54 : 1")
    assert found["enlarged-text"].rows == ((HOSTILE, f"it and “{HOSTILE}” cover each other"),)
    assert found["media"].rows[0] == ("video", "61 s", "no", "captions en: ok", "Transcript")
    assert found["errors"].rows[0] == ("Sign up", "empty", f"Enter a name {HOSTILE}", "Name")
    assert found["skip-links"].rows == (
        ("Skip", "main", "moves on to its target"),
        ("To nothing", "none on the page", "its target does not exist"),
    )
    assert found["targets"].rows == ()
    assert found["fields"].rows == (("1", "no name", "", HOSTILE, "textbox", "", "", "", "required, marked invalid"),)
    assert found["tables"].rows == (("Plans", "2", "data", f"{HOSTILE} (scope col); empty", "Basic | "),)
    assert found["fields"].marks == (Mark(1, (5.0, 5.0, 40.0, 20.0)),)


def test_what_evidence_does_not_know_is_an_empty_cell() -> None:
    assert table("links", "Links", ("Name", "Leads to"), [("Home", None)]).rows == (("Home", ""),)


def test_nothing_kept_is_no_section(audit: Audit) -> None:
    with closing(open_audit_file(audit.audit_file)) as connection:
        connection.execute("DELETE FROM evidence")
        assert page_evidence(RunView(connection), 1) == ()


@pytest.mark.parametrize("num", FOR_CRITERION)
def test_criteria_name_sections_that_exist(num: str) -> None:
    assert is_criterion(num)
    assert set(FOR_CRITERION[num]) <= set(SECTIONS)


def test_only_what_needs_a_name_is_said_to_have_none(audit: Audit) -> None:
    with closing(open_audit_file(audit.audit_file)) as connection:
        kept = Kept(RunView(connection), 1)
    kept._pieces["reading"] = {
        "cut": 0,
        "nodes": [{"d": 0, "role": "list"}, {"d": 1, "role": "listitem", "level": 1}, {"d": 1, "role": "button"}],
    }
    found = reading_order(kept)
    assert found is not None
    assert [row[:2] for row in found.rows] == [("", "list"), ("", "listitem"), ("no name", "button")]
