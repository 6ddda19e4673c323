from collections import Counter

import pytest

from a11ycheck.standards import section508


@pytest.mark.parametrize(
    ("chapter", "kinds"),
    [
        ("functional_performance_criteria", {"requirement": 9}),
        ("hardware", {"requirement": 54, "heading": 22, "reserved": 1}),
        ("software", {"requirement": 25, "heading": 5, "see-wcag": 2}),
        ("support_documentation_and_services", {"requirement": 4, "heading": 3, "see-wcag": 1}),
    ],
)
def test_each_chapter_has_its_rows(chapter, kinds):
    assert Counter(row.kind for row in section508.provisions(chapter)) == kinds


def test_rows_are_126_in_template_order():
    nums = [row.num for row in section508.provisions()]
    assert len(nums) == len(set(nums)) == 126
    assert nums[0] == "302.1"
    assert nums[-1] == "603.3"
    assert nums.index("502.3.9") < nums.index("502.3.10")


def test_web_handling():
    handling = Counter((row.handling, row.question) for row in section508.provisions())
    assert handling["ask", "hardware"] == 54
    assert handling["ask", "native"] == 19
    assert handling["derive-fpc", None] == 9
    assert section508.provision("602.2").handling == "human"


def test_media_player_rows_carry_trusted_tester_ids():
    assert section508.provision("503.4.1").trusted_tester == ("17.F",)
    assert section508.provision("503.4").trusted_tester == ("17.D", "17.E")


def test_unknown_number_is_refused():
    with pytest.raises(KeyError):
        section508.provision("777")
