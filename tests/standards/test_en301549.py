from collections import Counter

import pytest

from a11ycheck.standards import en301549


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("4", {"requirement": 11}),
        ("5", {"requirement": 30, "heading": 6, "see-other": 3}),
        ("6", {"requirement": 16, "heading": 3, "advisory": 1}),
        ("7", {"requirement": 9, "heading": 1}),
        ("8", {"requirement": 29, "heading": 4}),
        ("10", {"requirement": 2, "heading": 1, "see-wcag": 1}),
        ("11", {"requirement": 20, "heading": 7, "see-wcag": 2, "see-other": 3}),
        ("12", {"requirement": 3, "heading": 2, "see-wcag": 2}),
        ("13", {"requirement": 7, "heading": 1}),
    ],
)
def test_each_clause_has_its_rows(clause, kinds):
    rows = [row for row in en301549.clauses() if row.num.split(".")[0] == clause]
    assert Counter(row.kind for row in rows) == kinds


def test_rows_are_164_in_template_order():
    nums = [row.num for row in en301549.clauses()]
    assert len(nums) == len(set(nums)) == 164
    assert (nums[0], nums[-1]) == ("4.2.1", "13.3")


def test_six_rows_apply_to_every_web_page():
    always = [row.num for row in en301549.clauses() if row.annex_a1 == "always"]
    assert always == ["11.7", "12.1.1", "12.1.2", "12.2.2", "12.2.3", "12.2.4"]


def test_clauses_that_repeat_wcag():
    assert len(en301549.wcag_clauses()) == 157
    web = [row for row in en301549.wcag_clauses() if row.num.startswith("9.")]
    assert len({row.criterion for row in web if row.criterion}) == 50
    assert [row.num for row in web if not row.criterion] == ["9.6"]
    assert en301549.clause_criterion("9.1.4.3") == "1.4.3"
    assert en301549.clause_criterion("11.7") is None


def test_a_row_has_its_functional_statements():
    row = en301549.clause("11.7")
    assert (row.fps_primary, row.fps_secondary) == (("4.2.2", "4.2.3"), ("4.2.10",))


def test_unknown_version_is_refused():
    with pytest.raises(ValueError, match=r"'4\.1\.1'; known: 3\.2\.1"):
        en301549.clauses(version="4.1.1")


def test_unknown_number_is_refused():
    with pytest.raises(KeyError):
        en301549.clause("99.9")
