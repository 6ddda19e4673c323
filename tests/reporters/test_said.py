"""Messages of checks in another language: found again from the pieces in the catalog, whatever they are filled in with."""

from __future__ import annotations

import re

import pytest

from a11ycheck.checks.base import checks
from a11ycheck.language import entries, speaking
from a11ycheck.reporters.said import FOLDER, said, translated
from a11ycheck.store.rows import RuleRow

FILLED = re.compile(r"\{(\w+)\}")
BY_FILE = {f"{FOLDER}{check.META.id.replace('-', '_')}.py": check.META.id for check in checks()}


def value(mark: re.Match[str]) -> str:
    """Page text for a placeholder; in brackets where it follows another one, as checks write it."""
    behind = mark.string[: mark.start()].endswith(("}", "})"))
    return f" (“{mark[1]}”)" if behind else f"<{mark[1]}>"


def in_spanish(check: str, message: str) -> str | None:
    with speaking("es"):
        return translated(check, message)


@pytest.mark.parametrize(
    ("check", "message", "spanish"),
    [
        (
            "page-title-words",
            "The title “a.html” is the name of the file.",
            "El título “a.html” es el nombre del archivo.",
        ),
        (
            "reflow",
            "2 blocks of text reach beside the viewport in a column of 320 CSS pixels, first “the title”. "
            "Can they be read without scrolling both ways?",
            "2 bloques de texto quedan fuera de la ventana en una columna de 320 píxeles CSS, primero “the title”. "
            "¿Se pueden leer sin desplazarse en ambas direcciones?",
        ),
        (
            "hover-content",
            "“Help” comes with the pointer and goes away when the pointer moves onto it, and covers “one and two” and "
            "Escape does not close it.",
            "“Help” aparece con el puntero y desaparece cuando el puntero pasa sobre ello, y cubre “one and two” y Escape "
            "no lo cierra.",
        ),
        (
            "keyboard-operable",
            "It listens for click and mousedown, but the keyboard cannot reach it. Is there another way to do the same?",
            "Escucha click y mousedown, pero el teclado no llega. ¿Hay otro modo de hacer lo mismo?",
        ),
        (
            "equal-titles",
            "“Guide” is also the title of /a, /b and 2 more.",
            "“Guide” es también el título de /a, /b y 2 más.",
        ),
        (
            "toggle-state",
            "It changes what is shown. Does it tell whether that is open?",
            "Cambia lo que se muestra. ¿Dice si eso está abierto?",
        ),
    ],
)
def test_a_message_is_put_together_from_its_pieces(check: str, message: str, spanish: str) -> None:
    assert in_spanish(check, message) == spanish


def test_what_pages_say_is_not_translated() -> None:
    """A title that reads as wording of the same check stays as the page has it."""
    assert in_spanish("image-repeats-text", "The text alternative “text after it” is also the text before it. "
                      "Does the image show more than that?") == (
        "La alternativa textual “text after it” es también: texto que la precede. ¿Muestra la imagen algo más?"
    )  # fmt: skip


@pytest.mark.parametrize("file", sorted(BY_FILE))
def test_each_text_of_the_catalog_is_found_again(file: str) -> None:
    for text, spanish, files in entries("es"):
        if file in files:
            filled, wanted = (FILLED.sub(value, each) for each in (text, spanish))
            found = in_spanish(BY_FILE[file], filled)
            assert found in (wanted, wanted[0].upper() + wanted[1:]), text


def test_what_is_not_known_stays_as_it_is() -> None:
    own = RuleRow(1, "other-check", "other-check", (), False, (), "", "")
    axe = RuleRow(2, "axe", "image-alt", (), False, (), "", "")
    with speaking("es"):
        assert said(own, "A message of a plugin.") == "A message of a plugin."
        assert said(axe, "Is “x” a heading? It is only bold.") == "Is “x” a heading? It is only bold."
        assert said(own, "") == ""


def test_english_stays_english() -> None:
    message = "The title “x” is the name of the file."
    assert translated("page-title-words", message) == message
