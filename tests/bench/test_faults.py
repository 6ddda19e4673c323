"""Faulty servers and hostile pages beside healthy ones; the soak takes all of the table, each as it says."""

from __future__ import annotations

import os
import shutil

import pytest
from bench.faults import answers, pages
from bench.faults.machine import MACHINE
from bench.faults.run import Result, batches, run
from bench.faults.table import Fault, faults

ALL = faults()
SMALL = [fault for fault in ALL if fault.small and not fault.alone]


def told(results: list[Result]) -> dict[str, list[str]]:
    return {result.fault.name: result.problems for result in results if result.problems}


def test_every_fault_of_the_table_exists_and_every_fault_is_in_the_table() -> None:
    named = [fault.name for fault in ALL]
    assert len(named) == len(set(named))
    assert set(named) == {*answers.ANSWERS, *pages.PAGES, *MACHINE, "tls-self-signed"}


def test_a_dozen_faults_in_one_scan_harm_nobody_else() -> None:
    assert len(SMALL) >= 12
    results = run(SMALL, ("--effort", "quick"))
    assert told(results) == {}
    assert results[0].seen.code == 3


def _may_run(fault: Fault) -> bool:
    return fault.kind != "machine" or "clock" in fault.name or (shutil.which("mount") is not None and os.geteuid() == 0)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    "batch", [pytest.param(batch, id="+".join(one.name for one in batch)) for batch in batches(filter(_may_run, ALL))]
)
def test_every_fault_comes_out_as_the_table_says(batch: list[Fault]) -> None:
    assert told(run(batch)) == {}
