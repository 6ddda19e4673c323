"""Which sections of evidence a page has, and which of them show what a criterion is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from a11ycheck.store.queries import RunView
from a11ycheck.web import content_sections as content
from a11ycheck.web import use_sections as use
from a11ycheck.web.enlarged_section import enlarged_text
from a11ycheck.web.sections import Kept, Section

SECTIONS: dict[str, Callable[[Kept], Section | None]] = {
    "images": content.images,
    "headings": content.headings,
    "landmarks": content.landmarks,
    "links": content.links,
    "fields": content.fields,
    "errors": use.errors,
    "focus-order": use.focus_order,
    "skip-links": use.skip_links,
    "shortcuts": use.shortcuts,
    "reading-order": use.reading_order,
    "colours": use.colours,
    "enlarged-text": enlarged_text,
    "media": use.media,
    "languages": content.languages,
    "tables": content.tables,
    "targets": content.targets,
    "instructions": content.instructions,
    "messages": content.messages,
}
FOR_CRITERION: dict[str, tuple[str, ...]] = {
    "1.1.1": ("images", "media"),
    "1.2.1": ("media",),
    "1.2.2": ("media",),
    "1.2.3": ("media",),
    "1.2.4": ("media",),
    "1.2.5": ("media",),
    "1.3.1": ("headings", "landmarks", "fields", "tables", "reading-order"),
    "1.3.2": ("reading-order",),
    "1.3.3": ("instructions",),
    "1.3.5": ("fields",),
    "1.4.1": ("colours", "links", "instructions"),
    "1.4.2": ("media",),
    "1.4.3": ("colours",),
    "1.4.4": ("enlarged-text",),
    "1.4.5": ("images",),
    "1.4.11": ("colours", "images"),
    "2.1.1": ("focus-order",),
    "2.1.2": ("focus-order",),
    "2.1.4": ("shortcuts",),
    "2.2.2": ("media",),
    "2.4.1": ("skip-links", "landmarks", "headings"),
    "2.4.3": ("focus-order", "reading-order"),
    "2.4.4": ("links",),
    "2.4.5": ("landmarks", "links"),
    "2.4.6": ("headings", "fields"),
    "2.4.7": ("focus-order",),
    "2.4.11": ("focus-order",),
    "2.5.3": ("fields", "reading-order"),
    "2.5.8": ("targets",),
    "3.1.1": ("languages",),
    "3.1.2": ("languages",),
    "3.2.1": ("focus-order",),
    "3.2.2": ("fields",),
    "3.2.3": ("landmarks", "links"),
    "3.2.4": ("links", "fields"),
    "3.2.6": ("landmarks", "links"),
    "3.3.1": ("errors", "fields"),
    "3.3.2": ("fields",),
    "3.3.3": ("errors",),
    "3.3.4": ("fields",),
    "3.3.7": ("fields",),
    "3.3.8": ("fields",),
    "4.1.2": ("reading-order", "fields"),
    "4.1.3": ("messages",),
}
"""Which sections show what a criterion is about; the others are judged on the page itself."""


def page_evidence(view: RunView, target_id: int, only: Iterable[str] | None = None) -> tuple[Section, ...]:
    """All sections, or `only` some, as far as the run kept what they are made from."""
    kept = Kept(view, target_id)
    names = SECTIONS if only is None else only
    return tuple(section for name in names if (section := SECTIONS[name](kept)) is not None)


def evidence_for(view: RunView, num: str, target_id: int) -> tuple[Section, ...]:
    """The sections that a criterion is about; empty for those judged on the page alone."""
    return page_evidence(view, target_id, FOR_CRITERION.get(num, ()))
