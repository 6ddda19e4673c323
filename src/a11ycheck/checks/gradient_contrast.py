"""Text on a gradient stands out from it.

**Why it matters** People with low vision or a colour vision deficiency, and anybody in bright light, cannot read text whose
colour is close to that of its background.

**How it is tested** axe leaves text on gradients undecided. Here all colours of the gradients below the text, blended with the
layers under them, are compared with the text's colour (WCAG contrast ratio; 3:1 for large text, 24 px or 18.66 px bold, else
4.5:1). ACT rule afw4f7.

**Fails** When the contrast is too low against every colour that can occur below the text, wherever on the gradient it stands.

**Passes** When it is high enough against every such colour. In between, axe's own question to a person stands. No text on a
gradient: inapplicable.

**Remedy** Before: `color: #aaa; background: linear-gradient(#fff, #00f)`. After: dark text on the light end only, or a plain
background below the text.

**Cannot see** Text on pictures, with shadows, or covered by other elements.

**Real pages** None of the pages of `docs/accuracy/` sets text on a gradient; judged on the cases of ACT rule afw4f7 alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.gradients import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="gradient-contrast",
    title="Text on gradients has enough contrast",
    failure_title="Text on a gradient has too little contrast",
    criteria=("1.4.3",),
    needs=("axe", "gradients"),
    power="fails",
    impact=Impact.SERIOUS,
    act=("afw4f7",),
    variants="all",
)

Color = tuple[float, float, float, float]
_STEPS = 16


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    texts = evidence["gradients"]["texts"]
    if not texts:
        yield META.inapplicable()
    for text in texts:
        large = text["size"] >= 24 or (text["size"] >= 18.66 and text["weight"] >= 700)
        needed = 3.0 if large else 4.5
        ratios = [contrast(blend(_color(text["ink"]), ground), ground) for ground in grounds(text["layers"])]
        if max(ratios) < needed:
            message = f"The text has at most {max(ratios):.2f}:1 against its gradient; it needs {needed}:1."
            yield META.failed(message, location(text), best=round(max(ratios), 2), needed=needed)
        elif min(ratios) >= needed:
            yield META.passed(location(text))


def grounds(layers: list[Json]) -> list[Color]:
    """Every colour that can stand below the text, from the lowest layer up."""
    found: list[Color] = [(255.0, 255.0, 255.0, 1.0)]
    for layer in reversed(layers):
        found = [blend(_color(layer["base"]), ground) for ground in found]
        for stops in reversed(layer["gradients"]):
            shades = list(_shades([_color(stop) for stop in stops]))
            under = list(dict.fromkeys(found))[:64]
            found = [blend(shade, ground) for shade in shades for ground in under]
            if not layer["whole"]:
                found += under
    return found


def blend(top: Color, ground: Color) -> Color:
    """A colour laid over an opaque one."""
    red, green, blue = (top[i] * top[3] + ground[i] * (1 - top[3]) for i in range(3))
    return (red, green, blue, 1.0)


def contrast(one: Color, other: Color) -> float:
    """WCAG contrast ratio (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in color[:3])
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _shades(stops: list[Color]) -> Iterator[Color]:
    """The colours between the stops; fully transparent stops take their neighbour's colour, as premultiplied blending does."""
    for one, other in pairwise(stops):
        start = one if one[3] else (*other[:3], 0.0)
        end = other if other[3] else (*one[:3], 0.0)
        for step in range(_STEPS + 1):
            share = step / _STEPS
            red, green, blue, alpha = (a + (b - a) * share for a, b in zip(start, end, strict=True))
            yield (red, green, blue, alpha)


def _color(value: list[float]) -> Color:
    red, green, blue, alpha = value
    return (red, green, blue, alpha)
