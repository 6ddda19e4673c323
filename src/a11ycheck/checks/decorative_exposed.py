"""What is marked as decoration is kept from assistive technology.

**Why it matters** Markup that says “decoration” and at the same time gives a name or takes the focus contradicts itself.
Browsers then expose the element: blind people meet an image without a name, or hear a name that the author meant to take
away.

**How it is tested** Elements with `role="none"` or `role="presentation"`, and images with `alt=""`, are looked at for what
overrules the marking: an ARIA name, or a place in the order of the Tab key. ACT rule 46ca7f.

**Fails** When an image that is marked as decoration takes the focus and has no name.

**Asks** Once for elements that are alike, when an element marked as decoration is named, or takes the focus otherwise:
which of the two is meant?

**Passes** When no decoration is exposed. No decoration: inapplicable.

**Remedy** Before: `<img src="line.png" alt="" aria-label="Line">`. After: `<img src="line.png" alt="">`, or `alt="…"` alone
when it carries content.

**Cannot see** Whether an element is decoration.

**Real pages** On 427 pages of seven documentation sets it failed nothing and asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="decorative-exposed",
    title="Decoration is hidden from assistive technology",
    failure_title="What is marked as decoration is exposed",
    criteria=("1.1.1", "4.1.2"),
    needs=("dom",),
    power="fails",
    impact=Impact.MODERATE,
    act=("46ca7f",),
)

_MARK = {"role": "by its role", "alt": "by an empty alternative"}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    alike: dict[tuple[str, str, bool], list[tuple[Json, Json]]] = defaultdict(list)
    for document, element in items(evidence["dom"], "decorative"):
        signature = location(document, element["at"]).identity.signature
        alike[signature, element["named"], not element["name"]].append((document, element))
    for elements in alike.values():
        yield _element(*elements[0], more=len(elements) - 1)
    if not alike:
        hidden = any(
            image["alt"] == "" or image["hidden_by"] == "role"
            for document in evidence["dom"]["documents"]
            for image in document["images"]
        )
        yield META.passed() if hidden else META.inapplicable()


def _element(document: Json, element: Json, *, more: int) -> CheckOutcome:
    place = location(document, element["at"])
    marked = f"This {element['tag']} is marked as decoration {_MARK[element['by']]}{f' (as are {more} more)' if more else ''}"
    if element["named"]:
        return META.cant_tell(f"{marked}, but {element['named']} names it “{element['name']}”. Which is meant?", place)
    if element["image"] and not element["name"]:
        return META.failed(f"{marked}, but takes the focus and has no name.", place)
    return META.cant_tell(
        f"{marked}, but takes the focus, so it is exposed. Is the role meant for something else?", place
    )
