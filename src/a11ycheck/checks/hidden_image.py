"""Images that assistive technology does not get carry no content.

**Why it matters** An image marked as decoration is skipped by screen readers. When it carries content after all, blind people miss
it and do not even learn that something is there.

**How it is tested** Images hidden by `alt=""`, `role="none"`, `aria-hidden` or for want of a name are looked at for signs of
content: a text alternative written and then hidden, a caption, a drawn canvas, a file name such as “chart” with no text beside
the image. ACT rule e88epe.

**Asks** When there is such a sign. The markup cannot tell decoration from content; a person can at a glance.

**Passes** When no hidden image shows a sign of content. No hidden images: inapplicable.

**Remedy** Before: `<figure><img src="uptime.png" alt=""><figcaption>Uptime</figcaption></figure>`. After: say in `alt` what the
image shows, or take the written alternative away where it really is decoration.

**Cannot see** What the image shows.

**Real pages** On 524 pages of ten documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.evidence.words import fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="hidden-image",
    title="Images hidden from assistive technology show no sign of content",
    failure_title="An image hidden from assistive technology may carry content",
    criteria=("1.1.1",),
    needs=("dom",),
    power="asks",
    impact=Impact.SERIOUS,
    act=("e88epe",),
)

_CONTENT = re.compile(
    r"(?:^|[^a-z])(?:logo|chart|graph|diagram|infographic|screenshot|map|plot|figure|flow-?chart|architecture|schema|timeline)(?:[^a-z]|s?$)"
)
_SMALL = 48
_DRAWING = 4


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [_image(document, image) for document, image in items(evidence["dom"], "images") if _applies(image)]
    yield from judged or [META.inapplicable()]


def _applies(image: Json) -> bool:
    if image["hidden_by"] in ("", "css") or image["kind"] in ("background", "area", "object", "embed", "input"):
        return False
    if image["off_screen"] or image["loaded"] is False or image["painted"] is False:
        return False
    return not (image["control"] and (image["control"]["name"] or image["control"]["text"]))


def _image(document: Json, image: Json) -> CheckOutcome:
    sign = _sign(image)
    return META.cant_tell(f"{sign} Is it decoration?", location(document, image["at"])) if sign else META.passed()


def _sign(image: Json) -> str:
    written = next((text for text in (image["alt"], image["aria_label"], image["title"]) if text and text.strip()), "")
    if written and fold(written) not in fold(image["around"]):
        return f"This image is hidden from assistive technology, yet has the alternative “{written[:100]}”."
    if image["caption"] and image["kind"] == "img":
        return "This image has a caption, but an empty text alternative."
    if image["kind"] == "canvas" and image["painted"] and not image["around"]:
        return "This canvas shows a drawing and has no text alternative."
    if min(image["size"]) < _SMALL or image["around"]:
        return _drawing(image)
    if _CONTENT.search(image["file"].lower()):
        return f"The file name “{image['file']}” speaks of content, and no text stands beside this image."
    return _drawing(image)


def _drawing(image: Json) -> str:
    marked = image["hidden_by"] in ("aria-hidden", "role")
    large = min(image["size"]) >= 2 * _SMALL
    if image["kind"] == "svg" and not marked and large and image["shapes"] >= _DRAWING and not image["svg_text"]:
        return "This drawing has no text alternative and is not marked as decoration."
    return ""
