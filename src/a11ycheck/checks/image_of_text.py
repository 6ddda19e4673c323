"""Text is text, and not a picture of text.

**Why it matters** People with low vision or dyslexia change size, colours, font and spacing of text. Text inside a picture stays as
it is, blurs when it is enlarged, and is not translated.

**How it is tested** Drawings in data URLs are searched for text, and the files of other images for names such as “headline” or
“button”. ACT rule 0va7u6.

**Asks** When an image seems to hold text: logos are exempt, and so is text whose look is the point. A person has to look.

**Passes** When no image shows such a sign. No images: inapplicable.

**Remedy** Before: `<img src="headline.png" alt="Summer sale">`. After: `<h2>Summer sale</h2>` with a style sheet.

**Cannot see** Text in photographs and drawings with neutral file names: the pixels are not read.

**Real pages** On 524 pages of ten documentation sets it asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="image-of-text",
    title="Images show no sign of text in them",
    failure_title="An image may be a picture of text",
    criteria=("1.4.5",),
    needs=("dom",),
    power="asks",
    impact=Impact.MODERATE,
    act=("0va7u6",),
)

_TEXT_FILE = re.compile(
    r"(?:^|[^a-z])(?:text|button|btn|headline|heading|title|slogan|quote|tagline|label|welcome)(?:[^a-z]|image|img|$)"
)
_KINDS = ("img", "input", "object", "background", "role")


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [_image(document, image) for document, image in items(evidence["dom"], "images") if _applies(image)]
    yield from judged or [META.inapplicable()]


def _applies(image: Json) -> bool:
    return (
        image["kind"] in _KINDS
        and image["hidden_by"] != "css"
        and not image["off_screen"]
        and image["loaded"] is not False
    )


def _image(document: Json, image: Json) -> CheckOutcome:
    if image["text_inside"]:
        return META.cant_tell("This drawing holds text. Could it be real text?", location(document, image["at"]))
    if _TEXT_FILE.search(image["file"].lower()):
        message = f"The file name “{image['file']}” speaks of text in the image. Could it be real text?"
        return META.cant_tell(message, location(document, image["at"]))
    return META.passed()
