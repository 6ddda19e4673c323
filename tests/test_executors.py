from __future__ import annotations

from collections.abc import Iterator

import psutil
import pytest
from tests.conftest import Web, document

from a11ycheck.audit import AuditOptions
from a11ycheck.browser import axe_source
from a11ycheck.browser.session import BrowserOptions
from a11ycheck.executors import ProcessExecutor, WorkOrder
from a11ycheck.model import Effort, TargetStatus, Visit

ORDER = WorkOrder(BrowserOptions(axe_source=axe_source.read(None)), AuditOptions(effort=Effort.QUICK))


@pytest.fixture
def two_workers() -> Iterator[ProcessExecutor]:
    executor = ProcessExecutor(ORDER, 2)
    yield executor
    executor.close()


def test_no_more_workers_start_than_there_are_visits(two_workers: ProcessExecutor, web: Web) -> None:
    before = _workers()
    visits = [Visit(order=order, url=web.page(f"/{order}", document("text"))) for order in range(4)]
    (alone,) = two_workers.run(visits[:1])
    assert len(_workers() - before) == 1
    rest = list(two_workers.run(iter(visits[1:])))
    assert len(_workers() - before) == 2
    assert {done.visit.order for done in rest} == {1, 2, 3}
    assert all(done.results[0].status is TargetStatus.AUDITED for done in (alone, *rest))


def test_nothing_to_visit_starts_nobody(two_workers: ProcessExecutor) -> None:
    before = _workers()
    assert list(two_workers.run(())) == []
    assert _workers() == before


def test_closing_ends_the_workers_and_they_start_again(two_workers: ProcessExecutor, web: Web) -> None:
    before = _workers()
    visit = Visit(order=0, url=web.page("/page", document("text")))
    assert len(list(two_workers.run([visit]))) == 1
    two_workers.close()
    assert _workers() == before
    assert len(list(two_workers.run([visit]))) == 1


def _workers() -> frozenset[int]:
    """Processes that a pool spawned."""
    children = psutil.Process().children(recursive=True)
    return frozenset(child.pid for child in children if "spawn_main" in " ".join(child.cmdline()))
