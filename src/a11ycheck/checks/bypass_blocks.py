"""The link that skips to the content does.

**Why it matters** Without a way past menus and headers, people who use the keyboard press Tab dozens of times on every
page, and people who use a screen reader hear it all again.

**How it is tested** The first links that promise to skip are activated with Enter, then Tab is pressed: the focus must
land in what the link points to, or behind it. Headings and a main landmark are noted as other ways. ACT rules cf77f2
and ye5d6e.

**Fails** When such a link does not work and the page has neither headings nor a main landmark.

**Asks** When such a link does not work although the page has headings or a main landmark.

**Passes** When a skip link works. Without one: inapplicable; axe's rule `bypass` asks where there is no way at all.

**Remedy** Before: `<a href="#contents">Skip to content</a> … <main id="content">`. After: `href="#content"`.

**Cannot see** Whether other ways are good enough, and what repeats on other pages.

**Real pages** No skip links on 60 pages of Debian's Python, PostgreSQL and Git documentation. The broken one of the
example chat failed in the 2 states without a heading and was asked about in the 4 others; the repaired twins passed.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.keyboard import location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="bypass-blocks",
    title="The link that skips to the content works",
    failure_title="The way past repeated blocks does not work",
    criteria=("2.4.1",),
    needs=("keyboard",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("cf77f2", "ye5d6e"),
)

_WHY = {
    "no-target": "what it points to does not exist",
    "before": "the next Tab lands before what it points to",
}


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    walk = evidence["keyboard"]
    links = walk["skip_links"]
    other = bool(walk["headings"] or walk["main"])
    broken = [_broken(link, other) for link in links if link["lands"] in _WHY]
    yield from broken
    if broken:
        return
    works = any(link["lands"] in ("in", "behind", "none") for link in links)
    yield META.passed() if works else META.inapplicable()


def _broken(link: Json, other: bool) -> CheckOutcome:
    where, why = location(link["place"]), _WHY[link["lands"]]
    data = {"href": link["href"], "lands": link["lands"]}
    if other:
        return META.cant_tell(
            f"This link does not skip: {why}. Are headings or landmarks enough to get past?", where, **data
        )
    return META.failed(
        f"This link does not skip: {why}, and no heading or main landmark offers another way.", where, **data
    )
