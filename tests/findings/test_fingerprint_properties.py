"""On whole pages: unrelated edits keep all fingerprints, and removing one barrier removes exactly its own.

The pages of `tests/site/gate`, and one of each installed documentation where there is any.
"""

from __future__ import annotations

import random
from collections import Counter
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from tests.conftest import Answer, Web
from tests.gate.edits import Edit, change_classes, change_numbers, swap_neighbours, text_blocks, wrap
from tests.gate.test_properties import DOCUMENTATION, OWN

from a11ycheck.audit import AuditOptions, audit_visit
from a11ycheck.browser.session import BrowserSession
from a11ycheck.model import CheckOutcome, Effort, Outcome, TargetStatus, Visit

PAGES = [
    *((OWN, page) for page in sorted(OWN.glob("*.html"))),
    *(
        (root, next(page for page in sorted(root.rglob("*.html")) if 5_000 < page.stat().st_size < 40_000))
        for root in DOCUMENTATION
        if root.is_dir()
    ),
]
on_each_page = pytest.mark.parametrize(("root", "page"), PAGES, ids=[page.name for _, page in PAGES])


class Site:
    """A page under edit among the files it uses."""

    def __init__(self, web: Web, chromium: BrowserSession, root: Path, page: Path) -> None:
        self.web, self.chromium, self.page = web, chromium, page
        self.path = "/" + page.relative_to(root).as_posix()
        for file in root.rglob("*"):
            if file.suffix in (".css", ".js", ".png", ".svg"):
                web.answer("/" + file.relative_to(root).as_posix(), _file(file))

    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.page.read_bytes(), "html.parser")

    def failed(self, soup: BeautifulSoup, base: str | None = None) -> list[CheckOutcome]:
        self.web.page(self.path, str(soup))
        visit = Visit(order=0, url=(base or self.web.base) + self.path)
        [result] = audit_visit(visit, self.chromium, AuditOptions(effort=Effort.QUICK))
        assert result.status is TargetStatus.AUDITED, result.message
        return [found for found in result.findings if found.outcome is Outcome.FAILED and not found.best_practice]


def _file(path: Path) -> Answer:
    kind = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}.get(path.suffix, "image/png")

    def answer(request: BaseHTTPRequestHandler) -> None:
        body = path.read_bytes()
        request.send_response(200)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return answer


def prints(findings: list[CheckOutcome]) -> Counter[str]:
    return Counter(finding.fingerprint for finding in findings)


def element(soup: BeautifulSoup, finding: CheckOutcome) -> Tag | None:
    assert finding.location is not None
    selector = finding.location.selector
    return None if ">>>" in selector or "\\" in selector else soup.select_one(selector)


@on_each_page
def test_unrelated_edits_and_another_host_keep_every_fingerprint(
    web: Web, chromium: BrowserSession, root: Path, page: Path
) -> None:
    site = Site(web, chromium, root, page)
    before = site.failed(site.soup())
    assert prints(site.failed(site.soup(), web.other)) == prints(before)
    edits: tuple[Edit, ...] = (wrap, change_classes, change_numbers, swap_neighbours)
    for edit in edits:
        soup = site.soup()
        blocks = text_blocks(soup, [one for finding in before if (one := element(soup, finding)) is not None])
        if blocks:
            edit(soup, blocks, random.Random(page.name))
            assert prints(site.failed(soup)) == prints(before), edit.__name__


@on_each_page
def test_removing_one_barrier_removes_exactly_its_own(
    web: Web, chromium: BrowserSession, root: Path, page: Path
) -> None:
    site = Site(web, chromium, root, page)
    before = site.failed(site.soup())
    removable = [
        finding
        for finding in before
        if (one := element(site.soup(), finding)) is not None and one.name in ("img", "a", "button", "input", "select")
    ]
    for chosen in random.Random(page.name).sample(removable, min(3, len(removable))):
        soup = site.soup()
        target = element(soup, chosen)
        assert target is not None
        own = [f for f in before if (one := element(soup, f)) is target or (one is not None and target in one.parents)]
        target.extract()
        assert prints(before) - prints(site.failed(soup)) == prints(own)
        assert not prints(site.failed(soup)) - prints(before)
