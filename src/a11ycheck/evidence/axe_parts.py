"""axe in parts, for pages so large that one run may take longer than the visit: what was found before is kept.

Rules that take long on large pages run one by one and last, so that one which does not end is named alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from a11ycheck.errors import NotAuditedError
from a11ycheck.model import Json

LARGE = 20_000
"""Elements of a page from which on axe runs in parts. Each part reads the whole page anew."""

_TOGETHER = 16
_SLOW = (
    "scrollable-region-focusable", "label-content-name-mismatch", "css-orientation-lock", "region", "link-in-text-block",
    "color-contrast",
)  # fmt: skip
_OFF_BY_DEFAULT = frozenset(("experimental", "deprecated", "wcag2aaa", "wcag22aa"))


def run_in_parts(
    run: Callable[[dict[str, Json]], dict[str, Any]],
    rules: Mapping[str, Json],
    options: Mapping[str, Json],
    deadline: float,
) -> dict[str, Any]:
    """The results of axe over all rules, as `evidence.axe` gives them, with those that had no time in `unfinished`.

    `run`: one run of axe with its options; `rules`: axe's rule table; `deadline`: of `time.monotonic`. Raises
    `NotAuditedError` when the browser ends in the first part.
    """
    results: dict[str, Any] = {}
    left = parts(list(rules))
    while left and (not results or time.monotonic() < deadline):
        try:
            found = run(_only(left[0], rules, options))
        except NotAuditedError:
            if not results:
                raise
            break
        left.pop(0)
        results = _joined(results, found) if results else found
    chosen = options.get("rules", {})
    unfinished = [
        rule for part in left for rule in part if rule in chosen or not _OFF_BY_DEFAULT & set(rules[rule]["tags"])
    ]
    return {**results, "unfinished": unfinished} if unfinished else results


def parts(rules: Sequence[str]) -> list[list[str]]:
    """The rules in the order they run: quick ones together, slow ones alone."""
    quick = [rule for rule in rules if rule not in _SLOW]
    together = [quick[start : start + _TOGETHER] for start in range(0, len(quick), _TOGETHER)]
    return together + [[rule] for rule in _SLOW if rule in rules]


def _only(part: Sequence[str], rules: Mapping[str, Json], options: Mapping[str, Json]) -> dict[str, Json]:
    """Options under which no rule outside the part runs, and those in it as they would."""
    chosen = {name: told for name, told in options.get("rules", {}).items() if name in part}
    return {**options, "rules": {name: {"enabled": False} for name in rules if name not in part} | chosen}


def _joined(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    lists = ("violations", "incomplete", "passes", "inapplicable")
    skipped = max(first["frames_skipped"], second["frames_skipped"])
    return {**first, **{name: first[name] + second[name] for name in lists}, "frames_skipped": skipped}
