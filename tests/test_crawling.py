"""A crawl in a real browser: the same plan on every run, polite, resumable, and printed without auditing."""

from __future__ import annotations

import itertools
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from a11ycheck.config import Config
from a11ycheck.crawling import paced, survey
from a11ycheck.executors import Done
from a11ycheck.model import Visit
from a11ycheck.run import run
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.targets.plan import plan


class Silent:
    """Progress that only counts; `stop_after` interrupts the run after so many visits."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.done = 0
        self.stop_after = stop_after

    def planned(self, visits: int, note: str) -> None: ...

    def found(self, visits: int, note: str) -> None: ...

    def driving(self, visits: int) -> None: ...

    def picturing(self, visits: int) -> None: ...

    def completed(self, done: Done, driving: bool) -> None:
        self.done += 1
        if self.done == self.stop_after:
            raise KeyboardInterrupt


def html(*links: str) -> str:
    anchors = "".join(f'<li><a href="{link}">{link}</a></li>' for link in links)
    return f'<!DOCTYPE html><html lang="en"><title>Page</title><main><h1>Page</h1><ul>{anchors}</ul></main></html>'


@pytest.fixture
def app(web: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Pages: `/` → a, b; a → c, d, a manual; b → d again by a redirect, a download, c; c → e → f, which is missing."""
    monkeypatch.chdir(tmp_path)
    web.page("/robots.txt", "User-agent: *\nDisallow: /private\n", kind="text/plain")
    web.page("/", html("/a", "/b", "/private", "/logout"))
    web.page("/a", html("/c", "/d", "/manual.pdf"))
    web.page("/b", html("/to-d", "/download", "/c"))
    web.page("/c", html("/e", "/"))
    web.page("/d", html("/a"))
    web.page("/e", html("/f"))
    web.redirect("/to-d", "/d")
    web.page("/download", "x", kind="application/octet-stream")
    return web


def config(app: Any, **keys: Any) -> Config:
    return Config(targets=(app.base + "/",), effort="quick", workers=2, **{"depth": 2, "executor": "serial", **keys})


def stored(app: Any, run_id: int) -> list[tuple[str, str]]:
    with closing(open_audit_file(Path(".a11ycheck/audit.db"))) as connection:
        view = RunView(connection, run_id)
        return [(row.target.url.removeprefix(app.base), row.reason) for row in view.targets]


EXPECTED = [("/", ""), ("/a", ""), ("/b", ""), ("/c", ""), ("/d", "")]


def test_a_scan_follows_links_breadth_first_and_no_further_than_told(app: Any) -> None:
    finished = run(config(app), Silent())
    assert stored(app, finished.run_id) == EXPECTED
    assert finished.problems == ()
    asked = {path for _, path in app.requests}
    assert asked.isdisjoint({"/private", "/logout", "/e", "/f", "/manual.pdf"})


def test_several_workers_store_the_same_plan(app: Any) -> None:
    assert stored(app, run(config(app, executor="processes"), Silent()).run_id) == EXPECTED


def test_a_resumed_crawl_goes_on_where_it_stopped(app: Any) -> None:
    first = run(config(app), Silent(stop_after=4))
    assert first.interrupted
    app.requests.clear()
    second = run(config(app), Silent(), resume=True)
    assert (second.run_id, stored(app, second.run_id)) == (first.run_id, EXPECTED)
    asked = [path for _, path in app.requests if path in ("/", "/a", "/b")]
    assert asked == []


def test_the_documents_of_a_crawl_are_kept_whatever_else_is(app: Any) -> None:
    finished = run(config(app, keep_evidence="none"), Silent())
    with closing(open_audit_file(Path(".a11ycheck/audit.db"))) as connection:
        view = RunView(connection, finished.run_id)
        evidence = [view.evidence(row.id) for row in view.targets]
    assert [list(each) for each in evidence] == [["links"]] * 5
    assert [url for each in evidence for url in each["links"]["documents"]] == ["/manual.pdf"]


def test_a_survey_plans_as_a_scan_does_and_audits_nothing(app: Any) -> None:
    told: list[int] = []
    with plan(config(app)) as planned:
        whole = survey(config(app, depth=3), planned, told.append)
    assert [visit.url.removeprefix(app.base) for visit in whole.visits] == ["/", "/a", "/b", "/c", "/d", "/e"]
    assert told == [3, 7, 6]
    assert whole.skipped == {
        "forbidden by robots.txt": 1, "an address that names an action (log out, delete, …)": 1, "a download, not a page": 1,
    }  # fmt: skip
    assert not Path(".a11ycheck/audit.db").exists()


def test_a_dead_link_is_a_page_that_could_not_be_audited(app: Any) -> None:
    app.page("/d", html("/gone"))
    assert stored(app, run(config(app, depth=3), Silent()).run_id)[-2:] == [("/e", ""), ("/gone", "http-404")]


def test_a_server_that_asks_for_patience_gets_it(app: Any) -> None:
    asked: list[float] = []

    def busy(request: Any) -> None:
        asked.append(time.monotonic())
        body = html().encode()
        request.send_response(429 if len(asked) == 1 else 200)
        if len(asked) == 1:
            request.send_header("Retry-After", "1")
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    app.answer("/a", busy)
    assert ("/a", "") in stored(app, run(config(app, depth=1), Silent()).run_id)
    assert len(asked) == 2
    assert asked[1] - asked[0] >= 0.9


def test_a_server_that_stays_busy_is_not_audited(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a11ycheck.browser.load.BACK_OFF_SECONDS", (0.1, 0.1))
    app.page("/a", "busy", status=429)
    app.page("/b", "down", status=503)
    assert stored(app, run(config(app, depth=1), Silent()).run_id) == [
        ("/", ""),
        ("/a", "http-429"),
        ("/b", "http-503"),
    ]
    assert [path for _, path in app.requests].count("/a") == 3
    assert [path for _, path in app.requests].count("/b") == 1


def test_visits_are_paced() -> None:
    began: list[float] = []
    for _ in paced([Visit(order=n, url="https://x.example/") for n in range(4)], 0.1):
        began.append(time.monotonic())
    gaps = [later - earlier for earlier, later in itertools.pairwise(began)]
    assert min(gaps) >= 0.09
