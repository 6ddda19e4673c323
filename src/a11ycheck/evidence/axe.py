"""axe-core's results, in all frames and open shadow roots, each node with its location.

axe's `runPartial`/`finishRun` work without axe in the page's own world. Best practices are kept; of the experimental
rules only the two that are proven run (`label-content-name-mismatch`, `css-orientation-lock`).
Shape: `{version, violations, incomplete: [{id, impact, nodes: [{impact, reasons, location}]}], passes:
[rule id], inapplicable: [rule id], frames_skipped: int}`. The node of a whole document also has `media_rules`, false where
every style sheet of that document was read and none holds a media rule; the node of a link that axe cannot tell from the text
around it has `inks`: {link: [[red, green, blue] of each text in it], around: the same of what holds it, up to its block}, or
None where styles do not tell. The node of what an open menu, list or dialog hides, or that holds it, has `overlaid`, true
when the focus is in it or in the field that brought it up. What is empty, hidden and takes the focus has `guard`, a component
without a `role` `silent`, what stands right in one `hosted` (for the rules in `FACTS`). Of a large page also `unfinished:
[rule id]`, where axe ran out of time, and the rule table as `rules`, since nothing can be asked of a browser that was ended.
"""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any

from a11ycheck.errors import ScriptError
from a11ycheck.evidence.axe_parts import LARGE, run_in_parts
from a11ycheck.evidence.base import CollectorMeta, PageAccess, Realm
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Effort, Json

META = CollectorMeta(name="axe", effort=Effort.QUICK, order=0)

_SIZE = "() => document.getElementsByTagName('*').length"
_VALUE = re.compile(r"""\[value[\^$*~|]?=(?:\\?"[^"]*\\"|'[^']*'|[^\]]*)\]""")

OPTIONS = {
    "resultTypes": ["violations", "incomplete"],
    "rules": {"label-content-name-mismatch": {"enabled": True}, "css-orientation-lock": {"enabled": True}},
}
FACTS = {
    "inks": ("link-in-text-block",),
    "overlaid": ("aria-hidden-focus", "landmark-one-main", "page-has-heading-one", "region"),
    "guard": ("aria-hidden-focus",),
    "silent": ("aria-prohibited-attr", "aria-allowed-attr"),
    "hosted": ("aria-required-parent",),
}
"""What is told of the nodes of these rules, since axe does not know it."""
COLOUR_OPTIONS = {
    "resultTypes": OPTIONS["resultTypes"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
"""For a variant of the same size: the rules whose outcome colours alone can change."""


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`.

    axe's own selectors may hold a typed value (`input[value="…"]`), so they are kept only where there is no location, masked.
    """
    options = COLOUR_OPTIONS if page.repeats == "colours" else OPTIONS
    if "runOnly" not in options and page.realm.evaluate(_SIZE) >= LARGE:
        table = rule_table(page.realm)
        results = run_in_parts(partial(run, page.realm), table, options, page.deadline) | {"rules": table}
    else:
        results = run(page.realm, options)
    for _, node in _nodes(results):
        target = node.pop("target")
        if node["location"] is None:
            node["target"] = json.loads(_VALUE.sub(r"[value=…]", json.dumps(target, ensure_ascii=False)))
    return results


def run(root: Realm, options: dict[str, Json] = OPTIONS) -> dict[str, Json]:
    """Run axe in a realm and all frames below it."""
    root.load_axe()
    started = _call(root, "start", {"context": None, "options": options})
    if "results" in started:
        results, places, skipped = started["results"], iter(started["places"]), 0
        for rule, node in _nodes(results):
            _place(rule, node, next(places))
        return {**results, "frames_skipped": skipped}
    tree = _Frame(root, started["partial"])
    skipped = _descend(tree, started["frames"], options)
    results = _call(root, "finish", {"partials": tree.partials(), "options": options})
    for rule, node in _nodes(results):
        _place(rule, node, tree.locate(node["target"]))
    return {**results, "frames_skipped": skipped}


def rule_table(root: Realm) -> dict[str, Json]:
    """What axe says of its rules: `{rule id: {help, help_url, tags, act}}`."""
    root.load_axe()
    return {rule.pop("id"): rule for rule in json.loads(root.evaluate(with_locate("axe_run", "rules")))}


class _Frame:
    """One frame's realm and partial result, with its child frames by selector."""

    def __init__(self, realm: Realm, partial: Json) -> None:
        self.realm = realm
        self.partial = partial
        self.children: list[tuple[str, _Frame | None]] = []

    def partials(self) -> list[Json]:
        """Partial results depth first, None for a frame that could not be entered, as `finishRun` wants them."""
        return [self.partial] + [item for _, child in self.children for item in (child.partials() if child else [None])]

    def locate(self, target: list[Json]) -> Json | None:
        """The location of an axe target, which names one selector a frame from the outermost in."""
        if len(target) == 1:
            return _call(self.realm, "places", target)[0]
        inner = self.realm.child(with_locate("axe_run", "frame"), target[0])
        if inner is None:
            return None
        place = _Frame(_with_axe(inner), None).locate(target[1:])
        if place is None:
            return None
        outer = target[0] if isinstance(target[0], str) else " >>> ".join(target[0])
        return {**place, "selector": f"{outer} >>> {place['selector']}"}


def _descend(parent: _Frame, frames: list[dict[str, Any]], options: dict[str, Json]) -> int:
    """Run axe in the child frames. Returns how many could not be entered."""
    skipped = 0
    for frame in frames:
        selector = frame["frameSelector"]
        child = _enter(parent.realm, selector, frame["frameContext"], options)
        parent.children.append((str(selector), child[0] if child else None))
        if child is None:
            skipped += 1
            continue
        skipped += _descend(child[0], child[1], options)
    return skipped


def _enter(
    realm: Realm, selector: Json, context: Json, options: dict[str, Json]
) -> tuple[_Frame, list[dict[str, Any]]] | None:
    inner = realm.child(with_locate("axe_run", "frame"), selector)
    if inner is None:
        return None
    try:
        started = _call(_with_axe(inner), "start", {"context": context, "options": options})
    except ScriptError:
        return None
    return _Frame(inner, started["partial"]), started["frames"]


def _with_axe(realm: Realm) -> Realm:
    realm.load_axe()
    return realm


def _place(rule: str, node: dict[str, Any], place: Json | None) -> None:
    facts = {name: place.pop(name) for name in ("media_rules", *FACTS) if place and name in place}
    facts = {name: fact for name, fact in facts.items() if rule in FACTS.get(name, (rule,))}
    node.update(facts, location=place)


def _nodes(results: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (rule["id"], node) for kind in ("violations", "incomplete") for rule in results[kind] for node in rule["nodes"]
    ]


def _call(realm: Realm, member: str, argument: Json) -> Any:
    return json.loads(realm.evaluate(with_locate("axe_run", member), argument))
