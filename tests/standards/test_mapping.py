import pytest

from a11ycheck.standards import mapping


@pytest.mark.parametrize(
    ("name", "count"), [("wcag20", 38), ("508", 38), ("wcag21", 50), ("en301549", 50), ("wcag22", 55)]
)
def test_each_standard_counts_its_criteria(name, count):
    assert len(mapping.standard_criteria(name)) == count


def test_parsing_is_counted_where_it_still_stands():
    holders = [name for name in mapping.STANDARD_NAMES if "4.1.1" in mapping.standard_criteria(name)]
    assert holders == ["wcag20", "wcag21", "508", "en301549"]


def test_levels_can_be_chosen():
    assert len(mapping.standard_criteria("wcag22", ["A", "AA", "AAA"])) == 86


def test_unknown_standard_is_refused():
    with pytest.raises(ValueError, match="known: wcag20, wcag21, wcag22, 508, en301549"):
        mapping.standard_criteria("wcag30")


@pytest.mark.parametrize(
    ("tag", "num"),
    [
        ("wcag143", "1.4.3"),
        ("wcag1410", "1.4.10"),
        ("wcag2411", "2.4.11"),
        ("wcag21aa", None),
        ("wcag2a", None),
        ("wcag999", None),
        ("wcag22", None),
        ("best-practice", None),
        ("EN-9.1.4.3", None),
    ],
)
def test_criterion_of_a_tag(tag, num):
    assert mapping.tag_criterion(tag) == num


def test_criteria_of_tags_come_once_in_order():
    tags = ["cat.text-alternatives", "wcag2a", "wcag412", "wcag111", "wcag412", "section508"]
    assert mapping.tag_criteria(tags) == ("4.1.2", "1.1.1")


def test_every_axe_rule_is_there():
    rules = mapping.axe_rules()
    assert len(rules) == 105
    statuses = [rule.status for rule in rules.values()]
    assert [statuses.count(status) for status in ("standard", "best-practice", "experimental", "deprecated")] == [
        66,
        27,
        7,
        5,
    ]
    assert not [rule.id for rule in rules.values() if rule.status == "standard" and not rule.criteria]
    practices = {rule.id: rule.criteria for rule in rules.values() if rule.status == "best-practice" and rule.criteria}
    assert practices == mapping.PROVEN_PRACTICES


def test_an_axe_rule_has_its_facts():
    rule = mapping.axe_rules()["target-size"]
    assert (rule.status, rule.enabled, rule.review_on_fail, rule.criteria) == ("standard", False, False, ("2.5.8",))
    assert mapping.axe_rules()["link-name"].criteria == ("2.4.4", "4.1.2")


def test_criteria_without_any_standard_axe_rule():
    without = [
        num
        for num in mapping.standard_criteria("wcag22")
        if not any(rule.status == "standard" for rule in mapping.rules_of_criterion(num))
    ]
    assert len(without) == 35


def test_act_rules():
    assert len(mapping.act_rules()) == 72
    assert mapping.act_rules()["2779a5"].criteria == ("2.4.2",)
    assert "2779a5" in [rule.id for rule in mapping.act_rules_of_criterion("2.4.2")]
    assert mapping.act_rules_of_criterion("9.9.9") == ()
