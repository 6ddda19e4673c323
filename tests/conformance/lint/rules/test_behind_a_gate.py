from __future__ import annotations

from tests.conformance.lint.lint_sample import found, report

from a11ycheck.conformance.lint.rules import behind_a_gate


def test_warns_of_a_mark_of_secrecy() -> None:
    assert len(found(behind_a_gate, report(text="Confidential and proprietary. Example Corp"))) == 1


def test_passes_a_public_report() -> None:
    assert found(behind_a_gate, report(text="Messages stay confidential between the members of a channel.")) == []
