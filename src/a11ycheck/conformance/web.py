"""What the facts of a run propose for the Web component of a WCAG row.

Rules: a confirmed failure suggests Partially Supports; an unconfirmed one, an open question or an untested check keep
the cell undecided; passes of automated checks never decide anything; absent content follows the report's policy once a
person confirms it. A person's verdict decides, unless the facts contradict it: a check that did not complete contradicts
nobody who judged every page of the sample.
"""

from __future__ import annotations

from dataclasses import replace

from a11ycheck.conformance import front_matter
from a11ycheck.conformance.evidence import CriterionEvidence, RunEvidence
from a11ycheck.conformance.proposal import Answer, Reason
from a11ycheck.conformance.remarks import SHOWN, criterion_remarks, joined, plural
from a11ycheck.conformance.text import printable
from a11ycheck.conformance.verdicts import Level, RowVerdict
from a11ycheck.conformance.wording import absence
from a11ycheck.standards.editions import Cell, Row

UNCONFIRMED_MARK = "failure, unconfirmed"


def web_answer(row: Row, cell: Cell, run: RunEvidence, verdict: RowVerdict | None, policy: Level) -> Answer:
    """Propose the answer of a WCAG row's Web component. `policy`: the level for content that is absent."""
    evidence = run.of(row.num)
    reasons = [*_findings(evidence), *_processes(evidence, run), *_open(evidence, run)]
    suggested: Level | None = None
    if any(reason.code == "failure-confirmed" for reason in reasons):
        suggested = "Partially Supports"
    elif not evidence.failures and not evidence.reviews:
        nothing = _nothing_found(row.num, evidence, run, policy)
        reasons.insert(0, nothing)
        suggested = policy if nothing.code == "absent-content" else None
    remarks = criterion_remarks(row.num, evidence, run)
    if verdict is None or verdict.carried_over:
        reasons.append(Reason("not-signed", "No person has decided this criterion yet."))
        answer = Answer(
            component=cell.component,
            label=cell.label,
            level=None,
            reasons=tuple(reasons),
            suggested=suggested,
            mark=UNCONFIRMED_MARK if any(reason.code == "failure-unconfirmed" for reason in reasons) else "",
            remarks=remarks,
        )
        return answer if verdict is None else carry_over(answer, verdict)
    return decide(cell, verdict, tuple(reasons), remarks, level=row.level, has_failures=bool(evidence.failures))


def carry_over(answer: Answer, verdict: RowVerdict) -> Answer:
    """An undecided answer with what an older report said. The facts of this run come first and keep their suggestion."""
    said = f"{verdict.signature.name} reported {verdict.level}"
    when = f" on {verdict.signature.date}" if verdict.signature.date else ""
    reason = Reason("carried-over", f"{said}{when}; carried over from that report, to be confirmed by a person.")
    older = tuple(f"From the older report: {part}" for part in front_matter.paragraphs(verdict.remarks))
    against = bool({"failure-confirmed", "failure-unconfirmed", "conflict"} & answer.codes)
    return replace(
        answer,
        reasons=(reason, *answer.reasons),
        suggested=answer.suggested or (None if against else verdict.level),
        remarks=(*answer.remarks, *older),
    )


def decide(
    cell: Cell,
    verdict: RowVerdict,
    reasons: tuple[Reason, ...],
    remarks: tuple[str, ...],
    *,
    level: str | None,
    has_failures: bool,
) -> Answer:
    """Apply a person's verdict to a cell; what stands against it keeps the cell undecided.

    `level` is the WCAG level of the row, None outside WCAG. The person's text wins over generated remarks.
    """
    against = _against(verdict, reasons, level=level, has_failures=has_failures, generated=bool(remarks))
    if verdict.carried_over:
        return carry_over(Answer(cell.component, cell.label, None, (*against, *reasons), remarks=remarks), verdict)
    text = tuple(part for part in verdict.remarks.split("\n\n") if part.strip()) or (remarks if has_failures else ())
    signed = Reason("signed", f"Decided by {verdict.signature.name} on {verdict.signature.date}: {verdict.level}.")
    return Answer(
        component=cell.component,
        label=cell.label,
        level=None if against else verdict.level,
        reasons=(*against, signed, *reasons),
        suggested=verdict.level if against else None,
        remarks=text,
        signature=verdict.signature,
    )


