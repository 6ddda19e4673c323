"""The loaded page as facts: what checks on images, links, fields, text and structure read.

One pass in each document (frames included) over the flat tree. Shape: `{documents: [document, …], frames_skipped: int}`,
the top document first. A document holds `places` (locations as of `evidence/js/locate.js`); wherever an item has `at`,
that is an index into `places` (`place()` and `location()` below turn it into a location). Sections, one library each in
`evidence/js/dom_*.js`:

- document: `url content_type html lang xml_lang title titles top refresh[{at, content}] viewport[{at, content}] elements cut
  overlaid`: a dialog, menu or list that is open hides the main parts from assistive technology meanwhile
- `images` [{at, kind: img|svg|canvas|area|object|embed|input|role|background, role, name, source, alt, title, aria_label,
  hidden_by: ""|css|aria-hidden|role|alt|no-name, file, data_url, data_type, text_inside, natural, size, off_screen, loaded,
  painted, svg_text, shapes, around, beside: [before, after], control: {role, name, text}|None, caption, focusable, described,
  long_description}]
- `frames` [{at, tag, name, source, src, srcdoc, exposed, role, tabindex, size}]
- `links` [{name, source, href}]; those with a vague name, or with a same-named rival in the same block
  that leads elsewhere, have `at vague clash context heading headers described title list_parent block` too
- `headings` [{at, level, tag, name, source, exposed, visible, after, bare, size, landmarks}], `landmarks` [{role, name, id, links}]
- `lookalikes` {headings: [{at, text, size, next_size}], lists: [{at, lines, text}]}
- `fields` [{at, tag, type, role, name, source, labels, placeholder, title, before, beside, described, field_name, id, autocomplete,
  input_mode, required, aria_required, invalid, disabled, read_only, filled, exposed, rendered, off_screen, tabbable,
  mark: {star, color, weight, classed, label}|None, form, repeated_part, heading, label_text, group: {role, name}|None}]
- `choices` (radio buttons or checkboxes of one name) [{at, type, count, grouped, group_name, lead: {text, tag}, names,
  described, named_apart: each by an `aria-label`, labelled_by_several}]
- `tables` [{at, native, role, presentational, exposed, caption, name, summary, rows, cut, cells, row_groups, border,
  nested, inside, controls, blocks, width, header_places: [[row, column, at]]}], cells as in `dom_tables.js`
- `languages` [{at, lang, root, letters, text, spoken}]: text by the element that declares its language; `passages`
  [{at, lang, text}]: blocks whose words are unlike the rest; `sensory` [{at, text}]: instructions by shape, colour or place;
  `coloured` [{at, text}]: sentences in which a colour is all that tells some things from others
- `targets` {count, small, crowded_count, crowded: [{at, role, name, size, native, labelled, near, near_native, href,
  same_purpose, list_like, unsure}]}
- `orientation` {unread, rules: [{at, orientation, angle, other, selector, rendered, text, area}]}
- `decorative` (marked so, yet exposed) [{at, role, name, tag, by: role|alt, named, tabbable, image}], `nested` (focus inside
  controls) [{at, role, name, tag, inside, inside_name}], `stateful` and `owning`: whether anything has ARIA states or
  `aria-owns`, `states` [{at, role, name, kind, says, is}] (kinds as in the checks that read them),
  `order` (positive tabindex) [{at, tabindex, role, name, in_document, by_tab}]
- `live` [{at, role, live, implied, rendered, by, empty, text, length, busy, controls, nested, modal, landmark}]
- `reordered` [{at, first, second, parts}]: flex and grid boxes, and two parts shown the other way round
- `looks` {count, quotes: [{at, holds, text}], preformatted: [{at, kind: drawing|prose, lines, text}]}

A name's `source` is one of `aria-labelledby aria-label label alt legend caption figcaption svg-title value content title
placeholder default` or empty. Typed values are never read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from a11ycheck.errors import ScriptError
from a11ycheck.evidence.base import CollectorMeta, PageAccess, Realm
from a11ycheck.evidence.scripts import source
from a11ycheck.evidence.words import VAGUE_LINKS
from a11ycheck.model import Identity, Json, Location

META = CollectorMeta(name="dom", order=10)

LIBRARIES = (
    "tree",
    "names",
    "images",
    "fields",
    "links",
    "tables",
    "text",
    "layout",
    "states",
    "live",
    "order",
    "looks",
)
LIMIT = 40_000
"""Elements a document is read up to; beyond, its `cut` is true."""
MOST = 400
"""Images, fields or frames described in one document."""
FRAME_DEPTH = 5


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    documents: list[dict[str, Any]] = []
    skipped = _read(page.realm, "", documents, FRAME_DEPTH)
    return {"documents": documents, "frames_skipped": skipped}


def location(document: Json, at: int) -> Location:
    """The location that an item's `at` stands for."""
    place = document["places"][at]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )


def items(evidence: Json, section: str) -> Iterator[tuple[Json, Json]]:
    """Every item of a section with its document, over all documents."""
    for document in evidence["documents"]:
        for item in document[section]:
            yield document, item


@cache
def _script() -> str:
    libraries = ", ".join(f"{name}: {source(f'dom_{name}')}" for name in LIBRARIES)
    return f"function (argument) {{ return ({source('dom')})({source('locate')}, {{ {libraries} }})(argument); }}"


def _read(realm: Realm, prefix: str, documents: list[dict[str, Any]], depth: int) -> int:
    """Read a document and those framed in it. Returns how many frames could not be entered."""
    document = json.loads(realm.evaluate(_script(), {"vague": sorted(VAGUE_LINKS), "limit": LIMIT, "most": MOST}))
    frames = [(frame["at"], document["places"][frame["at"]]["selector"]) for frame in document["frames"]]
    for place in document["places"]:
        place["selector"] = prefix + place["selector"]
    documents.append(document)
    skipped = 0
    for at, selector in frames:
        inner = realm.child(_FRAME, selector) if depth else None
        if inner is None:
            skipped += 1
            continue
        try:
            skipped += _read(inner, f"{document['places'][at]['selector']} >>> ", documents, depth - 1)
        except ScriptError:
            skipped += 1
    return skipped


_FRAME = """(selector) => selector.split(" >>> ").reduce((at, part) =>
  (at.shadowRoot || at).querySelector(part), document)"""
