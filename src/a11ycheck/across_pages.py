"""Judges a run's pages together: reads their summaries from the store, runs the checks across pages, stores what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from a11ycheck.checks.site import Block, PageSummary, judge_sites, site_checks
from a11ycheck.findings.identity import identified_outcome
from a11ycheck.findings.secrets import Redactor
from a11ycheck.model import CheckOutcome, Effort, Json, TargetStatus
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import TargetRow
from a11ycheck.store.writer import RunWriter

LOGGED_IN = "logged_in"
"""Key of a run's stored configuration: whether it visited pages with a login. Where it is not said, it may have."""


def judge_across_pages(writer: RunWriter, redactor: Redactor) -> None:
    """Replace what checks across pages said in the writer's run by what they say of all its pages now.

    Each page is judged once, as it was first shown: its other states and variants get no outcome. A page whose summary is
    missing is `untested`.
    """
    view = RunView(writer.connection, writer.run_id)
    effort = Effort(view.config["effort"])
    across = [check.META for check in site_checks()]
    outcomes: dict[int, list[CheckOutcome]] = defaultdict(list)
    for page, outcome in judge_sites(summaries(view), effort):
        row = view.target_by_id[page.number]
        outcomes[row.id].append(identified_outcome(outcome, row.page_key, redactor))
    for row in _pages(view).values():
        if row.id not in outcomes:
            outcomes[row.id] += [
                meta.untested("evidence missing: summary") for meta in across if meta.effort.rank <= effort.rank
            ]
    writer.replace_outcomes((meta.id for meta in across), outcomes)


def summaries(view: RunView) -> Iterator[PageSummary]:
    """The pages of a run of which a summary is stored, each once."""
    pages = _pages(view)
    number_of = {place: row.id for place, row in pages.items()}
    flows = {visit.order for visit in view.visits() if visit.flow}
    anonymous = {visit.order for visit in view.visits() if visit.anonymous}
    logged_in = bool(view.config.get(LOGGED_IN, True))
    place_of = {row.id: place for place, row in pages.items()}
    links = {
        target_id: _leads_to(place_of[target_id], data, number_of)
        for target_id, data in view.evidence_of("links")
        if target_id in place_of
    }
    claimed = {target_id: tuple(data["claims"]) for target_id, data in view.evidence_of("claims") if data["claims"]}
    known: dict[Any, Any] = {}
    for target_id, data in view.evidence_of("summary"):
        if target_id not in place_of:
            continue
        row = view.target_by_id[target_id]
        site, address = place_of[target_id]
        yield PageSummary(
            number=target_id, site=site, address=address, title=row.facts.title,
            in_flow=row.order in flows or bool(row.target.state),
            personal=logged_in and row.order not in anonymous,
            blocks=tuple(_block(block, known) for block in data["blocks"]), leads_to=links.get(target_id, ()),
            claims=claimed.get(target_id, ()),
            read={key: value for key, value in data.items() if key != "blocks"},
        )  # fmt: skip


def _pages(view: RunView) -> dict[tuple[str, str], TargetRow]:
    """The target that stands for each page, by site and address: without a state where there is one, else the first."""
    pages: dict[tuple[str, str], TargetRow] = {}
    for row in sorted(view.targets, key=lambda one: (bool(one.target.state), one.order, one.id)):
        if row.status is not TargetStatus.NOT_AUDITED:
            pages.setdefault(_place(row), row)
    return pages


def _place(row: TargetRow) -> tuple[str, str]:
    """Site and address of a target, from the URL it ended on: of a folder's page the site is the folder's name."""
    shown = row.facts.final_url or row.target.url
    parts = urlsplit(shown)
    if parts.scheme in ("http", "https"):
        route = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""
        return f"{parts.scheme}://{parts.netloc}", _address(parts.path, parts.query) + route
    path = _address(urlsplit(row.page_key).path, "").removeprefix("/")
    label = row.target.url[: -len(path)] if row.target.url.endswith(path) else ""
    address = shown.removeprefix(label).partition("#")[0]
    return label, "/" + address


def _address(path: str, query: str) -> str:
    decoded = unquote(path) or "/"
    return (decoded + "index.html" if decoded.endswith("/") else decoded) + (f"?{query}" if query else "")


def _leads_to(place: tuple[str, str], links: Json, number_of: dict[tuple[str, str], int]) -> tuple[int, ...]:
    found = set()
    for link in links.get("pages", ()):
        parts = urlsplit(link)
        route = f"#{parts.fragment}" if parts.fragment else ""
        if number := number_of.get((place[0], _address(parts.path, parts.query) + route)):
            found.add(number)
    return tuple(sorted(found - {number_of[place]}))


def _block(block: Json, known: dict[Any, Any]) -> Block:
    """A menu; equal items of many pages are held once in memory."""
    items = tuple(known.setdefault(item, item) for name, address in block["items"] if (item := (name, address)))
    return Block(block["path"], block["name"], known.setdefault(items, items), block["place"])
