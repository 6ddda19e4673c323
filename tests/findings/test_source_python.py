from __future__ import annotations

from pathlib import Path

import pytest

from a11ycheck.findings.source_python import Docstrings

BASE = '''"""What bases have in common."""
import typing


class Base:
    def run(self):
        """Run it."""

    @typing.overload
    def get(self, name: str): ...
    @typing.overload
    def get(self, name: int): ...
    def get(self, name):
        """Get it."""
'''
APP = '''from .base import Base
from dict import Own


class App(Base[int]):
    """The application."""

    def stop(self):
        """Stop it."""


class Bag(Own):
    """A bag."""
'''


@pytest.fixture
def docstrings(tmp_path: Path) -> Docstrings:
    files = {
        "pyproject.toml": "",
        "src/parley/base.py": BASE,
        "src/parley/app.py": APP,
        "src/parley/broken.py": "def (",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Docstrings(tmp_path / "docs")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("parley.App", ("app.py", 5)), ("parley.App.stop", ("app.py", 8)), ("parley.App.run", ("base.py", 6)),
        ("parley.Bag.items", None), ("parley.Bag.stop", None), ("parley.Other.stop", None), ("parley.run", ("base.py", 6)),
    ],
)  # fmt: skip
def test_members_are_found_in_their_class_and_its_bases_alone(
    docstrings: Docstrings, name: str, expected: tuple[str, int] | None
) -> None:
    found = docstrings.definition(name)
    assert (found and (found.file.name, found.line)) == expected


def test_each_signature_leads_to_its_overload(docstrings: Docstrings) -> None:
    lines = [found.line for number in range(3) if (found := docstrings.definition("parley.App.get", number))]
    assert lines == [10, 12, 13]


def test_words_of_objects_and_modules(docstrings: Docstrings) -> None:
    assert [word.text for word in docstrings.words("parley.App.run")] == ["run", "it"]
    assert [(word.text, word.line) for word in docstrings.module("parley.base")][:2] == [("what", 1), ("bases", 1)]
    assert docstrings.module("parley.app") == docstrings.module("nothing") == []
