"""docs/use/acr-lint.md maps every essential requirement and every row of the reviewers' table to rules that exist."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from a11ycheck.conformance.lint import buyer
from a11ycheck.conformance.lint.rules import report_date, rules

PAGE = Path(__file__).parents[3] / "docs" / "use" / "acr-lint.md"
STANDARDS = Path(os.environ.get("A11YCHECK_STANDARDS_DIR", Path(__file__).parents[4] / "shared" / "standards"))


def rows() -> list[tuple[str, list[str]]]:
    """The rows of both tables: what is asked, and the rules that ask it."""
    found = re.findall(
        r"^\| (?!---|Requirement|Reviewers refuse)(.+?) \| (.+?) \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )
    return [(asked, re.findall(r"`([a-z-]+)`", named)) for asked, named in found]


def test_every_row_names_rules_that_exist_and_every_rule_stands_in_the_page() -> None:
    known = {*(rule.RULE.id for rule in rules()), report_date.AGE.id, buyer.RULE_ID}
    named = {name for _, names in rows() for name in names}
    assert all(names for _, names in rows())
    assert named <= known
    assert known == {*named, "parsing-always-supports", "draft"}


def test_all_fifteen_essential_requirements_have_a_row() -> None:
    numbers = [int(asked.split(".")[0]) for asked, _ in rows() if asked[0].isdigit()]
    assert numbers == list(range(1, 16))


@pytest.mark.skipif(not STANDARDS.is_dir(), reason="the reviewers' table is not here; set A11YCHECK_STANDARDS_DIR")
def test_every_row_of_the_reviewers_table_has_a_row() -> None:
    text = (STANDARDS / "real-acrs.md").read_text(encoding="utf-8")
    table = text[text.index("| Check | Fails when |") :].split("\n\n")[0].splitlines()[2:]
    asked = [line.strip("| ").split(" | ")[0] for line in table]
    ours = [one.split(":")[0] for one, _ in rows() if not one[0].isdigit()]
    assert ours == asked
