"""The HTML report of many pages: no file too large, and none slow to show."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.reporters.reading import files, page_of

from a11ycheck.config import Config
from a11ycheck.model import (
    CheckOutcome,
    Identity,
    Impact,
    Location,
    Outcome,
    PageFacts,
    TargetResult,
    TargetStatus,
    Visit,
    short_hash,
)
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter

TWO_MB = 2_000_000
FIRST_CONTENTFUL_PAINT = """() => new Promise(done => new PerformanceObserver(list => {
  const [entry] = list.getEntriesByName("first-contentful-paint");
  if (entry) done(entry.startTime);
}).observe({type: "paint", buffered: true}))"""


def _write_large_run(path: Path, pages: int) -> None:
    """Pages with 50 findings each, 125 in a group; one page is full of characters that grow when escaped."""
    with closing(open_audit_file(path)) as connection:
        run = RunWriter.start(connection, {})
        for order in range(pages):
            visit = Visit(order=order, url=f"https://docs.example.test/{order}.html")
            run.add_visits([visit])
            snippet = '"' * 20_000 if order == 0 else '<p class="note">' + "Text " * 40
            found = tuple(
                _finding((order * 7 + number) % (pages * 2 // 5), order, number, snippet)
                for number in range(500 if order == 0 else 50)
            )
            page = TargetResult(
                order=order,
                target=visit.targets[0],
                status=TargetStatus.AUDITED,
                facts=PageFacts(title=f"Page {order}"),
                outcomes=found,
            )
            run.save(visit, [page], keep_evidence=False)
        run.finish("complete", {})


def _finding(cause: int, order: int, number: int, snippet: str) -> CheckOutcome:
    return CheckOutcome(
        check="axe",
        rule=f"rule-{cause % 90}",
        outcome=Outcome.FAILED if number % 3 else Outcome.CANT_TELL,
        criteria=("1.4.3",),
        impact=list(Impact)[cause % 4],
        help=f"Rule {cause % 90} must hold",
        message=snippet,
        location=Location(selector=snippet, html=snippet, identity=Identity(role="paragraph", name="Text")),
        fingerprint=short_hash(str(order), str(number)),
        group=short_hash(str(cause)),
    )


def _large_run(folder: Path, pages: int) -> Path:
    """The report of that many pages."""
    _write_large_run(folder / "audit.db", pages)
    with closing(open_audit_file(folder / "audit.db")) as connection:
        (entry,) = write_reports(RunView(connection), Config(), ["html"], folder / "out")
    return entry


@pytest.mark.slow
@pytest.mark.parametrize("pages", [250, pytest.param(1000, marks=pytest.mark.soak)])
def test_no_file_of_a_large_run_is_over_two_megabytes(tmp_path: Path, pages: int) -> None:
    written = files(_large_run(tmp_path, pages))
    sizes = {file.name: file.stat().st_size for file in written}
    assert len(written) > pages * 1.4
    assert {name: size for name, size in sizes.items() if size > TWO_MB} == {}
    listed = sum(file.read_text().count('<li class="place"') for file in written if file.name.startswith("group-"))
    assert listed == pages * 50 + 450


@pytest.mark.soak
def test_a_large_run_paints_within_three_seconds(tmp_path: Path, reader: Browser) -> None:
    entry = _large_run(tmp_path, 1000)
    largest = max(files(entry), key=lambda file: file.stat().st_size)
    with page_of(reader) as page:
        for file in (entry, largest):
            page.goto(file.as_uri())
            assert page.evaluate(FIRST_CONTENTFUL_PAINT) < 3000, file.name
