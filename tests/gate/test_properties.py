"""Unrelated edits of a page never change the gate's verdict; planted barriers always do. Real browser, real axe.

The pages of `tests/site/gate`, and pages of installed documentation where there are any: 2 by default, as many as
A11YCHECK_REAL_PAGES says (50 pages are 200 edits and 200 planted barriers).
"""

from __future__ import annotations

import os
import random
from contextlib import closing
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from tests.conftest import Answer, Web
from tests.gate.edits import UNRELATED, plant, text_blocks

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.session import BrowserSession
from a11ycheck.config import Config
from a11ycheck.errors import ExitCode
from a11ycheck.gate.baseline import of_run, write
from a11ycheck.gate.counting import Counting
from a11ycheck.gate.instances import instances
from a11ycheck.gate.verdict import GateResult, decide
from a11ycheck.gate.wording import details
from a11ycheck.model import Effort, Visit
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter

OWN = Path(__file__).parents[1] / "site" / "gate"
EACH = 4
DOCUMENTATION = [
    Path("/usr/share/doc/python3.11/html"), Path("/usr/share/doc/postgresql-doc-15/html"), Path("/usr/share/doc/git/html"),
]  # fmt: skip


def real_pages() -> list[tuple[Path, Path]]:
    """Root and page, from each documentation in turn."""
    wanted = int(os.environ.get("A11YCHECK_REAL_PAGES", "2"))
    found = []
    for root in DOCUMENTATION:
        pages = sorted(
            path
            for path in root.rglob("*.html")
            if 2_000 < path.stat().st_size < 60_000 and "_static" not in path.parts
        )
        random.Random(7).shuffle(pages)
        found.append([(root, page) for page in pages[: wanted // len(DOCUMENTATION) + 2]])
    return [page for together in zip(*found, strict=False) for page in together][:wanted]


class Files(dict[str, Answer]):
    """Answers set by the test, and files of a folder for the rest."""

    root: Path = OWN

    def get(self, path: str, default: Answer | None = None) -> Answer | None:  # type: ignore[override]
        file = self.root / path.lstrip("/")
        if path in self or not file.is_file():
            return super().get(path, default)

        def answer(request: BaseHTTPRequestHandler) -> None:
            body = file.read_bytes()
            request.send_response(200)
            request.send_header("Content-Type", "text/css" if file.suffix == ".css" else "text/javascript")
            request.send_header("Content-Length", str(len(body)))
            request.end_headers()
            request.wfile.write(body)

        return answer


class Bench:
    """Audits versions of pages and holds them against the baseline of the first."""

    def __init__(self, web: Web, session: BrowserSession, folder: Path) -> None:
        self.web, self.session, self.folder = web, session, folder
        self.files = web.answers = Files()
        self.config = Config(baseline_file=folder / "known.json")

    def audit(self, path: str, soup: BeautifulSoup) -> RunView:
        url = self.web.page(path, str(soup))
        visit = Visit(order=0, url=url)
        (result,) = audit_visit(visit, self.session, AuditOptions(effort=Effort.QUICK))
        assert result.status != "not-audited", result.message
        writer = RunWriter.start(self.connection, {"effort": "quick"})
        writer.add_visits([visit])
        writer.save(visit, [result], keep_evidence=False)
        writer.finish("complete", {"axe": "shipped", "browser": "here"})
        return RunView(self.connection, writer.run_id)

    def know(self, path: str, soup: BeautifulSoup) -> list[str]:
        """Make the baseline; returns the selectors of what it knows."""
        with closing(open_audit_file(self.folder / "audit.db")) as self.connection:
            view = self.audit(path, soup)
            assert self.config.baseline_file
            counting = Counting(self.config)
            known = [one for one in instances(view) if counting.counts(one.example)]
            write(self.config.baseline_file, of_run(view, known, counting.kinds))
            return [one.example.location.selector for one in known]

    def judge(self, path: str, soup: BeautifulSoup) -> GateResult:
        with closing(open_audit_file(self.folder / "audit.db")) as self.connection:
            return decide(self.audit(path, soup), self.config)


@pytest.fixture
def bench(web: Web, chromium: BrowserSession, tmp_path: Path) -> Bench:
    return Bench(web, chromium, tmp_path)


def parsed(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_bytes(), "html.parser")


def elements(soup: BeautifulSoup, selectors: list[str]) -> list[Tag]:
    plain = [selector for selector in selectors if ">>>" not in selector and "\\" not in selector]
    return [tag for selector in plain for tag in soup.select(selector)]


PAGES = [pytest.param(OWN, page, id=page.stem) for page in sorted(OWN.glob("*.html"))] + [
    pytest.param(root, page, id=f"{root.parts[4]}-{page.relative_to(root)}") for root, page in real_pages()
]


@pytest.mark.parametrize(("root", "page"), PAGES)
def test_unrelated_edits_never_change_the_verdict(bench: Bench, root: Path, page: Path) -> None:
    bench.files.root = root
    path = "/" + page.relative_to(root).as_posix()
    selectors = bench.know(path, parsed(page))
    chance = random.Random(page.name)
    edits = UNRELATED if root == OWN else chance.sample(UNRELATED, EACH)
    for edit in edits:
        soup = parsed(page)
        flagged = elements(soup, selectors)
        blocks = text_blocks(soup, flagged)
        if not blocks:
            pytest.skip("no paragraph to edit on this page")
        edit(soup, blocks, chance)
        result = bench.judge(path, soup)
        assert result.exit_code == ExitCode.OK, (edit.__name__, list(details(result)))


@pytest.mark.parametrize(("root", "page"), PAGES)
def test_planted_barriers_always_fail(bench: Bench, root: Path, page: Path) -> None:
    bench.files.root = root
    path = "/" + page.relative_to(root).as_posix()
    selectors = bench.know(path, parsed(page))
    chance = random.Random(page.name)
    for _ in range(EACH):
        soup = parsed(page)
        flagged = elements(soup, selectors)
        blocks = text_blocks(soup, flagged)
        if not blocks:
            pytest.skip("no paragraph to plant beside on this page")
        done = plant(soup, blocks, flagged, chance)
        result = bench.judge(path, soup)
        assert result.exit_code == ExitCode.GATE_FAILED, (done, list(details(result)))
