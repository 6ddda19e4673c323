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
from a11ycheck.web.sections import Mark


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
    assert found["media"].rows[0] == ("video", "61 s", "no", "captions en: ok", "Transcript")
    assert found["errors"].rows[0] == ("Sign up", "empty", f"Enter a name {HOSTILE}", "Name")
    assert found["skip-links"].rows == (("Skip", "main", "moves on to its target"),)
    assert found["targets"].rows == ()


def test_nothing_kept_is_no_section(audit: Audit) -> None:
    with closing(open_audit_file(audit.audit_file)) as connection:
        connection.execute("DELETE FROM evidence")
        assert page_evidence(RunView(connection), 1) == ()


@pytest.mark.parametrize("num", FOR_CRITERION)
def test_criteria_name_sections_that_exist(num: str) -> None:
    assert is_criterion(num)
    assert set(FOR_CRITERION[num]) <= set(SECTIONS)
