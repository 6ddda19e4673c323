"""What the collector `dom` kept of a page, as small tables that a tester reads beside the page itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from a11ycheck.conformance.links import is_local
from a11ycheck.evidence.dom import items
from a11ycheck.model import Json
from a11ycheck.store.queries import RunView

MOST = 400
FOR_CRITERION = {
    "1.1.1": ("images",),
    "1.4.5": ("images",),
    "1.3.1": ("headings", "landmarks", "fields", "tables"),
    "1.3.5": ("fields",),
    "2.4.1": ("landmarks", "headings"),
    "2.4.4": ("links",),
    "2.4.6": ("headings", "fields"),
    "2.5.3": ("fields",),
    "3.1.1": ("languages",),
    "3.1.2": ("languages",),
    "3.3.2": ("fields",),
    "4.1.2": ("fields",),
}
"""Which sections show what a criterion is about."""


@dataclass(frozen=True)
class Section:
    """One table: its columns and rows of plain text; `more` rows were left out."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int = 0
    empty: str = ""


def page_evidence(view: RunView, target_id: int, only: tuple[str, ...] | None = None) -> tuple[Section, ...]:
    """All sections, or `only` some; none where the run kept no evidence of the page."""
    facts = view.evidence(target_id).get("dom")
    if facts is None:
        return ()
    return tuple(
        _section(name, facts, title, columns, row)
        for name, (title, columns, row) in _SECTIONS.items()
        if only is None or name in only
    )


def evidence_for(view: RunView, num: str, target_id: int) -> tuple[Section, ...]:
    """The sections that a criterion is about; empty for most criteria."""
    only = FOR_CRITERION.get(num)
    return page_evidence(view, target_id, only) if only else ()


def _section(
    name: str, facts: Json, title: str, columns: tuple[str, ...], row: Callable[[Json], tuple[str, ...] | None]
) -> Section:
    rows = [found for _, item in items(facts, name) if (found := row(item)) is not None]
    return Section(
        name, title, columns, tuple(rows[:MOST]), max(0, len(rows) - MOST), f"The page has no {title.lower()}."
    )


def _image(item: Json) -> tuple[str, ...]:
    hidden = item["hidden_by"]
    name = f"hidden from assistive technology ({hidden})" if hidden else item["name"] or "no name"
    return (
        name,
        item["source"],
        item["kind"],
        item["file"] or ("data URL" if item["data_url"] else ""),
        item["around"] or "",
    )


def _heading(item: Json) -> tuple[str, ...] | None:
    return (str(item["level"]), item["name"] or "no text") if item["exposed"] else None


def _link(item: Json) -> tuple[str, ...]:
    href = item["href"] or ""
    return (
        item["name"] or "no name",
        urlsplit(href)._replace(scheme="", netloc="").geturl() if is_local(href) else href,
    )


def _landmark(item: Json) -> tuple[str, ...]:
    return (item["role"], item["name"] or "")


def _field(item: Json) -> tuple[str, ...] | None:
    if not item["exposed"]:
        return None
    states = [
        word
        for word, on in (("required", item["required"] or item["aria_required"]), ("invalid", item["invalid"]))
        if on
    ]
    group = item["group"]["name"] if item["group"] else ""
    return (
        item["name"] or "no name",
        item["source"],
        item["role"] or item["type"],
        item["autocomplete"] or "",
        group,
        ", ".join(states),
    )


def _table(item: Json) -> tuple[str, ...] | None:
    return (
        item["caption"] or item["name"] or "no name",
        str(item["rows"]),
        "layout" if item["presentational"] else "data",
    )


def _language(item: Json) -> tuple[str, ...]:
    return (item["lang"] or "none declared", str(item["letters"]), (item["text"] or "")[:200])


_SECTIONS: dict[str, tuple[str, tuple[str, ...], Callable[[Json], tuple[str, ...] | None]]] = {
    "images": ("Images", ("Text alternative", "It comes from", "Kind", "File", "Text around it"), _image),
    "headings": ("Headings", ("Level", "Text"), _heading),
    "landmarks": ("Landmarks", ("Role", "Name"), _landmark),
    "links": ("Links", ("Name", "Leads to"), _link),
    "fields": ("Fields", ("Name", "It comes from", "Role", "Autocomplete", "Group", "States"), _field),
    "tables": ("Tables", ("Name", "Rows", "Use"), _table),
    "languages": ("Languages", ("Declared", "Letters", "Text begins"), _language),
}
