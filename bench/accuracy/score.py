"""Findings of a scan as the lines that a scorer of ACT cases reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

STRENGTH = {"failed": "violation", "cantTell": "needs-review"}


def scored_lines(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One line a page: `{url, findings: [{sc, outcome, rule, act, selector}]}`; best practice is left out."""
    for line in lines:
        page: dict[str, Any] = {"url": line["url"], "findings": []}
        if line["status"] == "not-audited":
            page["error"] = line["reason"]
        for outcome in line["outcomes"]:
            if not outcome["best_practice"]:
                page["findings"].append(
                    {
                        "sc": outcome["criteria"],
                        "outcome": STRENGTH[outcome["outcome"]],
                        "rule": outcome["rule"],
                        "act": outcome["act"],
                        "selector": outcome["selector"],
                    }
                )
        yield page
