"""Accepts what a run found: writes the baseline that a person asked for, and says what changed in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from a11ycheck.config import Config
from a11ycheck.errors import NothingToAuditError
from a11ycheck.gate.baseline import Baseline, of_run, read, write
from a11ycheck.gate.counting import Counting
from a11ycheck.gate.instances import instances
from a11ycheck.gate.ratchet import accepted
from a11ycheck.gate.verdict import Standing, decide, is_unknown
from a11ycheck.store.queries import RunView

_SET_ASIDE = (Standing.SUPPRESSED, Standing.ANSWERED)


@dataclass(frozen=True)
class Accepted:
    """A baseline that was written, and the one it replaced. `unknown`: targets of the run not audited in full."""

    baseline: Baseline
    before: Baseline | None
    unknown: int

    @property
    def lines(self) -> Iterator[str]:
        """What changed, as sentences."""
        now = self.baseline.findings
        findings, pages = sum(entry.count for entry in now.values()), len(self.baseline.pages)
        yield f"Known: {_count(findings, 'finding')}, of {_count(pages, 'page')} audited."
        if self.before:
            old = self.before.findings
            added = sum(max(0, entry.count - (old[key].count if key in old else 0)) for key, entry in now.items())
            gone = sum(max(0, entry.count - (now[key].count if key in now else 0)) for key, entry in old.items())
            yield f"Against the baseline before: {added} added, {gone} taken out."
        if self.unknown:
            targets = _count(self.unknown, "target")
            yield f"Warning: {targets} not audited in full, so that not all of what is there is known."


def accept(view: RunView, config: Config, path: Path, *, replace: bool = False) -> Accepted:
    """Write what the run found, but for what is suppressed or answered, as the baseline at `path`.

    What an existing one knows of pages outside the run is kept, unless `replace`. Raises `ConfigError` for an existing
    file that is no baseline of ours, which is left alone, and `NothingToAuditError` for a run that did not end.
    """
    if view.status != "complete":
        raise NothingToAuditError(
            f"run {view.id} was not finished, so that its findings are not all", "Go on with `a11ycheck scan --resume`."
        )
    before = read(path) if path.exists() else None
    counting = Counting(config)
    standing = decide(view, config.model_copy(update={"baseline_file": None})).standing
    found = [one for one in instances(view, counting.asks_for) if standing.get(one.example.id) not in _SET_ASIDE]
    run = of_run(view, found, counting.kinds)
    baseline = accepted(before, run) if before and not replace else run
    write(path, baseline)
    return Accepted(baseline, before, sum(is_unknown(target) for target in view.targets))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
