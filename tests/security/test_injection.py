"""No text of a page runs, commands or calculates in any report, and every format that can be read back says the same text."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
import yaml
from docx import Document
from markdown_it import MarkdownIt
from tests.security.corpus import TEXTS, write_hostile_run

from a11ycheck.browser.session import BrowserSession
from a11ycheck.config import Config, Product
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.formats import acr_format
from a11ycheck.conformance.output import body_of
from a11ycheck.model import Variant
from a11ycheck.reporters.base import reporters, write_reports
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView

FORMATS = sorted(set(reporters()) - {"pdf"})
PLAIN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2066-\u206f\ufeff\ufffe\uffff]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunView]:
    path = tmp_path_factory.mktemp("hostile") / "audit.db"
    write_hostile_run(path)
    with closing(open_audit_file(path, create=False)) as connection:
        yield RunView(connection)


@pytest.fixture(scope="module")
def config() -> Config:
    nasty = TEXTS["script"] + TEXTS["double"] + TEXTS["jinja"]
    return Config(
        targets=("https://docs.example.test",),
        product=Product(name=nasty, company=nasty, version=nasty, description=nasty, contact=nasty, notes=nasty),
    )


@pytest.fixture(scope="module")
def written(hostile: RunView, config: Config, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every format once."""
    folder = tmp_path_factory.mktemp("reports")
    return dict(zip(FORMATS, write_reports(hostile, config, FORMATS, folder), strict=True))


def files(written: dict[str, Path], *endings: str) -> list[Path]:
    [folder] = {path.parent for path in written.values()}
    return sorted(path for path in folder.rglob("*") if path.name.endswith(endings) and path.is_file())


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def readable(text: str) -> str:
    """What is left of a text when a format may drop or show what cannot be printed, and fold white space."""
    shown = re.sub(r"\[U\+[0-9A-F]{4,6}\]|_x[0-9A-F]{4}_|\ufffd", "", PLAIN.sub("", text))
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", shown))


def assert_no_script_runs(chromium: BrowserSession, pages: list[str]) -> None:
    """Open pages without their policy, so that escaping alone has to hold."""
    with chromium.page(Variant(), fresh=True) as opened:
        context = opened.page.context.browser.new_context(bypass_csp=True)  # type: ignore[union-attr]
        page = context.new_page()
        said: list[str] = []
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        for url in pages:
            page.goto(url)
            page.evaluate("() => { for (const e of document.querySelectorAll('details')) e.open = true }")
            assert page.evaluate("window.canary") is None, url
            inline = page.evaluate(
                "() => [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames().filter(n => n.startsWith('on')))"
            )
            assert inline == [], url
            links = page.evaluate(
                "() => [...document.querySelectorAll('[href], [src], [action]')].map(e => e.href || e.src || e.action)"
                ".filter(u => typeof u === 'string' && !/^(https?|file|mailto|about|data:image)/.test(u))"
            )
            assert links == [], url
        assert said == []
        context.close()


def test_no_canary_runs_in_any_page_of_any_report(written: dict[str, Path], chromium: BrowserSession) -> None:
    pages = files(written, ".html")
    assert len(pages) > 20
    few = [path for path in pages if path.parent.name != "findings"] + [
        path for path in pages if path.parent.name == "findings"
    ][::6]
    assert_no_script_runs(chromium, [path.as_uri() for path in few])


def test_markdown_holds_no_markup_and_no_link_of_a_page(
    written: dict[str, Path], chromium: BrowserSession, tmp_path: Path
) -> None:
    for number, path in enumerate(files(written, ".md")):
        html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(path.read_text(encoding="utf-8"))
        shown = tmp_path / f"{number}.html"
        shown.write_text(f"<!DOCTYPE html><meta charset=utf-8>{html}", encoding="utf-8")
        assert "evil.test/x.png" not in re.findall(r"<img[^>]*>", html).__str__(), path
        assert_no_script_runs(chromium, [shown.as_uri()])


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "gitlab", "earl"])
def test_json_reads_back_to_the_same_texts(written: dict[str, Path], name: str) -> None:
    text = written[name].read_text(encoding="utf-8")
    data = [json.loads(line) for line in text.splitlines()] if name == "jsonl" else json.loads(text)
    everything = "".join(map(readable, strings(data)))
    for key, hostile_text in TEXTS.items():
        assert readable(hostile_text)[:200] in everything, key


