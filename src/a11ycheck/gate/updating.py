"""Tightens the baseline after a scan, as `--update-baseline` asks."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.config import Config
from a11ycheck.errors import UsageError
from a11ycheck.gate.baseline import read, write
from a11ycheck.gate.ratchet import tightened
from a11ycheck.gate.verdict import GateResult


def check_baseline(config: Config, *, update: bool) -> None:
    """Find out before a long run that its baseline cannot be used.

    Raises `UsageError` when there is none to update, `ConfigError` when it cannot be read.
    """
    if config.baseline_file:
        read(config.baseline_file)
    elif update:
        raise UsageError("--update-baseline needs a baseline", "Name it with --baseline-file or in a11ycheck.toml.")


def update(result: GateResult, config: Config) -> Iterator[str]:
    """Write the baseline without what is seen fixed, and say so."""
    if result.comparison is None or config.baseline_file is None:
        return
    fixed = sum(gone.count for gone in result.comparison.seen_fixed)
    if fixed:
        write(config.baseline_file, tightened(result.comparison))
    yield f"Baseline tightened: {fixed} taken out of {config.baseline_file}"
