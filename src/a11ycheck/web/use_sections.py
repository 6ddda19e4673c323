"""Sections on how a page is met: focus order, reading order, skip links, shortcuts, colours, media, error messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from a11ycheck.checks.walks import unfinished
from a11ycheck.evidence.reading import EDITABLE
from a11ycheck.model import Json
from a11ycheck.reporters.wording import count
from a11ycheck.web.sections import MOST, Kept, Section, table

NEED_A_NAME = EDITABLE | {
    "button", "checkbox", "dialog", "heading", "iframe", "image", "img", "link", "menuitem", "option", "radio", "slider",
    "switch", "tab", "treeitem",
}  # fmt: skip
"""Roles that say nothing without a name; lists, rows and the like do."""
LEVELLED = frozenset({"heading", "treeitem"})
"""Roles whose level says something; the browser gives list items one too."""
NO_TEST = "As the browser hands it to assistive technology. It is not a screen reader test."


def focus_order(kept: Kept) -> Section | None:
    """The stops of the Tab key, numbered as on the picture."""
    walk = kept.piece("keyboard")
    if walk is None:
        return None
    stops = walk["stops"]
    rows = []
    for number, stop in enumerate(stops, 1):
        identity = stop["place"]["identity"]
        rows.append(
            (str(number), identity["name"] or "no name", identity["role"] or stop["tag"], "; ".join(_seen(stop)))
        )
    found = table(
        "focus-order", "Focus order", ("Stop", "Name", "Role", "Seen there"), rows, unfinished(walk),
        empty="The Tab key stopped nowhere on the page.",
    )  # fmt: skip
    marks = kept.marks((number, stop["place"]["box"]) for number, stop in enumerate(stops[:MOST], 1))
    return replace(found, marks=marks)


def skip_links(kept: Kept) -> Section | None:
    """Links that jump within the page from its beginning, and where they land."""
    walk = kept.piece("keyboard")
    if walk is None:
        return None
    lands = {
        "in": "moves on to its target", "behind": "moves on past its target", "before": "the next stop is before its target",
        "none": "the focus does not move on", "no-target": "its target does not exist", "unreached": "not followed",
    }  # fmt: skip
    rows = [
        (each["name"], each["target"] or "none on the page", lands.get(each["lands"], each["lands"]))
        for each in walk["skip_links"]
    ]
    return table("skip-links", "Skip links", ("Name", "Target", "When followed"), rows)


def shortcuts(kept: Kept) -> Section | None:
    """Single characters that scripts listen for."""
    walk = kept.piece("keyboard")
    if walk is None:
        return None
    rows = [(each["key"], each["on"]) for each in walk["shortcuts"]]
    return table(
        "shortcuts", "Single-key shortcuts", ("Key", "Event"), rows,
        empty="No script of the page was seen to compare a single character; scripts can hide that.",
    )  # fmt: skip


def reading_order(kept: Kept) -> Section | None:
    """The accessibility tree in reading order."""
    reading = kept.piece("reading")
    if reading is None:
        return None
    nodes = reading["nodes"]
    rows = [_node(node) for node in nodes]
    found = table(
        "reading-order", "Accessibility tree in reading order", ("Name", "Role", "States", "Description"), rows
    )
    return replace(
        found, more=found.more + reading["cut"], note=NO_TEST, depths=tuple(min(node["d"], 8) for node in nodes[:MOST])
    )


def colours(kept: Kept) -> Section | None:
    """Colours of text with what is behind them."""
    kept_colours = kept.piece("colours")
    if kept_colours is None:
        return None
    pairs = kept_colours["pairs"]
    rows = [
        (
            pair["text"] or "not known", pair["ground"] or "picture or gradient",
            f"{pair['ratio']:.2f} : 1" if pair["ratio"] else "not known",
            "large" if pair["large"] else f"{pair['size']:g} px", str(pair["letters"]), pair["sample"],
        )
        for pair in pairs
    ]  # fmt: skip
    found = table("colours", "Text colours", ("Text", "Behind it", "Contrast", "Size", "Letters", "For example"), rows)
    return replace(
        found, more=found.more + kept_colours["more"],
        swatches=tuple((pair["text"], pair["ground"]) for pair in pairs[:MOST]),
    )  # fmt: skip


def media(kept: Kept) -> Section | None:
    """Audio, video and players."""
    found = kept.piece("media")
    if found is None:
        return None
    rows = [_medium(item) for item in found.get("media", ())]
    rows += [
        ("player", item["host"], "", "", ", ".join(item.get("alternatives") or ())) for item in found.get("players", ())
    ]
    columns = ("Kind", "Length or place", "Starts by itself", "Tracks", "Transcript or description near it")
    return table("media", "Audio and video", columns, rows)


def errors(kept: Kept) -> Section | None:
    """What forms said when they were sent empty or wrong."""
    found = kept.piece("forms")
    if found is None:
        return None
    rows = list(_tries(found))
    skipped = sum(not form.get("tries") for form in found["forms"])
    note = f"{count(skipped, 'form')} not sent; a scan with --interact submit may send them." if skipped else ""
    return table(
        "errors", "Error messages", ("Form", "Sent", "It said", "Fields marked"), rows, note,
        empty="No form was sent in the run.",
    )  # fmt: skip


def _seen(stop: Json) -> Iterator[str]:
    if stop.get("hidden"):
        yield f"not visible: {stop['hidden']}"
    if stop.get("covered"):
        yield f"covered to {stop['covered']['share']:.0%}"
    indicator = stop.get("indicator")
    if indicator and indicator.get("pixels") == "same":
        yield "no pixel changed with the focus"
    if stop.get("lost"):
        yield "gave the focus away at once"


def _node(node: Json) -> tuple[str, ...]:
    role = f"{node['role']}, level {node['level']}" if node.get("level") and node["role"] in LEVELLED else node["role"]
    nameless = "no name" if node["role"] in NEED_A_NAME else ""
    return (node.get("name") or nameless, role, ", ".join(node.get("states", ())), node.get("description", ""))


def _medium(item: Json) -> tuple[str, ...]:
    seconds = item.get("seconds")
    tracks = [f"{track['kind']} {track['language']}: {track['state']}".strip() for track in item.get("tracks", ())]
    return (
        item["tag"],
        f"{seconds:.0f} s" if seconds else "not known",
        "yes" if item.get("starts") else "no",
        ", ".join(tracks) or "none",
        ", ".join(item.get("alternatives") or ()),
    )


def _tries(found: Json) -> Iterator[tuple[str, ...]]:
    for form in found["forms"]:
        name = form["identity"]["name"] or form["selector"]
        for tried in form.get("tries", ()):
            said = " / ".join(text["text"] for text in tried["texts"])
            bubbles = "the browser's own message" if tried["bubbles"] else ""
            marked = ", ".join(field["name"] or field["selector"] for field in tried["marked"])
            yield (
                name,
                "empty" if tried["way"] == "empty" else "wrong values",
                said or bubbles or "nothing",
                marked,
            )
