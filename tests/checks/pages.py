"""Summaries of pages written by hand, for checks across pages."""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck.checks.site import Block, Pages, PageSummary, SiteCheck
from a11ycheck.model import Json


def place(name: str = "", role: str = "navigation") -> Json:
    identity = {"role": role, "name": name, "landmarks": (), "anchor": "", "signature": role, "digest": ""}
    return {"selector": role, "html": f"<{role}>", "box": None, "identity": identity}


def menu(*names: str, path: str = "navigation", label: str = "Main", **moved: str) -> Block:
    """A menu whose items lead to an address of their name; `moved` gives other addresses."""
    items = tuple((name, moved.get(name, f"/{name.lower()}.html")) for name in names)
    return Block(path, label, items, place(label))


def page(address: str, *blocks: Block, title: str = "", number: int = 0, **more: Json) -> PageSummary:
    """A page of the site `docs`; fields of `PageSummary` and of what is read of a page may be given."""
    own = {key: more.pop(key) for key in ("in_flow", "personal", "leads_to", "site", "claims") if key in more}
    number = number or abs(hash(address)) % 10**9
    read = {
        "help": [],
        "sequence": [],
        "search": [],
        "searched": False,
        "overviews": [],
        "icons": [],
        "text": address,
    } | more
    return PageSummary(number, own.pop("site", "docs"), address, title or address, blocks=blocks, read=read, **own)


def judged(check: SiteCheck, pages: Pages) -> dict[str, str]:
    """The outcome of each page, by address; several are joined by a space."""
    found: dict[str, list[str]] = {one.address: [] for one in pages}
    for one, outcome in check.judge(pages):
        found[one.address].append(outcome.outcome)
    return {address: " ".join(outcomes) for address, outcomes in found.items()}


def messages(check: SiteCheck, pages: Pages) -> list[str]:
    return [outcome.message for _, outcome in check.judge(pages) if outcome.is_finding]


def plain(addresses: Iterable[str], *blocks: Block) -> list[PageSummary]:
    return [page(address, *blocks) for address in addresses]
