"""Reports in Spanish: all of their own words, and what stays English says so."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from rich.console import Console

from a11ycheck.config import Config
from a11ycheck.language import speaking
from a11ycheck.reporters.base import write_reports
from a11ycheck.reporters.said import gate_said
from a11ycheck.reporters.terminal import show
from a11ycheck.store.queries import RunView

ENGLISH = (" the ", " of ", " and ", " page", "Violation", "Needs review", "not audited", "unknown", "Group ", "Why ")


def own_words(path: Path) -> str:
    """The text of a report without what pages, checks and code say."""
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    assert soup.html is not None
    assert soup.html["lang"] == "es"
    for element in soup.select("title, code, pre, style, script, [lang=en], bdi, a[rel~=noreferrer], .places a, th a"):
        element.decompose()
    words = [
        soup.get_text(" "),
        *(str(tag[name]) for tag in soup.find_all() for name in ("alt", "aria-label") if tag.get(name)),
    ]
    return " ".join(" ".join(words).split())


@pytest.mark.parametrize("name", ["html", "manager", "developer", "author"])
def test_reports_for_people_speak_spanish(name: str, view: RunView, config: Config, tmp_path: Path) -> None:
    (entry,) = write_reports(view, config.model_copy(update={"language": "es"}), [name], tmp_path)
    for file in [entry, *entry.parent.glob("findings/*.html")]:
        text = own_words(file)
        assert [word for word in ENGLISH if word in text] == [], (file.name, text)
    assert "accesibilidad" in entry.read_text(encoding="utf-8")


def test_texts_of_rules_are_marked_as_english(view: RunView, config: Config, tmp_path: Path) -> None:
    (entry,) = write_reports(view, config.model_copy(update={"language": "es"}), ["html"], tmp_path)
    group = next(group for group in view.groups if group.rule.rule == "image-alt")
    soup = BeautifulSoup((entry.parent / "findings" / f"group-{group.key}.html").read_text(), "html.parser")
    assert soup.h1 is not None
    assert soup.h1.find(lang="en").text == "Images must have alternative text"  # type: ignore[union-attr]
    assert soup.find(lang="en", string="Element does not have an alt attribute")
    assert "Diga en alt lo que la imagen dice" in soup.text
    assert "1.1.1 Contenido no textual (A)" in soup.text


def test_the_gate_of_the_managers_page_is_spanish_and_not_marked_as_english(
    view: RunView, config: Config, tmp_path: Path
) -> None:
    (entry,) = write_reports(view, config.model_copy(update={"language": "es"}), ["manager"], tmp_path)
    gate = BeautifulSoup(entry.read_text(), "html.parser").select_one("main > p > strong")
    assert gate is not None
    assert "lang" not in gate.attrs
    assert "no se pud" in gate.text or "Control" in gate.text or "Desconocido" in gate.text


def test_markdown_for_people_speaks_spanish(view: RunView, config: Config, tmp_path: Path) -> None:
    names = ["markdown", "summary", "comment"]
    for entry in write_reports(view, config.model_copy(update={"language": "es"}), names, tmp_path):
        own = re.sub(r"`+[^`]*`+", "", entry.read_text(encoding="utf-8"))
        assert "## Accesibilidad: no se sabe" in own
        assert "### Sin auditar por completo: 3 páginas" in own
        assert [word for word in (" and ", " on ", "Fails", "counted", "how to", "Gate") if word in own] == [], own


def test_what_the_gate_says_is_spanish() -> None:
    with speaking("es"):
        assert gate_said("Baseline: 3 known (1 moved), 2 new, 0 seen fixed, 4 not rechecked") == (
            "Línea base: 3 conocidos (1 desplazados), 2 nuevos, 0 vistos corregidos, 4 sin volver a comprobar"
        )
        assert gate_said(
            'New: image-alt at img "Logo" on docs/index.html: new page; the same cause is known on 2 other pages'
        ) == (
            'Nuevo: image-alt en img "Logo" en docs/index.html: página nueva; la misma causa se conoce en 2 páginas más'
        )
        assert gate_said("Suppressed: 1 finding") == "Suprimidos: 1 hallazgo"
        assert (
            gate_said("Budget criterion 1.4.3: 5 of 3, exceeded") == "Presupuesto del criterio 1.4.3: 5 de 3, superado"
        )


def test_the_terminal_speaks_spanish(view: RunView) -> None:
    out = io.StringIO()
    with speaking("es"):
        show(view, Console(file=out), "Control no superado.")
    assert "Sin auditar: 2 páginas\n" in out.getvalue()
    assert "6 páginas: 3 auditadas, 1 auditada en parte, 2 sin auditar" in out.getvalue()
    assert "2 de 3 páginas, 3 lugares" in out.getvalue()


def test_formats_for_programs_stay_english(view: RunView, config: Config, tmp_path: Path) -> None:
    plain = write_reports(view, config, ["csv", "json", "sarif", "junit"], tmp_path / "en")
    spanish = write_reports(
        view, config.model_copy(update={"language": "es"}), ["csv", "json", "sarif", "junit"], tmp_path / "es"
    )
    for one, other in zip(plain, spanish, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name
