"""Sections on what a page holds: images, headings, landmarks, links, fields, tables, languages, targets, instructions."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from a11ycheck.conformance.links import is_local
from a11ycheck.model import Json
from a11ycheck.web.sections import MOST, Kept, Section, table


def images(kept: Kept) -> Section | None:
    """Images beside their text alternatives."""
    if kept.piece("dom") is None:
        return None
    small = (kept.piece("pictures") or {}).get("images", ())
    number = {each["selector"]: at for at, each in reversed(list(enumerate(small)))}
    rows, thumbs = [], []
    for document, item in kept.items("images"):
        places = document.get("places", ())
        selector = places[item["at"]]["selector"] if item["at"] < len(places) else ""
        hidden = item["hidden_by"]
        name = f"hidden from assistive technology ({hidden})" if hidden else item["name"] or "no name"
        file = item["file"] or ("data URL" if item["data_url"] else "")
        rows.append((name, item["source"], item["kind"], file, item["around"] or ""))
        thumbs.append(number.get(selector))
    found = table("images", "Images", ("Text alternative", "It comes from", "Kind", "File", "Text around it"), rows)
    return replace(found, thumbs=tuple(thumbs[:MOST]))


def headings(kept: Kept) -> Section | None:
    """The outline of headings."""
    if kept.piece("dom") is None:
        return None
    listed = [item for _, item in kept.items("headings") if item["exposed"]]
    rows = [(str(item["level"]), item["name"] or "no text") for item in listed]
    found = table("headings", "Headings", ("Level", "Text"), rows)
    return replace(found, depths=tuple(int(item["level"]) - 1 for item in listed[:MOST]))


def landmarks(kept: Kept) -> Section | None:
    """Landmarks with their names."""
    if kept.piece("dom") is None:
        return None
    rows = [(item["role"], item["name"] or "") for _, item in kept.items("landmarks")]
    return table("landmarks", "Landmarks", ("Role", "Name"), rows)


def links(kept: Kept) -> Section | None:
    """Links with where they lead."""
    if kept.piece("dom") is None:
        return None
    rows = [(item["name"] or "no name", _leads_to(item["href"] or "")) for _, item in kept.items("links")]
    return table("links", "Links", ("Name", "Leads to"), rows)


def fields(kept: Kept) -> Section | None:
    """Form fields with all that names and describes them, numbered as on the picture."""
    if kept.piece("dom") is None:
        return None
    listed = [(document, item) for document, item in kept.items("fields") if item["exposed"]]
    rows = [(str(number), *_field(item)) for number, (_, item) in enumerate(listed, 1)]
    columns = (
        "Field", "Name", "It comes from", "Text beside it", "Role", "Description", "Autocomplete", "Group", "States",
    )  # fmt: skip
    boxes = (
        (number, document["places"][item["at"]].get("box"))
        for number, (document, item) in enumerate(listed[:MOST], 1)
        if document.get("top") and item["at"] < len(document["places"])
    )
    return replace(table("fields", "Fields", columns, rows), marks=kept.marks(boxes))


def tables(kept: Kept) -> Section | None:
    """Tables with the text of their header cells, and scope where they have one."""
    if kept.piece("dom") is None:
        return None
    rows = [
        (
            item.get("caption") or item["name"] or "no name",
            str(item["rows"]),
            "layout" if item["presentational"] else "data",
            "; ".join(_header(cell) for row in item["cells"] for cell in row if cell["k"] == "th") or "none",
            " | ".join(cell.get("t", "") for cell in next(iter(item["cells"][1:]), ())),
        )
        for _, item in kept.items("tables")
    ]
    return table("tables", "Tables", ("Name", "Rows", "Use", "Header cells", "Second row"), rows)


def languages(kept: Kept) -> Section | None:
    """Text by its declared language."""
    if kept.piece("dom") is None:
        return None
    rows = [
        (item["lang"] or "none declared", str(item["letters"]), (item["text"] or "")[:200])
        for _, item in kept.items("languages")
    ]
    rows += [
        (item.get("lang") or "none declared", str(len(item["text"])), f"{item['text'][:200]} (words unlike the rest)")
        for _, item in kept.items("passages")
    ]
    return table("languages", "Languages", ("Declared", "Letters", "Text begins"), rows)


def instructions(kept: Kept) -> Section | None:
    """Text that speaks of shape, colour or place."""
    if kept.piece("dom") is None:
        return None
    rows = [(item["text"],) for _, item in kept.items("sensory")]
    return table(
        "instructions", "Instructions by shape, colour or place", ("Text",), rows,
        empty="No text was found that speaks of shape, colour or place; that does not show that there is none.",
    )  # fmt: skip


def targets(kept: Kept) -> Section | None:
    """Small targets close to others."""
    if kept.piece("dom") is None:
        return None
    rows = []
    for document in kept.piece("dom")["documents"]:
        for item in (document.get("targets") or {}).get("crowded", ()):
            size = " × ".join(f"{value:g}" for value in item["size"])
            rows.append((item["name"] or item["role"], item["role"], size, str(item.get("near", ""))))
    return table(
        "targets", "Small targets", ("Name", "Role", "Size, CSS px", "Close to"), rows,
        empty="No target under 24 by 24 CSS px has another one too close.",
    )  # fmt: skip


def messages(kept: Kept) -> Section | None:
    """Live regions."""
    if kept.piece("dom") is None:
        return None
    rows = [
        (item.get("role") or "", item.get("live") or "", "empty" if item.get("empty") else "has content")
        for _, item in kept.items("live")
    ]
    return table("messages", "Live regions", ("Role", "Politeness", "When loaded"), rows)


def _header(cell: Json) -> str:
    return f"{cell.get('t', 'empty')} (scope {cell['s']})" if cell.get("s") else str(cell.get("t", "empty"))


def _leads_to(href: str) -> str:
    return urlsplit(href)._replace(scheme="", netloc="").geturl() if is_local(href) else href


def _field(item: Json) -> tuple[str, ...]:
    states = (
        ("required", item["required"] or item["aria_required"]),
        ("marked invalid", item["invalid"]),
        ("disabled", item.get("disabled")),
        ("read only", item.get("read_only")),
    )
    return (
        item["name"] or "no name",
        item["source"],
        next(filter(None, map(item.get, ("label_text", "before", "beside", "placeholder"))), ""),
        item["role"] or item["type"],
        item.get("described") or "",
        item["autocomplete"] or "",
        item["group"]["name"] if item["group"] else "",
        ", ".join(word for word, on in states if on),
    )
