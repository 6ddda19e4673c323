"""Where the table of axe's rules is kept."""

from __future__ import annotations

from a11ycheck.evidence import axe_rules


def test_each_version_and_language_has_a_table_of_its_own() -> None:
    assert axe_rules.key({"version": "4.12.1"}) == "axe-rules:4.12.1"
    assert axe_rules.key({"version": "4.12.1", "lang": "es"}) == "axe-rules:4.12.1:es"
