"""Reuses the results of folder pages that did not change, and of which nothing changed that they load.

A visit's key is made of everything else that can change its result: environment, options, address, variant, what is asked
of it and whether its evidence is kept. Under the key stand digests of all that the visit loaded; when the folder answers
with the same, the result is the same. Not kept: flows, pages whose scripts fetch or send data or begin workers, pages that
load from other origins unless those are blocked, and what was not audited in full.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from a11ycheck import environment
from a11ycheck.browser.answers import Answers
from a11ycheck.config import Config, working_audit_file
from a11ycheck.executors import Done, Executor, WorkOrder
from a11ycheck.model import TargetResult, TargetStatus, Visit
from a11ycheck.store.cache import Cache
from a11ycheck.store.writer import ALWAYS_KEPT
from a11ycheck.targets.plan import Plan

CACHE_NAME = "cache.db"


class Reuse:
    """Runs visits as `executors.Executor` says, but for those whose results an earlier run left in the cache.

    `keeps`: whether the run keeps the evidence of a visit.
    """

    def __init__(
        self, inner: Executor, config: Config, order: WorkOrder, planned: Plan, keeps: Callable[[Visit], bool]
    ) -> None:
        self._inner = inner
        self._planned = planned
        self._keeps = keeps
        self._offsite_blocked = config.block_offsite
        self._cache = Cache(working_audit_file(config).parent / CACHE_NAME)
        self._base = _digest(environment.digest(config.browser_path), _options(order))
        self._answers: dict[Path, Answers] = {}

    def run(self, visits: Iterable[Visit]) -> Iterator[Done]:
        """See `executors.Executor.run`. What can be reused comes first; a crawl goes on at its own pace."""
        waiting = iter(visits)
        if (first := next(waiting, None)) is None:
            return
        if first.depth:
            yield from self._inner.run(chain([first], waiting))
            return
        changed = []
        for visit in chain([first], waiting):
            if (done := self._reused(visit)) is not None:
                yield done
            else:
                changed.append(visit)
        for done in self._inner.run(changed):
            self._keep(done)
            yield done

    def close(self) -> None:
        """See `executors.Executor.close`."""
        self._inner.close()
        self._cache.close()

    def _reused(self, visit: Visit) -> Done | None:
        if (served := self._served(visit)) is None:
            return None
        answers, host = served
        key = self._key(visit)
        loaded = self._cache.loaded(key)
        if loaded is None or any(answers.digest(path) != digest for path, digest in loaded.items()):
            return None
        if (found := self._cache.find(key, host)) is None:
            return None
        result, versions = found
        return Done(visit, (result.model_copy(update={"order": visit.order}),), versions, reused=True)

    def _keep(self, done: Done) -> None:
        visit = done.visit
        if done.loaded is None or done.loaded.fetched_data or len(done.results) != 1:
            return
        (result,) = done.results
        if (served := self._served(visit)) is None or result.status is not TargetStatus.AUDITED:
            return
        answers, host = served
        own = [url for url in done.loaded.urls if urlsplit(url).netloc == host]
        if len(own) < len(done.loaded.urls) and not self._offsite_blocked:
            return
        loaded = {path: answers.digest(path) for url in own if (path := _path(url))}
        kept = result if self._keeps(visit) else _without_evidence(result)
        self._cache.keep(self._key(visit), kept, host, loaded, done.versions)

    def _served(self, visit: Visit) -> tuple[Answers, str] | None:
        """Digests of the folder a visit's page is in, and its server's host; None for what is not kept at all."""
        site = None if visit.flow or visit.depth else self._planned.sites.of(visit.url)
        if site is None:
            return None
        root, base_url = site
        if root not in self._answers:
            self._answers[root] = Answers(root)
        return self._answers[root], urlsplit(base_url).netloc

    def _key(self, visit: Visit) -> str:
        asked = visit.model_copy(update={"order": 0, "url": self._planned.display(visit.url)})
        return _digest(self._base, asked.model_dump_json(), str(self._keeps(visit)))


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _without_evidence(result: TargetResult) -> TargetResult:
    return result.model_copy(
        update={"evidence": {name: data for name, data in result.evidence.items() if name in ALWAYS_KEPT}}
    )


def _options(order: WorkOrder) -> str:
    """What workers are told, but for paths that differ from machine to machine."""
    return repr((replace(order.browser, pictures=None, browser_path=None), order.audit))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
