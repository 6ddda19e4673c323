from __future__ import annotations

from tests.checks.motion_evidence import changing, evidence

from a11ycheck.checks import countdown


def test_asks_about_numbers_that_count_down_and_pages_that_lead_on() -> None:
    found = list(countdown.judge(evidence(changing(down=True, says="4:58"), left_for="https://example.org/out")))
    assert [(outcome.outcome.value, outcome.criteria) for outcome in found] == [("cantTell", ("2.2.1",))] * 2
    assert "4:58" in found[0].message
    assert "/out" in found[1].message


def test_passes_other_changes_and_is_inapplicable_without() -> None:
    assert [outcome.outcome.value for outcome in countdown.judge(evidence(changing()))] == ["passed"]
    assert [outcome.outcome.value for outcome in countdown.judge(evidence())] == ["inapplicable"]
