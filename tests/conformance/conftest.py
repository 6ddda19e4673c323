"""Runs written as a scan writes them, and a configuration whose front matter and profile are complete."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conformance.acr_sample import COMPLETE_PROFILE, VERSIONS, WriteRun, sample_results

from a11ycheck.config import Config, Product
from a11ycheck.model import TargetResult, Visit
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_audit_file(tmp_path / "audit.db")
    yield opened
    opened.close()


@pytest.fixture
def write_run(connection: sqlite3.Connection) -> WriteRun:
    """Write a run of these results and return its view."""

    def write(*results: TargetResult, status: str = "complete") -> RunView:
        writer = RunWriter.start(connection, {"effort": "standard"})
        visits = [Visit(order=result.order, url=result.target.url) for result in results]
        writer.add_visits(visits)
        for visit, result in zip(visits, results, strict=True):
            writer.save(visit, [result], keep_evidence=True)
        writer.finish(status, VERSIONS)
        return RunView(connection, writer.run_id)

    return write


@pytest.fixture
def sample_view(write_run: WriteRun) -> RunView:
    return write_run(*sample_results())


@pytest.fixture
def config() -> Config:
    """A configuration with full front matter and every profile question answered."""
    return Config(
        product=Product(
            company="Example Corp",
            name="Parley docs",
            version="7.2",
            description="User and administrator documentation of the Parley chat.",
            contact="accessibility@example.org",
            report_date="2099-11-24",
            profile=COMPLETE_PROFILE,
        )
    )
