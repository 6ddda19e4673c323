from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.carried_over import OlderAnswer, OlderReport, older_answers, older_report, replace_all

FIRST = OlderReport("acr.yaml", "Acme ACR", "Acme", "13 May 2025", "Parley 7")
ANSWERS = (OlderAnswer("1.1.1", "web", "Supports", "Tested."), OlderAnswer("302.1", "none", "Supports", ""))


@pytest.fixture
def opened(tmp_path: Path) -> sqlite3.Connection:
    return open_audit_file(tmp_path / "audit.db")


def test_nothing_was_taken_over(opened: sqlite3.Connection) -> None:
    assert older_report(opened) is None
    assert older_answers(opened) == ()


def test_a_second_report_replaces_the_first(opened: sqlite3.Connection) -> None:
    replace_all(opened, FIRST, ANSWERS)
    assert (older_report(opened), older_answers(opened)) == (FIRST, ANSWERS)
    second = OlderReport("b.yaml", "B", "B", "", "")
    replace_all(opened, second, ANSWERS[:1])
    assert (older_report(opened), older_answers(opened)) == (second, ANSWERS[:1])


def test_a_failure_keeps_the_first(opened: sqlite3.Connection) -> None:
    replace_all(opened, FIRST, ANSWERS)
    with pytest.raises(sqlite3.IntegrityError):
        replace_all(opened, OlderReport("b.yaml", "B", "B", "", ""), ANSWERS[:1] * 2)
    assert (older_report(opened), older_answers(opened)) == (FIRST, ANSWERS)
