"""A run held against a baseline: what is known, what is new, what is seen fixed, and what nobody looked at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from a11ycheck.gate.baseline import Baseline, Entry
from a11ycheck.gate.instances import Instance
from a11ycheck.gate.recheck import Recheck
from a11ycheck.model import Effort, Outcome
from a11ycheck.store.queries import RunView


@dataclass(frozen=True)
class Gone:
    """Barriers of the baseline that the run did not find: `count` of this fingerprint.

    `reason`: why they are not rechecked; empty when they are seen fixed.
    """

    key: str
    entry: Entry
    count: int
    reason: str = ""


@dataclass(frozen=True)
class Comparison:
    """A run against a baseline. `moved` are those of `known` that are recognized though their fingerprint is another."""

    baseline: Baseline
    known: tuple[Instance, ...]
    moved: tuple[Instance, ...]
    new: tuple[Instance, ...]
    seen_fixed: tuple[Gone, ...]
    not_rechecked: tuple[Gone, ...]
    notes: tuple[str, ...]


def compare(baseline: Baseline, view: RunView, found: Sequence[Instance]) -> Comparison:
    """Pair the barriers found in a run with those of the baseline, count for count.

    First by fingerprint; then what moved: to another landmark of its page, into another surrounding with its markup
    unchanged, or to a new page while its old one left the plan.
    """
    left = {key: entry.count for key, entry in baseline.findings.items()}
    pages = {target.page_key for target in view.targets}
    known, rest = _pair(found, lambda one: _same_fingerprint(one, baseline), left)
    moved: list[Instance] = []
    for candidates in (
        _index(baseline, lambda entry: (entry.page, entry.thing), lambda one: [(one.page, one.thing)]),
        _by_digest(baseline),
        _moved_pages(baseline, pages),
    ):
        again, rest = _pair(rest, candidates, left)
        moved += again
    recheck = Recheck(view, baseline)
    gone = [Gone(key, baseline.findings[key], count) for key, count in left.items() if count]
    judged = [Gone(one.key, one.entry, one.count, recheck.reason_not(one.entry)) for one in gone]
    return Comparison(
        baseline,
        (*known, *moved),
        tuple(moved),
        tuple(rest),
        tuple(one for one in judged if not one.reason),
        tuple(one for one in judged if one.reason),
        tuple(differences(baseline, view)),
    )


def differences(baseline: Baseline, view: RunView) -> Iterator[str]:
    """What makes the run another measurement than the baseline's, as sentences."""
    axe, browser = str(view.versions.get("axe", "")), str(view.versions.get("browser", ""))
    effort = Effort(view.config.get("effort", Effort.STANDARD))
    if axe != baseline.axe:
        yield f"The baseline is of axe-core {baseline.axe}, this run of {axe}."
    if effort is not baseline.effort:
        yield f"The baseline is of effort {baseline.effort.value}, this run of {effort.value}."
    if browser != baseline.browser:
        yield f"The baseline is of {baseline.browser}, this run of {browser}."


_Candidates = Callable[[Instance], Iterable[str]]


def _pair(
    found: Iterable[Instance], candidates: _Candidates, left: dict[str, int]
) -> tuple[list[Instance], list[Instance]]:
    """Those that an entry with something left stands for, and the rest. Violations choose before questions."""
    paired, rest = [], []
    for one in sorted(found, key=lambda one: one.example.outcome is not Outcome.FAILED):
        key = next((key for key in candidates(one) if left.get(key)), None)
        if key is None:
            rest.append(one)
        else:
            left[key] -= 1
            paired.append(one)
    return paired, rest


def _same_fingerprint(one: Instance, baseline: Baseline) -> Iterator[str]:
    yield one.key
    if one.example.outcome is Outcome.CANT_TELL:
        yield one.example.fingerprint


def _index(
    baseline: Baseline, of_entry: Callable[[Entry], object], of_instance: Callable[[Instance], list[object]]
) -> _Candidates:
    index: dict[object, list[str]] = defaultdict(list)
    for key, entry in baseline.findings.items():
        index[of_entry(entry)].append(key)
    return lambda one: [key for wanted in of_instance(one) for key in index.get(wanted, ()) if _not_worse(one, key)]


def _by_digest(baseline: Baseline) -> _Candidates:
    index: dict[object, list[str]] = defaultdict(list)
    for key, entry in baseline.findings.items():
        for digest in entry.digests:
            index[entry.page, entry.check, entry.rule, digest].append(key)

    def candidates(one: Instance) -> Iterator[str]:
        wanted = (one.page, one.example.rule.check, one.example.rule.rule, one.digest)
        return (key for key in index.get(wanted, ()) if one.digest and _not_worse(one, key))

    return candidates


def _moved_pages(baseline: Baseline, pages: set[str]) -> _Candidates:
    index: dict[str, list[str]] = defaultdict(list)
    for key, entry in baseline.findings.items():
        if entry.page not in pages:
            index[entry.thing].append(key)
    before = frozenset(baseline.pages)

    def candidates(one: Instance) -> Iterator[str]:
        keys = index.get(one.thing, ()) if one.page not in before else ()
        return (key for key in keys if _not_worse(one, key))

    return candidates


def _not_worse(one: Instance, key: str) -> bool:
    """A violation is not known from what was only a question."""
    return one.example.outcome is not Outcome.FAILED or not key.endswith("?")
