"""Counts are those of the W3C recommendations."""

import pytest

from a11ycheck.standards import wcag


@pytest.mark.parametrize(
    ("version", "level", "count"),
    [
        ("2.0", "A", 25),
        ("2.0", "AA", 13),
        ("2.0", "AAA", 23),
        ("2.1", "A", 30),
        ("2.1", "AA", 20),
        ("2.1", "AAA", 28),
        ("2.2", "A", 31),
        ("2.2", "AA", 24),
        ("2.2", "AAA", 31),
    ],
)
def test_each_version_has_its_criteria(version, level, count):
    assert len(wcag.criteria(version, [level])) == count


def test_criteria_are_in_number_order():
    nums = [[int(part) for part in row.num.split(".")] for row in wcag.all_criteria()]
    assert nums == sorted(nums)
    assert len(nums) == 87


def test_default_is_wcag_22_level_aa_without_parsing():
    nums = [row.num for row in wcag.criteria()]
    assert len(nums) == 55
    assert "4.1.1" not in nums
    assert "2.5.8" in nums


def test_parsing_is_always_met():
    assert [row.num for row in wcag.all_criteria() if row.always_met] == ["4.1.1"]
    assert wcag.criterion("4.1.1").versions == ("2.0", "2.1")


def test_a_criterion_has_all_its_facts():
    row = wcag.criterion("1.4.10")
    assert (row.name, row.level, row.introduced, row.id) == ("Reflow", "AA", "2.1", "reflow")
    assert (row.principle, row.guideline) == ("Perceivable", "1.4 Distinguishable")
    assert row.version_tag == "2.1 and 2.2"
    assert row.url() == "https://www.w3.org/TR/WCAG21/#reflow"
    assert row.url("2.2") == "https://www.w3.org/TR/WCAG22/#reflow"
    assert row.understanding_url == "https://www.w3.org/WAI/WCAG22/Understanding/reflow.html"
    assert dict(row.en_clauses)["web"] == ("9.1.4.10",)
    assert row.annex_a1
    assert not row.section508_applies


def test_only_live_captions_are_missing_from_annex_a1():
    without = [row.num for row in wcag.criteria("2.1") if not row.annex_a1]
    assert without == ["1.2.4"]


def test_section_508_takes_38_criteria():
    assert [row.num for row in wcag.all_criteria() if row.section508_applies] == [
        row.num for row in wcag.criteria("2.0")
    ]


def test_address_in_a_version_without_the_criterion_is_refused():
    with pytest.raises(ValueError, match=r"WCAG 2\.0 has no criterion 1\.4\.10"):
        wcag.criterion("1.4.10").url("2.0")


def test_name_follows_the_version():
    row = wcag.criterion("2.5.5")
    assert (row.name_in("2.1"), row.name_in("2.2")) == ("Target Size", "Target Size (Enhanced)")


def test_unknown_number_version_and_level_are_refused():
    with pytest.raises(KeyError):
        wcag.criterion("1.9.9")
    with pytest.raises(ValueError, match=r"known: 2\.0, 2\.1, 2\.2"):
        wcag.criteria("3.0")
    with pytest.raises(ValueError, match="known: A, AA, AAA"):
        wcag.criteria("2.2", ["B"])
