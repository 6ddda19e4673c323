"""Units are found by scanning a package and entry points, and a plugin that does not work is named."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from a11ycheck import discovery
from a11ycheck.discovery import modules
from a11ycheck.errors import A11yCheckError


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package of two units and a module that is none."""
    root = tmp_path / "mirrored_units"
    root.mkdir()
    for name, text in (("__init__", ""), ("later", "META = 2"), ("early", "META = 1"), ("base", "OTHER = 1")):
        (root / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    modules.cache_clear()
    yield root.name
    modules.cache_clear()


def plugins(monkeypatch: pytest.MonkeyPatch, *found: tuple[str, str]) -> None:
    entries = [EntryPoint(name, value, "a11ycheck.test") for name, value in found]
    monkeypatch.setattr(discovery, "entry_points", lambda group: entries)


def test_modules_with_the_marker_are_units_in_order_of_name(package: str) -> None:
    assert [module.META for module in modules(package, "a11ycheck.none", "META")] == [1, 2]


def test_plugins_come_after_our_own(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plugins(monkeypatch, ("b", f"{package}.later"), ("a", f"{package}.early"))
    assert [module.META for module in modules(package, "a11ycheck.test", "META")] == [1, 2, 1, 2]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("mirrored_units.gone", "cannot be loaded"),
        ("mirrored_units.base", "has no META"),
        ("a:b:c", "cannot be loaded"),
    ],
)
def test_a_plugin_that_does_not_work_is_named(
    package: str, monkeypatch: pytest.MonkeyPatch, value: str, said: str
) -> None:
    plugins(monkeypatch, ("extra", value))
    with pytest.raises(A11yCheckError, match=said) as caught:
        modules(package, "a11ycheck.test", "META")
    assert f"extra ({value})" in caught.value.message
    assert caught.value.hint
