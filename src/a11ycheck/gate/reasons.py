"""Why a finding is new to a baseline, in one sentence for the person who has to mend it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache

from a11ycheck.checks.base import checks
from a11ycheck.checks.site import site_checks
from a11ycheck.evidence.base import collectors
from a11ycheck.gate.comparison import Comparison
from a11ycheck.gate.instances import Instance
from a11ycheck.model import Outcome
from a11ycheck.store.queries import RunView


def reasons(comparison: Comparison, view: RunView) -> Callable[[Instance], str]:
    """A function that says why a new barrier of this comparison is new."""
    baseline = comparison.baseline
    pages, driven, rules = set(baseline.pages), set(baseline.driven), baseline.known_rules
    added = {target.page_key for target in view.targets} - pages
    variants = {variant for entry in baseline.findings.values() for variant in entry.variants}
    axe = str(view.versions.get("axe", ""))
    pages_of_group: dict[str, set[str]] = defaultdict(set)
    for entry in baseline.findings.values():
        pages_of_group[entry.group].add(entry.page)
    now = Counter(one.key for one in (*comparison.known, *comparison.new))
    gone = {(one.entry.page, one.entry.rule, one.entry.group): one.entry for one in comparison.seen_fixed}

    def page_or_rule(one: Instance) -> str:
        """What the baseline could not have seen."""
        rule = one.example.rule
        if one.page not in pages:
            known = len(pages_of_group[one.example.group])
            others = "1 other page" if known == 1 else f"{known} other pages"
            return f"new page; the same cause is known on {others}" if known else "new page"
        if (rule.check, rule.rule) not in rules:
            other = f" of axe-core {axe}" if rule.check == "axe" and axe != baseline.axe else ""
            return f"new rule{other}: it never completed for the baseline"
        if rule.check in _driving() and one.page not in driven:
            return "the page was not driven for the baseline"
        if rule.check in _across_pages() and added:
            return f"compared with pages that the baseline does not know, such as {min(added)}"
        if variants and not variants & set(one.variants):
            return f"new variant {', '.join(one.variants)}"
        return ""

    def thing(one: Instance) -> str:
        """What is different about it on a page that the baseline knows."""
        example, entry = one.example, baseline.findings.get(one.key)
        if entry:
            return f"count went from {entry.count} to {now[one.key]}"
        if example.outcome is Outcome.FAILED and f"{example.fingerprint}?" in baseline.findings:
            return "needed review before, is a violation now"
        before = gone.get((one.page, example.rule.rule, example.group))
        if before and before.name != example.location.identity.name:
            return f'new name, another was "{before.name}"'
        if pages_of_group[example.group]:
            return "one more of a known cause"
        return "not there before"

    def why(one: Instance) -> str:
        kind = _missing_kind(one, baseline.kinds)
        reason = kind or page_or_rule(one) or thing(one)
        is_other = one.example.rule.check == "axe" and axe != baseline.axe and "axe-core" not in reason
        return reason + (f" (axe-core {axe}, not {baseline.axe})" if is_other else "")

    return why


def _missing_kind(one: Instance, kinds: tuple[str, ...]) -> str:
    if one.example.rule.best_practice:
        return "" if "best practice" in kinds else "the baseline was made without best practice"
    if one.example.outcome is Outcome.CANT_TELL:
        return "" if "needs review" in kinds else "the baseline was made without findings that need review"
    return ""


@cache
def _across_pages() -> frozenset[str]:
    """Ids of the checks that compare pages."""
    return frozenset(check.META.id for check in site_checks())


@cache
def _driving() -> frozenset[str]:
    """Ids of the checks that need a driven page."""
    names = {collector.META.name for collector in collectors() if collector.META.driving}
    return frozenset(check.META.id for check in checks() if set(check.META.needs) & names)
