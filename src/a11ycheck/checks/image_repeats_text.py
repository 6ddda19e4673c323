"""Text alternatives add to the text beside the image instead of repeating it.

**Why it matters** “Printer setup, image. Printer setup, link.” Screen reader users hear everything twice, and long captions
in full.

**How it is tested** The accessible name of each image that assistive technology gets is compared with the text right beside
it, with the rest of its link or button, and with its caption (WCAG technique H2).

**Asks** When they are the same: the image may add nothing, or may show something that is said nowhere.

**Passes** When all alternatives differ from the text beside them. No named images: inapplicable.

**Remedy** Before: `<a href="p"><img src="p.png" alt="Printer setup"> Printer setup</a>`. After: `alt=""`. Before: `<img
alt="Uptime in June"><figcaption>Uptime in June</figcaption>`. After: in `alt` what the chart shows.

**Cannot see** Alternatives that say the same in other words.

**Real pages** On 427 pages of seven documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.evidence.words import fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="image-repeats-text",
    title="No text alternative repeats the text beside its image",
    failure_title="A text alternative repeats the text beside its image",
    criteria=("1.1.1",),
    needs=("dom",),
    power="asks",
    impact=Impact.MINOR,
)

_SHORTEST = 3


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [_image(document, image) for document, image in items(evidence["dom"], "images") if _applies(image)]
    yield from judged or [META.inapplicable()]


def _applies(image: Json) -> bool:
    named = len(fold(image["name"])) >= _SHORTEST and image["source"] != "figcaption"
    return named and not image["hidden_by"] and image["kind"] not in ("background", "area", "input")


def _image(document: Json, image: Json) -> CheckOutcome:
    name = fold(image["name"])
    texts = {
        "caption of the image": image["caption"],
        "text of the same control": (image["control"] or {}).get("text", ""),
        "text before it": image["beside"][0],
        "text after it": image["beside"][1],
    }
    where = next((where for where, text in texts.items() if fold(text) == name), "")
    if not where:
        return META.passed()
    return META.cant_tell(
        f"The text alternative “{image['name'][:120]}” is also the {where}. Does the image show more than that?",
        location(document, image["at"]),
    )
