"""How a baseline changes: tightened by what is seen fixed, or made anew from a run that a person accepts."""

from __future__ import annotations

from collections import Counter

from a11ycheck.gate.baseline import Baseline, in_order
from a11ycheck.gate.comparison import Comparison


def tightened(comparison: Comparison) -> Baseline:
    """The baseline without what is seen fixed. Nothing is ever added; what was not rechecked stays."""
    fixed = Counter({gone.key: gone.count for gone in comparison.seen_fixed})
    left = {
        key: entry.model_copy(update={"count": entry.count - fixed[key]})
        for key, entry in comparison.baseline.findings.items()
        if entry.count > fixed[key]
    }
    return comparison.baseline.model_copy(update={"findings": in_order(left)})


def accepted(before: Baseline, run: Baseline) -> Baseline:
    """The run's baseline, with what the one before knows of pages that the run did not audit.

    Of another axe-core, browser or effort nothing is taken over, since the two would be mixed.
    """
    if (before.axe, before.browser, before.effort) != (run.axe, run.browser, run.effort):
        return run
    elsewhere = {key: entry for key, entry in before.findings.items() if entry.page not in run.pages}
    rules = {
        check: " ".join(sorted({*before.rules.get(check, "").split(), *run.rules.get(check, "").split()}))
        for check in sorted({*before.rules, *run.rules})
    }
    return run.model_copy(
        update={
            "pages": tuple(sorted({*before.pages, *run.pages})),
            "driven": tuple(sorted({*run.driven, *(page for page in before.driven if page not in run.pages)})),
            "rules": rules,
            "findings": in_order(elsewhere | run.findings),
        }
    )
