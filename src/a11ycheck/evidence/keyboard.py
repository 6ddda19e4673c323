"""A walk through the page with the Tab key: real key events, one walk for all checks on the keyboard.

Forward from the top until the browser takes the focus back, at most 100 stops (`thorough`: 400); back only at a suspected
trap. Frames and open shadow roots are entered. Shape:

- `ended`: `page-end` | `limit` | `time` | `trap`; `tabbable`: how many elements could take the focus; `moved_by_page`: a
  script moved the focus without a key
- `stops` [{n, key, place, tag, type, tabindex, native, href, hidden: ""|empty|clipped|off-screen|transparent, stand_in,
  aria_hidden: place of the outermost element that hides it|None, dialog, covered: {share, by}|None, in_scroller, caret,
  back, at: [x, y, w, h] in the viewport, scroll, frame: it is a frame without a stop of its own, indicator: {sure, appeared,
  gone, changes: [[where, property, with, without]], pixels: None|changed|same|faint|late|unsteady}|None,
  effects: [{kind, what, again}], lost: it gave the focus away at once, after_kept: something was kept from leaving before}],
  in the order of the walk; `key` tells elements apart
- `traps` [{keys, whole, modal, forward, backward, escape, exits: [[keys, leaves]], help: keys of stops that may explain,
  pulled, after_kept}]: groups of stops that Tab does not leave; `forward` … say whether that way leads out
- `skip_links` [{key, place, href, name, target, lands: in|behind|before|none|no-target|unreached}]
- `root` the document's place, `headings` how many are rendered, `main` if there is a main landmark
- `shortcuts` [{key, on}]: single characters that scripts of the whole page compare the pressed key with
- `mouse` [{place, kind: listener|role|pointer, events, role, pointer, element}]: what answers the mouse (or looks so) and
  neither takes the focus nor holds or stands in something that does
- `composites` [{place, role, parts, enters: Tab gets in, keys: tried, reached: how many parts Tab and they reach, unreached:
  [place], whole: all was tried}]: widgets of which Tab reaches some parts only
- `keyless` [{place, events, role}]: what takes the focus, is no control by itself, listens for the mouse, and no script
  listens for keys there or around
- `roleless` [{place, events, role: ""}]: what takes the focus, listens for the mouse or, without `events`, shows the pointer of a
  link, and has neither a role nor an element that has one
"""

from __future__ import annotations

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.keyboard_arrows import composites
from a11ycheck.evidence.keyboard_effects import confirm
from a11ycheck.evidence.keyboard_listeners import listeners
from a11ycheck.evidence.keyboard_pixels import look
from a11ycheck.evidence.keyboard_skip import follow
from a11ycheck.evidence.keyboard_walk import Walk
from a11ycheck.model import Effort, Identity, Json, Location

META = CollectorMeta(name="keyboard", driving=True, mutates=True, order=20)

OPERABLE = frozenset({"a", "area", "button", "input", "select", "textarea", "summary"})
"""Elements that are controls by themselves."""
STOPS = {Effort.QUICK: 100, Effort.STANDARD: 100, Effort.THOROUGH: 400}
PICTURES = {Effort.QUICK: 6, Effort.STANDARD: 6, Effort.THOROUGH: 60}


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    walk = Walk(page, STOPS[page.effort])
    walk.forward()
    walk.finish()
    heard = listeners(page.page, page.realm)
    ways = walk.frames.root.call("ways")
    confirm(walk)
    look(walk, PICTURES[page.effort])
    skip_links = follow(walk)
    arrows = composites(walk)
    walk.frames.root.call("home")
    return {
        "ended": walk.ended,
        "tabbable": walk.tabbable,
        "moved_by_page": walk.pulled,
        "stops": [stop.facts for stop in walk.stops],
        "traps": walk.traps,
        "skip_links": skip_links,
        "composites": arrows,
        **ways,
        **heard,
    }


def location(place: Json) -> Location:
    """The location of a stop's `place`."""
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )
