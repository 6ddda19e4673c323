"""Which visits a run drives: one page of each cluster, and the pages whose hash falls into the seeded part."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from a11ycheck.config import Config
from a11ycheck.evidence.base import collectors
from a11ycheck.gate.sample import keeps_sample, kept_sample
from a11ycheck.model import Effort, TargetStatus, Visit
from a11ycheck.shard import Shard
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow
from a11ycheck.targets.plan import Plan
from a11ycheck.targets.variants import with_repeats

ALL_WHEN_AT_MOST = 30
RANDOM_PART = 10


def driven_sample(planned: Plan, view: RunView, config: Config, shard: Shard) -> list[Visit]:
    """The visits that phase 2 drives, of those that could be audited.

    A shard does not know the other pages, so it drives only what the whole run drives in any case: the chosen part, or
    all pages where the plan is that small. The clusters' representatives are driven once the shards are merged.
    """
    if config.effort is Effort.QUICK or config.sample == "0%" or not _drives(config.effort):
        return []
    audited = {target.order for target in view.targets if target.status is not TargetStatus.NOT_AUDITED}
    candidates = [visit for visit in planned.visits if visit.order in audited and not visit.repeats]
    known = len(candidates) if shard.is_whole else planned.pages
    if config.sample == "all" or (config.sample == "auto" and known <= ALL_WHEN_AT_MOST):
        chosen = {visit.order for visit in candidates}
    else:
        chosen = {visit.order for visit in candidates if in_random_part(planned, visit, config)}
        if config.sample == "auto" and shard.is_whole:
            orders = {visit.order for visit in candidates}
            chosen |= _representatives(target for target in view.targets if target.order in orders)
    if baseline := keeps_sample(config):
        pages = {visit.order: [target.page_key for target in visit.targets] for visit in candidates}
        chosen = kept_sample(baseline, chosen, pages)
    repeated = with_repeats(chosen, planned.visits)
    driven = (visit for visit in planned.visits if visit.order in repeated and visit.order in audited)
    return [visit.model_copy(update={"driving": True}) for visit in driven]


def in_random_part(planned: Plan, visit: Visit, config: Config) -> bool:
    """Whether the hash of a page and the seed falls into the part that is driven besides the representatives."""
    percent = int(config.sample[:-1]) if config.sample.endswith("%") else RANDOM_PART
    digest = hashlib.sha256(f"{config.seed}\x1f{planned.display(visit.url)}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % 100 < percent


def _drives(effort: Effort) -> bool:
    return any(each.META.driving and each.META.effort.rank <= effort.rank for each in collectors())


def _representatives(targets: Iterable[TargetRow]) -> set[int]:
    """The first audited target of each page skeleton."""
    first: dict[str, int] = {}
    for target in targets:
        if target.status is not TargetStatus.NOT_AUDITED:
            first.setdefault(target.facts.skeleton, target.order)
    return set(first.values())
