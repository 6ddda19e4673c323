from __future__ import annotations

from typing import Any

from a11ycheck.checks import flashes
from a11ycheck.checks.base import Evidence
from a11ycheck.model import CheckOutcome, PageFacts, Target

PLACE = {"selector": "img", "html": "<img>", "box": [0, 0, 300, 200], "identity": {}}


def judged(*images: dict[str, Any]) -> list[CheckOutcome]:
    data = {"images": [{"place": PLACE, "moves": True, "area": 9000, **image} for image in images], "stoppers": 0}
    return list(flashes.judge(Evidence(Target(url="https://example.org/"), PageFacts(), {"animated_images": data})))


def test_asks_about_more_than_three_flashes_a_second() -> None:
    [found] = judged({"flashes": 4}, {"flashes": 3})
    assert (found.outcome, found.criteria) == ("cantTell", ("2.3.1",))
    assert "4 times" in found.message


def test_passes_slower_pictures_and_is_inapplicable_without() -> None:
    assert [outcome.outcome.value for outcome in judged({"flashes": 3})] == ["passed"]
    assert [outcome.outcome.value for outcome in judged()] == ["inapplicable"]
