from __future__ import annotations

from typing import Any

from tests.checks.test_dialog_focus import DIALOG

from a11ycheck.checks import dialog_name
from a11ycheck.checks.base import Evidence
from a11ycheck.model import PageFacts, Target


def outcomes(*dialogs: dict[str, Any]) -> list[str]:
    widgets = {"dialogs": [{**DIALOG, **dialog} for dialog in dialogs]}
    found = dialog_name.judge(Evidence(Target(url="https://example.org/"), PageFacts(), {"widgets": widgets}))
    return [outcome.outcome.value for outcome in found]


def test_asks_about_dialogs_without_name_or_role() -> None:
    assert outcomes({"name": ""}) == ["cantTell"]
    assert outcomes({"role": False}) == ["cantTell"]


def test_passes_a_named_dialog() -> None:
    assert outcomes({}) == ["passed"]


def test_is_inapplicable_without_a_dialog() -> None:
    assert outcomes() == ["inapplicable"]
