"""An audit file of its own for every test."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from a11ycheck.store.audit_file import open_audit_file


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A new, empty audit file."""
    with closing(open_audit_file(tmp_path / "audit.db")) as opened:
        yield opened