def test_xml_reads_back_to_the_same_texts(written: dict[str, Path]) -> None:
    tree = ElementTree.parse(written["junit"])
    everything = "".join(readable(text) for e in tree.iter() for text in (*e.attrib.values(), e.text or ""))
    for key, text in TEXTS.items():
        assert readable(text)[:200] in everything, key


def test_no_cell_of_the_workbook_calculates_or_links_elsewhere(written: dict[str, Path]) -> None:
    book = openpyxl.load_workbook(written["xlsx"])
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    ours = [cell for cell in cells if cell.data_type == "f" and "HYPERLINK" not in str(cell.value)]
    assert [cell.value for cell in ours if "cmd" in str(cell.value) or "evil" in str(cell.value)] == []
    assert [cell.value for cell in cells if cell.data_type == "f" and "evil.test" in str(cell.value)] == []
    links = [cell.hyperlink.target or "" for cell in cells if cell.hyperlink]
    assert [link for link in links if link and not link.startswith(("https://", "http://", "mailto:"))] == []
    everything = "".join(readable(str(cell.value)) for cell in cells)
    for key, text in TEXTS.items():
        assert readable(text)[:200] in everything, key


def test_no_cell_of_the_csv_calculates(written: dict[str, Path]) -> None:
    with written["csv"].open(newline="", encoding="utf-8-sig") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert [cell for cell in cells if cell[:1] in set("=+-@\t\r\n") and not re.fullmatch(r"-?[\d.]+", cell)] == []
    everything = "".join(map(readable, cells))
    for key, text in TEXTS.items():
        assert readable(text)[:200] in everything, key


def test_workflow_commands_are_ours_alone(written: dict[str, Path]) -> None:
    lines = written["github"].read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        assert re.match(r"::(error|warning|notice|group|endgroup)( [^:]*)?::|$", line) or not re.match(
            r"\s*(::|##\[|##vso)", line
        ), line
        assert "\r" not in line
    said = written["github"].read_bytes()
    assert not re.search(rb"(?m)^\s*(::(add-mask|set-output|stop-commands)|##)", said)


@pytest.mark.parametrize("name", ["text", "github", "markdown", "summary", "comment"])
def test_what_is_printed_holds_no_control_codes(written: dict[str, Path], name: str) -> None:
    text = written[name].read_text(encoding="utf-8")
    assert sorted({f"{ord(one):04x}" for one in text if (ord(one) < 32 and one != "\n") or 127 <= ord(one) < 160}) == []
    assert not set(text) & set("\u202e\u2066\u2067\u2068")


def test_no_name_in_an_archive_leads_out_of_it(written: dict[str, Path]) -> None:
    with zipfile.ZipFile(written["evidence-pack"]) as archive:
        for name in archive.namelist():
            assert ".." not in Path(name).parts, name
            assert re.fullmatch(r"[\w./ -]+", name), name


@pytest.mark.parametrize("edition", ["wcag", "508"])
def test_conformance_reports_read_back_and_run_nothing(
    hostile: RunView, config: Config, chromium: BrowserSession, tmp_path: Path, edition: Any
) -> None:
    acr = build(hostile, config, edition)
    for name in ("html", "docx", "openacr", "md"):
        (tmp_path / f"acr.{name}").write_bytes(body_of(acr, acr_format(name) and name, None))
    assert_no_script_runs(chromium, [(tmp_path / "acr.html").as_uri()])
    read = yaml.safe_load((tmp_path / "acr.openacr").read_text(encoding="utf-8"))
    assert read["product"]["name"] == config.product.name
    document = Document(str(tmp_path / "acr.docx"))
    texts = [p.text for p in document.paragraphs] + [
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    ]
    assert any(readable(config.product.name) in readable(text) for text in texts)
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render((tmp_path / "acr.md").read_text())
    (tmp_path / "md.html").write_text(f"<!DOCTYPE html><meta charset=utf-8>{html}", encoding="utf-8")
    assert_no_script_runs(chromium, [(tmp_path / "md.html").as_uri()])