def _against(
    verdict: RowVerdict, reasons: tuple[Reason, ...], *, level: str | None, has_failures: bool, generated: bool
) -> tuple[Reason, ...]:
    found = [Reason("conflict", text) for text in verdict.against]
    if verdict.stale:
        found.append(Reason("stale", f"The verdict is stale: {verdict.stale}."))
    if verdict.level == "Not Evaluated" and level != "AAA":
        found.append(Reason("not-allowed", "Not Evaluated is allowed in Level AAA rows only."))
    if verdict.level in ("Supports", "Not Applicable") and has_failures:
        found.append(Reason("conflict", f"The verdict {verdict.level} contradicts failures that nobody rejected."))
    if verdict.level == "Supports":
        codes = {reason.code for reason in reasons}
        for code, what in (
            ("needs-review-open", "questions are open"),
            ("not-audited", "targets were not audited"),
        ):
            if code in codes:
                found.append(Reason("conflict", f"Supports cannot stand while {what}."))
    if verdict.level != "Supports" and not verdict.remarks.strip() and not (has_failures and generated):
        found.append(Reason("not-allowed", f"{verdict.level} needs remarks that say what and why."))
    return tuple(found)


def _findings(evidence: CriterionEvidence) -> list[Reason]:
    confirmed = tuple(group for group in evidence.failures if group.standing == "confirmed")
    unconfirmed = tuple(group for group in evidence.failures if group.standing == "unconfirmed")
    reasons = []
    if confirmed:
        count = plural(sum(group.findings for group in confirmed), "failure")
        reasons.append(
            Reason(
                "failure-confirmed",
                f"{count} confirmed by a person. One known failure rules out Supports;"
                " whether most functions fail (Does Not Support) is a person's call.",
                tuple(group.key for group in confirmed),
            )
        )
    if unconfirmed:
        count = plural(sum(group.findings for group in unconfirmed), "failure")
        reasons.append(
            Reason(
                "failure-unconfirmed",
                f"{count} found by automated checks; no person has seen them yet.",
                tuple(group.key for group in unconfirmed),
            )
        )
    if evidence.reviews:
        count = plural(sum(group.findings for group in evidence.reviews), "place")
        reasons.append(
            Reason(
                "needs-review-open",
                f"{count} that a check could not decide wait for a person.",
                tuple(group.key for group in evidence.reviews),
            )
        )
    return reasons


def _processes(evidence: CriterionEvidence, run: RunEvidence) -> list[Reason]:
    failing = [
        f"“{printable(process.name)}” at {_steps(tuple(str(number) for number, _ in steps))} of {len(process.steps)}"
        for process in run.processes
        if (steps := process.failing_steps(evidence))
    ]
    return [Reason("process", f"One failed step fails a whole process: {'; '.join(failing)}.")] if failing else []


def _steps(numbers: tuple[str, ...]) -> str:
    return f"step {numbers[0]}" if len(numbers) == 1 else f"steps {joined(numbers)}"


def _open(evidence: CriterionEvidence, run: RunEvidence) -> list[Reason]:
    reasons = []
    if evidence.untested:
        why = [why for rule in evidence.rules for why in rule.untested_reasons]
        text = f"Planned checks did not complete on {plural(len(evidence.untested), run.unit)}"
        reasons.append(Reason("untested", text + (f": {'; '.join(dict.fromkeys(why))}." if why else ".")))
    if run.not_audited:
        reasons.append(Reason("not-audited", f"{plural(len(run.not_audited), run.unit)} could not be audited."))
    return reasons


def _nothing_found(num: str, evidence: CriterionEvidence, run: RunEvidence, policy: Level) -> Reason:
    if not evidence.rules:
        return Reason("no-check", "No check of this run bears on this criterion; it is for a person to test.")
    absent = absence(num)
    if (
        absent is not None
        and evidence.inapplicable_only
        and evidence.completed >= {target.id for target in run.targets}
        and absent.is_shown_by(evidence)
    ):
        return Reason(
            "absent-content",
            f"The checks did not meet {absent.content} on the {plural(len(run.targets), run.unit)} of this run. If a person"
            f" confirms that the product has none, the policy of this report answers {policy}.",
        )
    return Reason(
        "no-failure",
        f"{_checks(evidence)} raised no failure on {plural(len(evidence.completed), run.unit)}. That does not show that"
        " the criterion is met.",
    )


def _checks(evidence: CriterionEvidence) -> str:
    """The checks of a criterion by what they ask, the first few of them."""
    titles = tuple(dict.fromkeys(f"“{printable(rule.title or rule.rule).rstrip('.')}”" for rule in evidence.rules))
    rest = len(titles) - SHOWN
    listed = (*titles[:SHOWN], f"{rest} more") if rest > 0 else titles
    return f"The {'check' if len(titles) == 1 else 'checks'} {joined(listed)}"
