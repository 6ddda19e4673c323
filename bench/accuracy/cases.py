"""W3C's list of ACT test cases."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

HOME = "WAI/content-assets/wcag-act-rules/"
"""Where the pages stand on www.w3.org; they refer to their assets from there."""


@dataclass(frozen=True)
class Case:
    """One page. `path`: below the site's root; `published`: its URL at the W3C."""

    rule: str
    rule_name: str
    expected: str
    path: str
    published: str


def read_cases(testcases: Path) -> list[Case]:
    """All cases of a `testcases.json`; relative paths are those of the published list."""
    return [
        Case(
            rule=case["ruleId"],
            rule_name=case["ruleName"],
            expected=case["expected"],
            path=HOME + case["relativePath"],
            published=case.get("url") or f"https://www.w3.org/{HOME}{case['relativePath']}",
        )
        for case in json.loads(testcases.read_text(encoding="utf-8"))["testcases"]
    ]
