"""The gate's driven sample: the pages that were driven for the baseline are driven again until another sample is asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from a11ycheck.config import Config
from a11ycheck.gate.baseline import Baseline, read


def keeps_sample(config: Config) -> Baseline | None:
    """The configured baseline when this run asks for the same sample, seed and effort as the one that made it.

    Raises `ConfigError` when the baseline cannot be used.
    """
    if config.baseline_file is None:
        return None
    baseline = read(config.baseline_file)
    asked = (config.sample, config.seed, config.effort)
    return baseline if asked == (baseline.sample, baseline.seed, baseline.effort) else None


def kept_sample(baseline: Baseline, chosen: set[int], pages: Mapping[int, Collection[str]]) -> set[int]:
    """Places in the plan to drive: pages that the baseline drove, and of pages new to it those that were chosen.

    `chosen`: what the run would drive by itself; `pages`: page keys by place, several for a flow. So a page that comes
    or goes does not change which others are driven, and nothing looks new only because it was not driven before.
    """
    driven, known = set(baseline.driven), set(baseline.pages)
    return {order for order, keys in pages.items() if driven & set(keys) or (order in chosen and not known & set(keys))}
