from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from a11ycheck.config import Config
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView


def test_the_sheet(view: RunView, config: Config, tmp_path: Path) -> None:
    (path,) = write_reports(view, config, ["trusted-tester"], tmp_path)
    assert path.name == "trusted-tester.html"
    body = path.read_text(encoding="utf-8")
    found = BeautifulSoup(body, "html.parser")
    assert "not a certified Trusted Tester result" in found.main.text
    assert len(found.select("tbody tr")) == 61
    assert not found.select("script, img")
    assert {cell.text.strip() for cell in found.select('td[data-label="Result"]')} == {"Blank"}
    assert "default-src 'none'" in found.find("meta", {"http-equiv": True})["content"]
