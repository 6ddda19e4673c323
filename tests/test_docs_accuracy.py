"""The accuracy page names what exists."""

from __future__ import annotations

import re
from pathlib import Path

from a11ycheck.browser import axe_source
from a11ycheck.checks.base import checks

PAGE = Path(__file__).parent.parent / "docs" / "accuracy" / "README.md"


def test_every_item_names_a_check_or_a_rule_of_axe() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("## What is looked for")[2].partition("\n## ")[0]
    table = [line.split("|")[2:4] for line in section.splitlines() if line.startswith("| ")][2:]
    named = {name for cells in table for cell in cells for name in re.findall(r"`([a-z0-9-]+)`", cell)}
    source = axe_source.read(None)
    unknown = {name for name in named - {check.META.id for check in checks()} if f'"{name}"' not in source}
    assert named
    assert unknown == set()


def test_every_picture_is_there() -> None:
    for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE.read_text(encoding="utf-8")):
        assert (PAGE.parent / name).stat().st_size <= 60_000
