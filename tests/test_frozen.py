"""Values are immutable, equal by what they say, and name what they do not know."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from a11ycheck.frozen import Frozen


class Place(Frozen):
    name: str = ""


def test_a_value_cannot_be_changed_and_can_be_a_key() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Place(name="a").name = "b"  # type: ignore[misc]
    assert {Place(name="a"), Place(name="a"), Place()} == {Place(), Place(name="a")}


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(ValidationError, match="nmae"):
        Place.model_validate({"nmae": "a"})
