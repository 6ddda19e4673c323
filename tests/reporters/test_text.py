from __future__ import annotations

from pathlib import Path

from a11ycheck.config import Config
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView


def test_one_line_a_finding_with_what_fails_first(view: RunView, config: Config, tmp_path: Path) -> None:
    (path,) = write_reports(view, config, ["text"], tmp_path)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [line.split(": ")[0] for line in lines[:2]] == [
        "https://app.example.test/#/settings [menu open]",
        "https://docs.example.test/missing.html",
    ]
    assert (
        "docs.example.test/index.html:1: image-alt [fails]: Element does not have an alt attribute"
        " | https://docs.example.test/ #logo"
    ) in lines
    assert sum("[fails]" in line for line in lines) == 5
    assert sum("[needs review]" in line for line in lines) == 2
    assert lines[-2].startswith("Unknown: 3 targets")
    assert "\x1b" not in "".join(lines)
