"""Text has enough contrast when it is pointed at, focused or visited, and in the hints of empty fields.

**Why it matters** The link that turns pale under the pointer is the one somebody is trying to read. Hints in fields are often
paler than anything else on the page, and the only instruction.

**How it is tested** With `--effort thorough` the browser shows links and buttons of each kind in each state; the colours of text
and ground are read, and the ground is looked up on a picture. Hints (`placeholder`) are measured as they are. Large text needs 3:1,
other text 4.5:1.

**Fails** When the contrast of a link or button is lower on a plain ground that the picture shows, and when that of a hint is and
no pixel of its field has enough; once for all texts of the page that have the same colours then.

**Asks** When it is lower by the styles and the picture shows another ground, when the text is as good as not shown, and about
hints that the styles call pale and the picture does not.

**Passes** When it is enough. What stands on pictures and gradients, or changes nothing in any state, is left out: inapplicable.

**Remedy** Before: `a:hover { color: #9bd }`. After: the colour that the finding suggests, or an underline instead of a new colour.

**Cannot see** Kinds beyond the twelfth, text on pictures and gradients in these states, and frames.

**Real pages** See docs/accuracy/driving.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.state_contrast import location
from a11ycheck.model import CheckOutcome, Effort, Impact, Json

META = CheckMeta(
    id="state-contrast",
    title="Text has enough contrast in every state",
    failure_title="Text has too little contrast in some state",
    criteria=("1.4.3",),
    needs=("state_contrast",),
    power="fails",
    impact=Impact.SERIOUS,
    effort=Effort.THOROUGH,
    variants="all",
)

UNSEEN = 1.2
"""Below this a text is as good as not shown, perhaps on purpose."""

_WHEN = {
    "hover": "when it is pointed at",
    "focus": "with the focus",
    "visited": "once it was visited",
    "placeholder": "as the hint of an empty field",
}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    data = evidence["state_contrast"]
    known = [text for text in data["texts"] if not text["unknown"]]
    faint = [text for text in known if text["ratio"] < text["needed"]]
    yield from (_judged(*alike) for alike in _alike(faint))
    if data["left"]:
        yield META.untested(f"{data['left']} texts were not measured in every state")
    elif not faint:
        yield META.passed() if known else META.inapplicable()


def _alike(faint: list[Json]) -> Iterator[list[Json]]:
    """Texts whose colours one rule of a style sheet makes faint: the same ink on the same ground, at one need and alike seen."""
    groups: dict[object, list[Json]] = {}
    for text in faint:
        hint = text["state"] == "placeholder"
        key = (tuple(text["ink"]), tuple(text["ground"]), text["needed"], text["seen"], hint, hint and _is_pale(text))
        groups.setdefault(key, []).append(text)
    yield from groups.values()


def _judged(text: Json, *others: Json) -> CheckOutcome:
    states = list(dict.fromkeys(one["state"] for one in (text, *others)))
    count = len({one["place"]["selector"] for one in (text, *others)}) - 1
    data = {key: text[key] for key in ("state", "ratio", "needed", "ink", "ground", "suggestion")}
    data |= {"states": states, "count": count + 1}
    better = f" With {text['suggestion']} it would." if text["suggestion"] else ""
    if count:
        better += f" So do {count} more like it."
    message = f"“{text['text']}” has {text['ratio']:.2f}:1 {_WHEN[text['state']]}; it needs {text['needed']:g}:1."
    if text["ratio"] < UNSEEN:
        return META.cant_tell(f"{message} Can it be seen at all?", location(text), **data)
    if text["seen"] and text["state"] == "placeholder" and not _is_pale(text):
        return META.cant_tell(f"{message}{better} Is the hint shown like that?", location(text), **data)
    if text["seen"]:
        return META.failed(message + better, location(text), **data)
    return META.cant_tell(
        f"{message} Its ground looks otherwise on a picture. Is it easy to read?", location(text), **data
    )


def _is_pale(hint: Json) -> bool:
    """Whether the picture proves it: something is written in the field, and no pixel there has the contrast."""
    return hint["strongest"] is not None and UNSEEN <= hint["strongest"] < hint["needed"]
