"""Drafts of the conformance report among the formats of a scan."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.config import Config
from a11ycheck.conformance.output import write_acr
from a11ycheck.conformance.recorded import read
from a11ycheck.reporters.base import write_reports
from a11ycheck.standards.editions import EDITION_IDS, EditionId, edition
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import Verdict, save


@pytest.mark.parametrize("name", EDITION_IDS)
def test_every_edition(name: EditionId, view: RunView, config: Config, tmp_path: Path) -> None:
    written = write_reports(view, config, ["jsonl", f"acr-{name}"], tmp_path)
    assert [path.name for path in written] == ["findings.jsonl", f"acr-{name}.html"]
    body = written[1].read_text(encoding="utf-8")
    assert edition(name).name in body
    assert "DRAFT" in body


def test_it_is_what_vpat_writes_verdicts_included(view: RunView, config: Config, tmp_path: Path) -> None:
    save(view.connection, Verdict("row", "2.1.2", "Ann", "Partially Supports", place="web", note="The menu traps."))
    verdicts = read(view, config).verdicts()
    (path,) = write_reports(view, config, ["acr-508"], tmp_path / "scan")
    other = write_acr(view, config, "508", "html", tmp_path / "vpat", verdicts=verdicts)
    assert path.read_bytes() == other.read_bytes()
    assert b"The menu traps." in path.read_bytes()
