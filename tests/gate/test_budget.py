"""What a budget is spent on, when it is exceeded, and which barriers it pays for."""

from __future__ import annotations

import pytest
from tests.gate.conftest import Run, barrier, page

from a11ycheck.gate.budget import accounts, covered
from a11ycheck.gate.instances import Instance, instances
from a11ycheck.gating import Budget


@pytest.fixture
def counted(run: Run) -> list[Instance]:
    """Two pictures, one contrast, one link that breaks two criteria."""
    links = barrier("link-name", "Go", role="link")
    return list(instances(run(page("/a", barrier(), links), page("/b", barrier(), barrier("color-contrast", "Text")))))


def rules(found: list[Instance], budget: Budget) -> list[str]:
    ids = covered(accounts(budget, found))
    return sorted(one.example.rule.rule for one in found if one.example.id in ids)


def test_no_budget_has_no_account_and_covers_nothing(counted: list[Instance]) -> None:
    assert accounts(Budget(), counted) == ()
    assert covered(()) == frozenset()


@pytest.mark.parametrize(
    ("allowed", "line"),
    [
        (5, "Budget total: 4 of 5"),
        (4, "Budget total: 4 of 4"),
        (3, "Budget total: 4 of 3, exceeded"),
        (0, "Budget total: 4 of 0, exceeded"),
    ],
)
def test_a_budget_holds_up_to_its_number_and_not_beyond(counted: list[Instance], allowed: int, line: str) -> None:
    (account,) = accounts(Budget(total=allowed), counted)
    assert account.line == line
    assert account.exceeded is line.endswith("exceeded")


def test_a_budget_of_nothing_is_kept_when_nothing_is_there() -> None:
    (account,) = accounts(Budget(total=0), [])
    assert (account.line, account.exceeded) == ("Budget total: 0 of 0", False)


def test_accounts_come_total_first_then_criteria_then_groups(counted: list[Instance]) -> None:
    group = counted[0].example.group
    budget = Budget(total=9, criterion={"4.1.2": 1, "1.1.1": 2}, group={group: 3})
    found = accounts(budget, counted)
    assert [(one.of, len(one.spent)) for one in found] == [
        ("total", 4), ("criterion 1.1.1", 2), ("criterion 4.1.2", 1), (f"group {group}", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("budget", "paid"),
    [
        (Budget(criterion={"1.1.1": 2}), ["image-alt", "image-alt"]),
        (Budget(criterion={"1.1.1": 1}), []),
        (Budget(criterion={"2.4.4": 1}), ["link-name"]),
        (Budget(criterion={"2.4.4": 1, "4.1.2": 0}), []),
        (Budget(total=3, criterion={"1.4.3": 1}), []),
        (Budget(total=4, criterion={"1.1.1": 0}), ["color-contrast", "link-name"]),
        (Budget(group={"0123456789abcdef": 7}), []),
    ],
)
def test_what_one_exceeded_budget_is_for_no_other_pays(
    counted: list[Instance], budget: Budget, paid: list[str]
) -> None:
    assert rules(counted, budget) == paid
