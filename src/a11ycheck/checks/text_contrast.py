"""Text on pictures and gradients stands out from them.

**Why it matters** People with low vision or a colour vision deficiency, and anybody in bright light, cannot read text whose
colour is close to that of its background.

**How it is tested** Programs that read styles leave text on pictures undecided. Here the page is pictured with and without
its glyphs; the pixels below and next to the glyphs of each word are compared with the text's colour (3:1 for large text,
24 px or 18.66 px in bold, else 4.5:1). Shadows of the text count as background. ACT rule afw4f7.

**Fails** When a word has too little contrast even at its most favourable pixel.

**Asks** When some pixels are enough and others not, with the numbers; when the glyphs' own colour cannot be known (blending,
filters, outlines), the background moves, or the text may be a logotype.

**Passes** When the least favourable pixel of all words is enough.

**Remedy** Before: `color: #888` on a photograph. After: a plain or nearly opaque ground below the text, or the colour that
the finding suggests.

**Cannot see** Text in frames; text that only shows after an action; colours when pointed at, focused or visited; whether text
in a picture is readable.

**Real pages** On 90 random pages of the documentation of Python, PostgreSQL, Git and Rust, 16 have such text: 69 failures
of two kinds (grey version numbers at 3.95:1, brown names at 3.67:1), both looked at and right. No question was left open;
on 7 pages there was more such text than is measured (untested). None on the fixed examples.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.contrast import location, needed
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="text-contrast",
    title="Text on pictures and gradients has enough contrast",
    failure_title="Text on a picture or gradient has too little contrast",
    criteria=("1.4.3",),
    needs=("contrast",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("afw4f7",),
    variants="all",
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    data = evidence["contrast"]
    outcomes = [outcome for text in data["texts"] for outcome in _judged(text)]
    yield from outcomes
    if data["left"]:
        yield META.untested(f"{data['left']} of {data['count']} texts were not measured")
    elif not data["texts"]:
        yield META.inapplicable()
    elif not outcomes:
        yield META.passed()


def _judged(text: Json) -> Iterator[CheckOutcome]:
    ratio = needed(text)
    best, worst = text["best"], text["worst"]
    if best is None and not text["unknown"]:
        return
    numbers = {key: text[key] for key in ("best", "worst", "size", "weight", "ink", "suggestion", "why")} | {
        "needed": ratio
    }
    better = f" With {text['suggestion']} it would." if text["suggestion"] else ""
    if text["unknown"] or not text["still"]:
        why = "the page changed while it was measured" if not text["still"] else _UNKNOWN[text["unknown"]]
        yield META.cant_tell(
            f"“{text['text']}” needs {ratio:g}:1 against its background, but {why}. Is it easy to read?",
            location(text), **numbers,
        )  # fmt: skip
    elif worst >= ratio:
        yield META.passed(location(text))
    elif best >= ratio:
        yield META.cant_tell(
            f"“{text['text']}” has between {worst:.2f}:1 and {best:.2f}:1 against its background; it needs {ratio:g}:1. "
            f"Is it easy to read?{better}",
            location(text), **numbers,
        )  # fmt: skip
    elif text["logo"]:
        yield META.cant_tell(
            f"“{text['text']}” has at most {best:.2f}:1 against its background. Is it a logotype?",
            location(text),
            **numbers,
        )
    else:
        yield META.failed(
            f"“{text['text']}” has at most {best:.2f}:1 against its background; it needs {ratio:g}:1.{better}",
            location(text), **numbers,
        )  # fmt: skip


_UNKNOWN = {
    "effect": "an effect changes its colour",
    "clipped": "a background shows through its letters",
    "opacity": "it is faded together with its background",
    "stroke": "its letters have an outline of their own",
    "covered": "something lies over it",
    "color": "its colour is not given as red, green and blue",
}
