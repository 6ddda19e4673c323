"""A document of one's own with docxtpl placeholders."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from a11ycheck.config import Config, Product
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.word.template import fill
from a11ycheck.errors import UsageError
from a11ycheck.store.queries import RunView


def template(tmp_path: Path, *texts: str) -> Path:
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    path = tmp_path / "own.docx"
    document.save(str(path))
    return path


def texts(body: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(body)).paragraphs]


def test_values_loops_and_single_rows(sample_view: RunView, config: Config, tmp_path: Path) -> None:
    path = template(
        tmp_path, "{{ title }}", "{{ date }}", "{{ row['1.1.1'].answers[2].level }}", "{%p for table in tables %}",
        "{{ table.heading }}: {{ table.rows|length }}", "{%p endfor %}", "{% if draft %}DRAFT{% endif %}",
    )  # fmt: skip
    acr = build(sample_view, config, "508")
    found = texts(fill(acr, path))
    assert found[:3] == ["Example Corp Accessibility Conformance Report", "24 November 2099", "Not Applicable"]
    assert found[3:-1] == [f"{table.table.heading}: {len(table.proposals)}" for table in acr.tables]
    assert found[-1] == "DRAFT"


def test_values_are_escaped_and_never_run(sample_view: RunView, tmp_path: Path) -> None:
    hostile = "<w:p/>&{{ 7*7 }}\x00"
    acr = build(sample_view, Config(product=Product(company=hostile)), "508")
    assert texts(fill(acr, template(tmp_path, "{{ company }}"))) == ["<w:p/>&{{ 7*7 }}�"]


@pytest.mark.parametrize("broken", ["{{ compny }}", "{{ title", "{{ ''.__class__.__mro__ }}"])
def test_a_placeholder_that_cannot_be_filled_is_a_usage_error(
    broken: str, sample_view: RunView, config: Config, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=r"own\.docx: a placeholder cannot be filled"):
        fill(build(sample_view, config, "508"), template(tmp_path, broken))
