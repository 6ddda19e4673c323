"""What the checks say of the evidence of one target, and how far it could be audited."""

from __future__ import annotations

from a11ycheck.audit.collecting import AuditOptions, Notes
from a11ycheck.checks.base import Evidence, judge_page
from a11ycheck.errors import NotAuditedError
from a11ycheck.evidence import axe, axe_rules
from a11ycheck.evidence.base import Collector, Realm
from a11ycheck.findings.superseded import answered
from a11ycheck.model import Json, PageFacts, Target, TargetResult, TargetStatus


def judged(
    order: int, target: Target, facts: PageFacts, notes: Notes, realm: Realm, options: AuditOptions,
    chosen: list[Collector], *, driving: bool,
) -> TargetResult:  # fmt: skip
    """The outcomes of every check that can say something, and what was left out: `partial` names it.

    Raises `NotAuditedError` where axe did not complete in a visit that is not for driving: nothing may be said of such a page.
    """
    shared: dict[str, Json] = {}
    if not driving:
        if "axe" not in notes.collected:
            reason, message = notes.troubles[0]
            raise NotAuditedError(reason, message)
        key = axe_rules.key(notes.collected["axe"])
        if rules := notes.collected["axe"].pop("rules", None):
            _RULES[key, realm.axe_source] = rules
        shared[key] = _axe_rules(key, realm)
    ran = frozenset(collector.META.name for collector in chosen)
    driving_names = {collector.META.name for collector in chosen if collector.META.driving}
    evidence = Evidence(target, facts, notes.collected, shared)
    outcomes = answered(
        judge_page(
            evidence, options.effort, ran=ran, of=driving_names if driving else None, repeated=bool(options.repeats)
        )
    )
    status, reason, message = TargetStatus.AUDITED, "", ""
    faults = [("check-failed", f"{each.check}: {each.message}") for each in outcomes if each.data.get("fault")]
    if troubles := notes.troubles + faults:
        status, reason = TargetStatus.PARTIAL, troubles[0][0]
        message = "; ".join(text for _, text in troubles)
    elif "blank" in facts.settle:
        status, reason, message = (
            TargetStatus.PARTIAL,
            "blank",
            "the page has no content; only its document was audited",
        )
    elif "dom" in facts.settle:
        status, reason = TargetStatus.PARTIAL, "never-quiet"
        message = "the page kept changing, or calls itself busy (aria-busy); name what to wait for with --wait-for"
    elif "same" in facts.settle:
        status, reason = TargetStatus.PARTIAL, "same-state"
        message = "the page looks as in the state audited before it; give this audit step what proves its state: expect"
    return TargetResult(
        order=order, target=target, status=status, reason=reason, message=message, facts=facts, outcomes=outcomes,
        evidence=notes.collected, shared=shared, driving=driving,
    )  # fmt: skip


_RULES: dict[tuple[str, str], Json] = {}


def _axe_rules(key: str, realm: Realm) -> Json:
    """Axe's rule table, asked for once a process, version and source, since a locale is part of the source."""
    if (key, realm.axe_source) not in _RULES:
        _RULES[key, realm.axe_source] = axe.rule_table(realm)
    return _RULES[key, realm.axe_source]
