"""The section on text alone at 200 %: how much of it grew, and what was cut, covered or gone then."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from a11ycheck.model import Json
from a11ycheck.web.sections import MOST, Kept, Section, table

PAGE_ZOOM = "Page zoom is enough for 1.4.4, so nothing of this fails it."
COUNTED = {"lost": "lost_count", "overlaps": "overlap_count", "vanished": "vanished_count"}


def enlarged_text(kept: Kept) -> Section | None:
    """What a page loses when its text alone is enlarged to 200 % by the browser's text size."""
    found = kept.piece("enlarged_text")
    if found is None:
        return None
    pictures = {each["selector"]: number for number, each in reversed(list(enumerate(found["looks"])))}
    listed = [pair for document in found["documents"] for pair in _lost(document)]
    rows = [(item["text"], what) for item, what in listed]
    section = table(
        "enlarged-text", "Text alone at 200 %", ("Text", "With text of twice the size"), rows, _note(found),
        empty="No text was cut, covered or gone.",
    )  # fmt: skip
    more = sum(
        document[counted] - len(document[kind]) for document in found["documents"] for kind, counted in COUNTED.items()
    )
    thumbs = tuple(pictures.get(item["selector"]) for item, _ in listed[:MOST])
    return replace(section, more=section.more + more, thumbs=thumbs if pictures else (), gallery="looks")


def _lost(document: Json) -> Iterator[tuple[Json, str]]:
    for item in document["lost"]:
        if item["before"] == "whole":
            yield item, _how(item)
    for item in document["overlaps"]:
        yield item, f"it and “{item['other_text']}” cover each other"
    for item in document["vanished"]:
        yield item, "not displayed"


def _how(item: Json) -> str:
    across, down = item["lost"]
    if item["kind"] == "cut":
        return f"loses {down:g} px of its height" if down else f"loses {across:g} px of its width"
    if item["kind"] == "gone":
        return "cut off altogether"
    return {
        "lines": f"{item['missing']} of {item['lines']} lines are missing",
        "ellipsis": "ends in an ellipsis",
        "clamp": "ends after some lines",
    }[item["kind"]]


def _note(found: Json) -> str:
    said = f"Tried by doubling the browser's text size. {PAGE_ZOOM}"
    if found["letters"]:
        grew = f"{found['grown'] / found['letters']:.0%} of the page's letters grew with it."
        sizes = ", ".join(_sized(item) for item in found["fixed"][:3])
        said = f"{grew} {f'The rest has sizes of its own, most of it as {sizes}. ' if sizes else ''}{said}"
    return said if found["calm"] else f"{said} The page kept changing; a second look may differ."


def _sized(item: Json) -> str:
    return f"“{textwrap.shorten(item['text'], 60, placeholder='…')}” ({item['size']:g} px)"
