from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import character_shortcuts
from a11ycheck.evidence.keyboard_listeners import printable_keys


@pytest.mark.parametrize(
    "script",
    [
        "document.onkeydown = (e) => { if (e.key === 'c') open() }",
        "addEventListener('keyup', function (e) { switch (e.key) { case '/': find(); break } })",
        "document.body.addEventListener('keypress', (e) => { if (e.keyCode == 74) next() })",
        "addEventListener('keydown', (e) => { if (e.altKey || e.ctrlKey) return; if ('/' === e.key) find() })",
    ],
)
def test_asks_about_single_characters(judge: Judge, script: str) -> None:
    (found,) = judge(character_shortcuts, f"<p>text</p><script>{script}</script>")
    assert found.outcome == "cantTell"


@pytest.mark.parametrize(
    "script",
    [
        "document.onkeydown = (e) => { if (e.ctrlKey && e.key === 'c') open() }",
        "document.onkeydown = (e) => { if (e.key === 'Escape' || e.keyCode === 27) close() }",
        "field.addEventListener('keydown', (e) => { if (e.key === 'c') open() })",
    ],
)
def test_is_inapplicable_without_single_characters(judge: Judge, script: str) -> None:
    (found,) = judge(character_shortcuts, f"<input id=field><script>{script}</script>")
    assert found.outcome == "inapplicable"


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ("e => e.key === 'a' || e.key == \"B\"", ["a", "b"]),
        ("e => e.code === 'KeyK'", ["k"]),
        ("e => (e.metaKey || e.ctrlKey) && e.key === 'k'", []),
        ("e => { if (e.shiftKey && e.key === '?') help() }", ["?"]),
        ("e => { if (!e.ctrlKey && e.key === 'j') next() }", ["j"]),
        ("e => { switch (kind) { case 'a': go() } }", []),
        ("e => { if (e.which === 191) find() }", ["/"]),
        ("e => { if (e.which === 13) go() }", []),
    ],
)
def test_keys_in_a_source(source: str, keys: list[str]) -> None:
    assert printable_keys(source) == keys
