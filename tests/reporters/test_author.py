"""Authors get what they can repair, by what it is about; matters of code are left to developers."""

from __future__ import annotations

import pytest

from a11ycheck.reporters.author import KINDS, kind_of
from a11ycheck.store.rows import RuleRow


def rule(name: str, *criteria: str) -> RuleRow:
    return RuleRow(id=1, check="axe", rule=name, criteria=criteria, best_practice=False, act=(), help="", help_url="")


@pytest.mark.parametrize(
    ("of", "kind"),
    [
        (rule("image-alt", "1.1.1"), "Pictures"),
        (rule("image-redundant-alt"), "Pictures"),
        (rule("video-caption", "1.2.2"), "Sound and video"),
        (rule("document-title", "2.4.2"), "Page titles"),
        (rule("heading-order"), "Headings"),
        (rule("empty-heading", "1.3.1", "2.4.6"), "Headings"),
        (rule("link-name", "2.4.4", "4.1.2"), "Links"),
        (rule("valid-lang", "3.1.2"), "Language"),
        (rule("td-headers-attr", "1.3.1"), "Lists and tables"),
        (rule("a-new-rule", "9.9.9", "1.1.1"), "Pictures"),
        (rule("color-contrast", "1.4.3"), ""),
        (rule("button-name", "4.1.2"), ""),
        (rule("frame-title", "4.1.2", "2.4.4"), ""),
        (rule("aria-roles", "4.1.2", "1.1.1"), ""),
        (rule("region"), ""),
    ],
)
def test_what_a_rule_is_about(of: RuleRow, kind: str) -> None:
    assert kind_of(of) == kind
    assert kind == "" or kind in KINDS
