from __future__ import annotations

import pytest

from a11ycheck.config import load
from a11ycheck.errors import ConfigError


@pytest.mark.parametrize("written", ["light, dark", '["light", "dark"]'])
def test_variables_hold_several_values_with_commas_or_as_json(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("A11YCHECK_COLOR_SCHEME", written)
    monkeypatch.setenv("A11YCHECK_FORCED_COLORS", "[true]")
    config = load(None, {})
    assert (config.color_scheme, config.forced_colors) == (("light", "dark"), (True,))


def test_a_variable_that_is_no_list_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A11YCHECK_VIEWPORT", '["1280x800"')
    with pytest.raises(ConfigError, match="A11YCHECK_VIEWPORT"):
        load(None, {})
