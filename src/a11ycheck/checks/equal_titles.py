"""Different pages have different titles.

**Why it matters** The title is what screen readers say first, and what tabs, bookmarks and history show. Pages of one title
cannot be told apart there.

**How it is tested** Titles of the pages of a site are compared, case and spaces ignored. Pages with equal main text are one
page under two addresses. States and variants of a page are not compared. Technique G88.

**Asks** When pages of different text have one title: it may still describe each of them.

**Passes** When no other page has the title. Without a title: inapplicable, since axe reports it.

**Remedy** Before: `<title>Guide</title>` on all pages. After: `<title>Installing – Guide</title>`.

**Cannot see** Whether a title that only one page has describes it.

**Real pages** On 300 pages of three documentation sets it asked on 5 pages, which are parts of one index. See
`docs/accuracy/site.md`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta
from a11ycheck.checks.site import Judged, Pages, PageSummary, listed, outcomes, whole_page
from a11ycheck.model import CheckOutcome, Impact

META = CheckMeta(
    id="equal-titles",
    title="Different pages have different titles",
    failure_title="Another page has the same title",
    criteria=("2.4.2",),
    needs=("summary",),
    power="asks",
    impact=Impact.MODERATE,
    scope="site",
)


def judge(pages: Pages) -> Iterator[Judged]:
    """See `checks.site.SiteCheck.judge`."""
    titled: dict[str, list[PageSummary]] = defaultdict(list)
    for page in pages:
        if title := " ".join(page.title.lower().split()):
            titled[title].append(page)
    found: dict[int, list[CheckOutcome]] = {}
    for alike in titled.values():
        for page in alike:
            if rivals := [one for one in alike if one.read.get("text") != page.read.get("text")]:
                message = f"“{page.title}” is also the title of {listed(rivals)}."
                found[page.number] = [META.cant_tell(message, whole_page(page))]
    yield from outcomes(META, pages, found, {page.number for alike in titled.values() for page in alike})
