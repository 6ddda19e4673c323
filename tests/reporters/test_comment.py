"""A comment begins with its mark, fits what hosts take, and is cut at whole lines with a word on what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.config import Config
from a11ycheck.reporters import comment
from a11ycheck.reporters.base import ReportPaths
from a11ycheck.store.queries import RunView


def written(view: RunView, config: Config, folder: Path) -> str:
    report = ReportPaths(folder / "findings.comment.md", folder)
    comment.write(view, config, report)
    return report.main.read_text(encoding="utf-8")


def test_a_comment_that_fits_is_whole_and_begins_with_its_mark(view: RunView, config: Config, tmp_path: Path) -> None:
    text = written(view, config, tmp_path)
    assert text.startswith(f"{comment.MARK}\n")
    assert text.endswith("\n")
    assert "left out here" not in text


@pytest.mark.parametrize("most", [400, 900, 1500])
def test_one_that_does_not_fit_is_cut_at_a_line_and_says_so(
    view: RunView, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    whole = written(view, config, tmp_path).splitlines()
    monkeypatch.setattr(comment, "MOST", most)
    text = written(view, config, tmp_path)
    assert len(text) <= most
    kept, rest = text.rstrip("\n").rsplit("\n\n", 1)
    assert rest == "The rest is left out here; the reports of the job have it all."
    assert kept.splitlines() == whole[: len(kept.splitlines())]
