"""The doctor names what a scan lacks, and each remedy is something to do."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from a11ycheck import doctor
from a11ycheck.doctor import Diagnosis, Health, examine
from a11ycheck.store.audit_file import open_audit_file

pytestmark = pytest.mark.usefixtures("own_playwright")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def diagnoses(config_file: Path | None = None, browser_path: Path | None = None) -> dict[str, Diagnosis]:
    return {found.subject: found for found in examine(config_file, browser_path)}


def test_a_machine_that_can_scan_has_no_problem() -> None:
    found = diagnoses()
    assert [one for one in found.values() if one.health is Health.PROBLEM] == []
    assert "axe-core" in found
    assert found["audit file"].found.endswith("none yet; a scan makes it")
    assert list(Path().iterdir()) == []


def test_a_browser_that_does_not_start_is_a_problem(tmp_path: Path) -> None:
    found = diagnoses(browser_path=tmp_path / "no-browser")["browser"]
    assert found.health is Health.PROBLEM
    assert "no-browser" in found.found
    assert "install-browser" in found.remedy


def test_a_wrong_configuration_is_named_and_the_rest_still_examined(tmp_path: Path) -> None:
    (tmp_path / "a11ycheck.toml").write_text("colour = 'red'\n")
    found = diagnoses()
    assert found["configuration"].health is Health.PROBLEM
    assert "colour" in found["configuration"].found
    assert "browser" in found


def test_an_audit_file_of_ours_is_counted_and_a_foreign_one_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / ".a11ycheck" / "audit.db"
    open_audit_file(path).close()
    assert "0 runs" in diagnoses()["audit file"].found
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    assert diagnoses()["audit file"].health is Health.PROBLEM


def test_a_folder_that_is_a_file_cannot_take_reports(tmp_path: Path) -> None:
    (tmp_path / "a11y-report").write_text("")
    found = diagnoses()["reports"]
    assert (found.health, "cannot be written" in found.found) == (Health.PROBLEM, True)


def test_little_memory_lowers_the_number_of_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "BYTES_PER_WORKER", 10**15)
    found = diagnoses()["machine"]
    assert (found.health, "--workers 1" in found.remedy) == (Health.WARNING, True)


def test_a_missing_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(doctor.EXTRAS, "office", ("a_module_nobody_has",))
    found = diagnoses()["extra [office]"]
    assert found.health is Health.WARNING
    assert "a11ycheck[office]" in found.remedy


def test_a_browser_without_its_sandbox_is_a_warning() -> None:
    found = diagnoses()["browser"]
    assert found.health is (Health.WARNING if "without its sandbox" in found.found else Health.OK)
    if os.geteuid() == 0:
        assert "pages you trust" in found.remedy
