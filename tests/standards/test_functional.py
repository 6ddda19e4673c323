import pytest

from a11ycheck.standards import functional, wcag


def test_rows():
    assert [row.num for row in functional.fpc()] == [f"302.{index}" for index in range(1, 10)]
    assert [row.num for row in functional.fps()] == [f"4.2.{index}" for index in range(1, 12)]


def test_counterparts_point_at_each_other():
    to_508 = {row.num: row.counterpart for row in functional.fps()}
    to_en = {row.num: row.counterpart for row in functional.fpc()}
    assert to_508["4.2.10"] == "302.9"
    assert to_en["302.9"] == "4.2.10"
    assert [num for num, counterpart in to_508.items() if counterpart is None] == ["4.2.9", "4.2.11"]


def test_508_rows_roll_up_from_wcag_20_alone():
    incorporated = {row.num for row in wcag.criteria("2.0")}
    for row in functional.fpc():
        assert set(functional.fpc_criteria(row.num)) <= incorporated
    counts = [len(functional.fpc_criteria(row.num)) for row in functional.fpc()]
    assert counts == [32, 35, 6, 8, 9, 0, 16, 0, 34]


def test_either_published_mapping_is_enough():
    assert "1.4.5" not in functional.fpc_criteria("302.3", ["section508.gov"])
    assert "1.4.5" in functional.fpc_criteria("302.3", ["trusted-tester"])
    assert "1.4.5" in functional.fpc_criteria("302.3")


def test_en_statements_roll_up_by_strength():
    assert "1.1.1" in functional.fps_criteria("4.2.1", ["primary"])
    assert functional.fps_criteria("4.2.11", ["primary"]) == ()
    assert functional.fps_criteria("4.2.11") == ("1.1.1",)
    assert functional.fps_criteria("4.2.9") == ("2.3.1", "4.1.3")


def test_en_statements_roll_up_from_other_rows():
    assert "11.7" in functional.fps_clauses("4.2.3")
    assert "11.7" not in functional.fps_clauses("4.2.4")


@pytest.mark.parametrize("roll_up", [functional.fpc_criteria, functional.fps_criteria, functional.fps_clauses])
def test_unknown_number_is_refused(roll_up):
    with pytest.raises(KeyError):
        roll_up("302.99")
