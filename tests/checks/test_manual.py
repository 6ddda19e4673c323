"""Every check has a manual page with its parts in order, and a module named after its id."""

from __future__ import annotations

import pytest

from a11ycheck.checks.base import Check, checks
from a11ycheck.checks.manual import PARTS, manual

OURS = [check for check in checks() if check.META.id != "axe"]


@pytest.mark.parametrize("check", OURS, ids=lambda check: check.META.id)
def test_the_manual_page_is_whole(check: Check) -> None:
    page = manual(check)
    labels = list(page.parts)
    assert page.summary.endswith(".")
    assert labels == [part for part in PARTS if part in labels]
    assert set(PARTS) - set(labels) <= {"Fails", "Asks"}
    assert ("Fails" in labels) == (check.META.power == "fails")
    assert all(page.parts.values())


@pytest.mark.parametrize("check", OURS, ids=lambda check: check.META.id)
def test_the_module_is_named_after_the_id(check: Check) -> None:
    assert check.__name__.rpartition(".")[2].replace("_", "-") == check.META.id  # type: ignore[attr-defined]
