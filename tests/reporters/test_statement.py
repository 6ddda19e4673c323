from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.reporters.conftest import CANARY_TITLE

from a11ycheck.config import Config, Product
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView

HEADINGS = {
    "eu": ["Compliance status", "Non-accessible content", "Preparation of this accessibility statement",
           "Feedback and contact information", "Enforcement procedure"],
    "us": ["Standards", "Known limitations", "Feedback and help", "Section 508 program", "Complaints",
           "How this was assessed"],
}  # fmt: skip


@pytest.mark.parametrize("form", ["eu", "us"])
def test_the_draft_has_the_parts_of_its_form(form: str, view: RunView, config: Config, tmp_path: Path) -> None:
    (path,) = write_reports(view, config, [f"statement-{form}"], tmp_path)
    assert path.name == f"statement-{form}.html"
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    assert [heading.text for heading in page.find_all("h2")] == HEADINGS[form]
    assert "DRAFT" in page.title.text
    assert page.html["lang"] == "en"
    assert len(page.select(".gap")) >= 5


@pytest.mark.parametrize("form", ["eu", "us"])
def test_it_claims_nothing(form: str, view: RunView, config: Config, tmp_path: Path) -> None:
    (path,) = write_reports(view, config, [f"statement-{form}"], tmp_path)
    text = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").main.text
    assert "would be" not in text
    assert "undecided in run 1" in text


def test_texts_are_escaped(view: RunView, tmp_path: Path) -> None:
    config = Config(product=Product(company=CANARY_TITLE, name=CANARY_TITLE, contact=CANARY_TITLE))
    (path,) = write_reports(view, config, ["statement-eu"], tmp_path)
    assert not BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select("script")
