"""Milliseconds on the server for every page of the manual audit, with many pages and findings.

    python -m bench.manual_ui [--pages 1000] [--findings 50000] [--rounds 10] [--limit 200]

Writes a run of made-up pages whose evidence is as large as that of real ones, an audit sample, and verdicts on a tenth of the
findings and on all pages of the sample; then asks for each page again and again through the application, without a network.
Prints a table in Markdown. Exits 1 when the median CPU time of a page, which other work on the machine does not move, is
over the limit.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from werkzeug.test import TestResponse

from a11ycheck.config import Config, Product
from a11ycheck.model import (
    CheckOutcome,
    Identity,
    Impact,
    Location,
    Outcome,
    PageFacts,
    Target,
    TargetResult,
    TargetStatus,
    Visit,
)
from a11ycheck.standards.wcag import criteria
from a11ycheck.store import audit_sample
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import Verdict, save_all
from a11ycheck.store.writer import RunWriter
from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit

SITE = "https://docs.example.test"
GROUPS = 300
SAMPLED = 30
NUMS = [criterion.num for criterion in criteria()]
PATHS = (
    "/", "/tester", "/profile", "/sample", "/rows", "/rows?open", "/rows?q=contrast", "/row/1.1.1", "/row/302.1", "/pages",
    "/page/1", "/test/1.1.1/1", "/test/1.3.1/1", "/test/2.4.3/1", "/test/4.1.2/1", "/picture/1", "/picture/1/0", "/scripts",
    "/script/nvda/1", "/findings", "/findings?open&page=3", "/findings?q=rule+17", "/group/group-0", "/group/group-0?page=4",
    "/finish", "/download/sheet.csv", "/static/audit.css", "/static/audit.js",
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--findings", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--limit", type=float, default=200.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "audit.db"
        write_run(file, given.pages, given.findings)
        config = Config(product=Product(name="Bench", version="1"), audit_file=file)
        times = measure(Audit(file, config), given.rounds)
    print(
        f"{given.pages} pages, {given.findings} findings in {GROUPS} groups, {SAMPLED} pages sampled; ms on the server.\n"
    )
    print("| page | first | median | slowest | CPU, median |\n|---|---:|---:|---:|---:|")
    slow = []
    for path, (first, *rest) in times.items():
        cpu = statistics.median(each[1] for each in rest)
        wall = [each[0] for each in rest]
        print(f"| `{path}` | {first[0]:.0f} | {statistics.median(wall):.0f} | {max(wall):.0f} | {cpu:.0f} |")
        if cpu > given.limit:
            slow.append(path)
    print(f"\nover {given.limit:g} ms: {', '.join(slow) or 'none'}")
    return 1 if slow else 0


def measure(audit: Audit, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Milliseconds of time and of CPU by path: the first request after the start of the application, then `rounds` more."""
    client = create_app(audit).test_client()
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/tester").text)
    assert token is not None
    client.post("/tester", data={"csrf_token": token.group(1), "tester": "Ann"})
    times: dict[str, list[tuple[float, float]]] = {}

    def timed(name: str, code: int, ask: Callable[[], TestResponse]) -> None:
        started, spent = time.perf_counter(), time.thread_time()
        answer = ask()
        took = ((time.perf_counter() - started) * 1000, (time.thread_time() - spent) * 1000)
        times.setdefault(name, []).append(took)
        assert answer.status_code == code, (name, answer.status_code)

    form = {"csrf_token": token.group(1), "subject": "page", "key": "1.1.1", "place": "/page-1", "result": "failed"}
    for number in range(rounds + 1):
        timed("a save", 302, lambda note=number: client.post("/verdict", data={**form, "note": f"{note}"}))
        timed("the page after it", 200, lambda: client.get("/test/1.1.1/1"))
        for path in PATHS:
            timed(path, 200, lambda path=path: client.get(path))
    return times


