"""Text alternatives of images describe them, instead of naming a file or saying “image”.

**Why it matters** “DSC underscore zero zero four one dot jpg” is what a screen reader says for such an image: noise in place of
content. Hits blind people, and everyone for whom images are turned off or did not load.

**How it is tested** The accessible name of each image that assistive technology gets is compared with the image's file name, and
with lists of words that say nothing about what is shown (WCAG failure F30).

**Fails** When the name is the file name with its extension, a file name that a camera or program made up, or a word like “image”.

**Asks** When the name is only a kind of image, such as “chart”, or is a file name while the text around speaks of that file.

**Passes** When all named images have other names. No named images: inapplicable.

**Remedy** Before: `<img src="sales-q3.png" alt="sales-q3.png">`. After: `<img src="sales-q3.png" alt="Sales rose by a third in
the third quarter">`, or `alt=""` when the image adds nothing to the text beside it.

**Cannot see** Whether a text describes its image: that takes a person (see the manual audit).

**Real pages** On 524 pages of ten documentation sets it failed nothing and asked 55 times on 55 pages, in 1 group; in the
example documentation it failed 5 images, all rightly. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.evidence.words import EMPTY_ALTERNATIVES, WEAK_ALTERNATIVES, fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="image-alternative-words",
    title="Text alternatives are no file names or stock words",
    failure_title="A text alternative is a file name or a stock word",
    criteria=("1.1.1",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
)

_EXTENSION = re.compile(r"\.(?:png|jpe?g|gif|svgz?|webp|avif|bmp|ico|tiff?|heic)$", re.IGNORECASE)
_MADE_UP = re.compile(
    r"(?:img|image|dsc[fn]?|pict?|photo|screenshot|screen shot|p|scan|unnamed|untitled|download)?[\s_.-]*\(?\d{2,}[\d\s_.x-]*\)?"
    r"|[0-9a-f]{12,}",
    re.IGNORECASE,
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [_image(document, image) for document, image in items(evidence["dom"], "images") if _applies(image)]
    yield from judged or [META.inapplicable()]


def _applies(image: Json) -> bool:
    return bool(image["name"]) and not image["hidden_by"] and image["kind"] != "background"


def _image(document: Json, image: Json) -> CheckOutcome:
    place = location(document, image["at"])
    name = image["name"].strip()
    if _is_file_name(name, image["file"]):
        context = f"{image['caption']} {(image['control'] or {}).get('text', '')} {image['around']}".lower()
        if name.lower() in context:
            return META.cant_tell(
                f"The text alternative is the file name “{name}”. Is the file what this is about?", place
            )
        return META.failed(f"The text alternative is the file name “{name}”.", place)
    if fold(name) in EMPTY_ALTERNATIVES:
        return META.failed(f"The text alternative “{name}” says nothing about the image.", place)
    if fold(name) in WEAK_ALTERNATIVES:
        return META.cant_tell(f"The text alternative “{name}” names a kind of image. What does it show?", place)
    return META.passed()


def _is_file_name(name: str, file: str) -> bool:
    stem = _EXTENSION.sub("", file)
    if _EXTENSION.search(name) and " " not in _EXTENSION.sub("", name).strip():
        return True
    return bool(stem) and name.lower() == stem.lower() and _MADE_UP.fullmatch(name) is not None
