"""Link texts such as “here” get their meaning from what stands around them.

**Why it matters** Blind people list the links of a page, or jump from link to link; “more, more, more” leads nowhere.
People with cognitive disabilities follow links that say where they go.

**How it is tested** Links whose name is a stock word are read with their context: sentence, list item, table cell and
headers, description. ACT rule 5effbb.

**Fails** When such a link is all there is in its context, no heading comes before it, and the page has other text: then
sighted people can see what it belongs to, and nobody else (WCAG failure F63).

**Asks** When only a heading above may give the meaning (technique H80), and also where the context holds other words:
whether they name the target takes a person. The message says which of the two it is.

**Passes** When no link has a stock word for a name. No links: inapplicable.

**Remedy** Before: `The installation guide is <a href="install.html">here</a>.` After: `See the <a
href="install.html">installation guide</a>.`

**Cannot see** Whether any other link text is good.

**Real pages** On 524 pages of ten documentation sets it asked 89 times on 12 pages, in 8 groups. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.evidence.words import fold
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="link-purpose",
    title="No link has a stock word for a name",
    failure_title="A link's purpose may be unclear",
    criteria=("2.4.4",),
    needs=("dom",),
    power="fails",
    impact=Impact.MODERATE,
    act=("5effbb",),
)

_SAYS_NOTHING = frozenset(
    {"click", "click here", "here", "this", "this link", "link", "more", "more info", "more information", "read more"}
    | {"learn more", "see more", "find out more", "continue reading", "go", "go here", "see here"}
)
_ENOUGH = 30
"""Letters of text on the page from which a link has something that it could belong to."""


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    links = [(document, link) for document, link in items(evidence["dom"], "links") if link["name"]]
    told = any(
        entry["letters"] >= _ENOUGH for document in evidence["dom"]["documents"] for entry in document["languages"]
    )
    vague = [_link(document, link, told=told) for document, link in links if link.get("vague")]
    yield from vague or [META.passed() if links else META.inapplicable()]


def _link(document: Json, link: Json, *, told: bool) -> CheckOutcome:
    name = link["name"]
    around = _rest(link)
    place = location(document, link["at"])
    if not around and told and not link["heading"] and not link["title"] and fold(name) in _SAYS_NOTHING:
        return META.failed(f"Nothing in its context says where the link “{name}” leads.", place, context="")
    if not around:
        return META.cant_tell(
            f"The link “{name}” has no other words around it that say where it leads.", place, context=""
        )
    return META.cant_tell(
        f"Do the words around the link “{name}” say where it leads: “{around[:160]}”?", place, context=around
    )


def _rest(link: Json) -> str:
    """What the programmatic context adds to the name."""
    parts = [link["headers"], link["described"], link["list_parent"]]
    if link["block"] in ("p", "li", "td", "th", "dd", "dt", "figcaption", "blockquote"):
        parts.insert(0, link["context"])
    text = " ".join(part for part in parts if part)
    return "" if fold(text).replace(fold(link["name"]), "").strip() == "" else text
