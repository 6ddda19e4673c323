"""Lists of facts behind the tables: complete processes, content that others made, findings that the gate leaves alone.

Nothing here changes an answer: a report counts every finding, whoever made it and whatever the gate does with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from a11ycheck.application import Ownership
from a11ycheck.conformance.dates import report_date
from a11ycheck.conformance.evidence import GroupEvidence, RunEvidence
from a11ycheck.conformance.processes import CompleteProcess
from a11ycheck.conformance.remarks import OWNERS, joined, plural
from a11ycheck.conformance.standing import Standing
from a11ycheck.conformance.text import printable, shorten
from a11ycheck.findings.suppressions import covers
from a11ycheck.gating import Suppression
from a11ycheck.store.queries import RunView


@dataclass(frozen=True)
class Account:
    """A section: a sentence on what it lists, then a line each. `id` names it within the report."""

    id: str
    heading: str
    intro: str
    lines: tuple[str, ...]


def accounts(
    view: RunView,
    run: RunEvidence,
    shown: Iterable[str],
    ownership: tuple[Ownership, ...],
    suppressions: tuple[Suppression, ...],
) -> tuple[Account, ...]:
    """The sections that have anything to list. `shown`: numbers of the criteria in this edition, in its order."""
    nums = tuple(shown)
    found = (
        Account(
            "processes",
            "Complete processes",
            "Tasks that people carry out over several pages or states. One step that fails a criterion fails the whole"
            " process. Failures were found by checks and not confirmed by a person, unless it says so.",
            tuple(_process(process, run, nums) for process in run.processes),
        ),
        Account(
            "others",
            "Content of others",
            "Parts of the pages that somebody else made, reported apart. Failures there count in the rows like any other.",
            tuple(_others(run, nums, ownership)),
        ),
        Account(
            "suppressions",
            "Findings that the project's own gate leaves alone",
            "They are left out of its pass or fail in continuous integration only. This report counts every one of them.",
            tuple(_suppressed(view, suppressions)),
        ),
    )
    return tuple(one for one in found if one.lines)


def _process(process: CompleteProcess, run: RunEvidence, nums: tuple[str, ...]) -> str:
    failing: dict[int, list[str]] = {}
    for num in nums:
        for number, confirmed in process.failing_steps(run.of(num)):
            failing.setdefault(number, []).append(f"{num} (confirmed)" if confirmed else num)
    steps = [
        f"step {number}, {shorten(printable(process.steps[number - 1][0]), 120)}, fails {', '.join(rows)}"
        for number, rows in sorted(failing.items())
    ]
    text = f"“{printable(process.name)}”, {plural(len(process.steps), 'step')}: "
    text += "; ".join(steps) if steps else "the checks raised no failure, which does not show that it passes"
    if process.missing:
        text += f". Steps that this run does not have: {', '.join(map(printable, process.missing))}"
    return text + (
        "." if process.sampled else ". It is not part of the audit sample, so no person judges it as a whole."
    )


def _others(run: RunEvidence, nums: tuple[str, ...], ownership: tuple[Ownership, ...]) -> Iterator[str]:
    parts = {(table.owner, table.name): None for table in ownership if table.owner != "product"}
    groups: dict[tuple[str, str], list[tuple[str, GroupEvidence]]] = {part: [] for part in parts}
    for num in nums:
        for group in run.of(num).groups:
            if group.owner != "product":
                groups.setdefault((group.owner, group.owner_name), []).append((num, group))
    for (owner, name), own in groups.items():
        what = OWNERS[owner]  # type: ignore[index]
        label = f"{what[:1].upper()}{what[1:]}" + (f", {printable(name)}" if name else "")
        yield f"{label}: {_tally(own)}."


def _tally(own: list[tuple[str, GroupEvidence]]) -> str:
    """Failures and questions, each group counted once, with the rows that they bear on."""
    parts = []
    for review, noun in ((False, "failure"), (True, "open question")):
        chosen = [(num, group) for num, group in own if (group.standing is Standing.REVIEW) is review]
        count = sum({group.anchor: group.findings for _, group in chosen}.values())
        if chosen:
            rows = tuple(dict.fromkeys(num for num, _ in chosen))
            parts.append(f"{plural(count, noun)} in {plural(len(rows), 'row')} ({', '.join(rows)})")
    return joined(tuple(parts)) if parts else "no failure and no open question found in this run"


def _suppressed(view: RunView, suppressions: tuple[Suppression, ...]) -> Iterator[str]:
    """Those that hold on the day of the run."""
    today = datetime.fromisoformat(view.finished or view.started).date()
    active = [one for one in suppressions if not one.expired(today)]
    if not active:
        return
    counts = dict.fromkeys(range(len(active)), 0)
    for finding in view.findings():
        url = view.target_by_id[finding.target_id].target.url
        for number, one in enumerate(active):
            counts[number] += covers(
                one, check=finding.rule.check, rule=finding.rule.rule, criteria=finding.rule.criteria, url=url,
                location=finding.location,
            )  # fmt: skip
    for number, one in enumerate(active):
        until = f", until {report_date(one.until.isoformat())}" if one.until else ""
        owner = f", owner {printable(one.owner)}" if one.owner else ""
        yield f"{printable(one.label)}: {plural(counts[number], 'finding')}{until}{owner}. Reason: {printable(one.reason)}"