def write_run(file: Path, pages: int, findings: int) -> None:
    """A finished run with a sample and verdicts."""
    with closing(open_audit_file(file)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        writer = RunWriter.start(connection, {})
        each = findings // pages
        for order in range(pages):
            url = f"{SITE}/page-{order}"
            visit = Visit(order=order, url=url)
            writer.add_visits([visit])
            result = TargetResult(
                order=order, target=Target(url=url), status=TargetStatus.AUDITED,
                facts=PageFacts(title=f"Page {order}", skeleton=f"s{order % 40}"),
                outcomes=tuple(_outcome(order * each + number) for number in range(each)),
                evidence=_evidence() if order < SAMPLED else {},
            )  # fmt: skip
            writer.save(visit, [result], keep_evidence=True)
        writer.finish("complete", {})
        view = RunView(connection)
        places = [f"/page-{order}" for order in range(SAMPLED)]
        sample = audit_sample.make(view, places[3:], {"Find a page": places[:3]}, seed=1, percent=0)
        audit_sample.store(connection, sample, "Ann")
        save_all(connection, (_on_page(num, number) for num in NUMS for number in range(SAMPLED)))
        save_all(connection, (_on_finding(number) for number in range(0, findings, 10)))


def _outcome(number: int) -> CheckOutcome:
    rule = number % GROUPS
    identity = Identity(role="link", name=f"Link {number}", landmarks=("main",), digest=f"d{number}")
    return CheckOutcome(
        check="axe", rule=f"rule-{rule}", outcome=Outcome.CANT_TELL if rule % 3 else Outcome.FAILED,
        criteria=(NUMS[rule % len(NUMS)],), impact=Impact.SERIOUS, message=f"Something is wrong with link {number}.",
        help=f"Help of rule {rule}", fingerprint=f"f{number}", group=f"group-{rule}",
        location=Location(selector=f"main > a:nth-child({number})", html=f"<a href='#'>Link {number}</a>", identity=identity),
    )  # fmt: skip


def _evidence() -> dict[str, Any]:
    def place(number: int) -> dict[str, Any]:
        box = [10 + number % 40 * 20, number * 12, 80, 20]
        return {
            "selector": f"#e{number}",
            "html": "<a>",
            "box": box,
            "identity": {"role": "link", "name": f"Link {number}"},
        }

    names = [f"Link number {number} of a page with many of them" for number in range(400)]
    image = {"kind": "img", "source": "alt", "hidden_by": "", "file": "a.png", "around": "words", "data_url": False}
    document = {
        "places": [place(number) for number in range(200)],
        "images": [{"at": number, "name": f"Image {number}", **image} for number in range(120)],
        "headings": [
            {"at": 0, "level": 1 + number % 4, "name": names[number], "exposed": True} for number in range(80)
        ],
        "landmarks": [{"role": "navigation", "name": f"Nav {number}"} for number in range(8)],
        "links": [{"name": name, "source": "content", "href": f"{SITE}/x"} for name in names],
        "fields": [],
        "tables": [],
        "languages": [{"lang": "en", "letters": 9_000, "text": "Words"}],
    }
    stop = {"tag": "a", "hidden": "", "covered": None, "lost": False, "indicator": None}
    nodes = [
        {"d": number % 6, "role": "link", "name": name, "states": ["focusable"]} for number, name in enumerate(names)
    ]
    small = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
    return {
        "dom": {"documents": [document], "frames_skipped": 0},
        "keyboard": {
            "ended": "page-end", "tabbable": 100, "skip_links": [], "shortcuts": [],
            "stops": [{**stop, "place": place(number)} for number in range(100)],
        },
        "reading": {"nodes": nodes * 4, "cut": 0},
        "pictures": {
            "page": {"data": small + "A" * 60_000, "size": [1000, 3000], "scale": 0.8, "of": [1280, 3840]},
            "images": [{"selector": f"#e{number}", "data": small + "A" * 400, "size": [9, 9]} for number in range(120)],
        },
    }  # fmt: skip


def _on_page(num: str, number: int) -> Verdict:
    return Verdict("page", num, "Ann", "passed", place=f"/page-{number}", digests=(f"s{number % 40}",))


def _on_finding(number: int) -> Verdict:
    return Verdict("finding", f"f{number}", "Ann", "barrier", digests=(f"d{number}",))


if __name__ == "__main__":
    sys.exit(main())
