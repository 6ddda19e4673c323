"""There is more than one way to a page.

**Why it matters** Some people find a page fastest by search, others by an overview or by following links: people with low vision or
cognitive disabilities may be unable to use one of these.

**How it is tested** Among the audited pages of a site, beside the links from page to page, one of these is looked for: a search
field or a control named after search, a link named site map, index or table of contents, or a page that links to all others.
Techniques G125, G126, G63, G64, G161.

**Asks** On each page of a site whose start page is audited, when none of these is found. Another way may exist that the audited
pages do not show.

**Passes** When one is found. Untested without the start page, since that is where other ways begin; inapplicable to states of a
flow, which are steps of a process.

**Remedy** Add a search to the template of all pages, or a site map that all pages link to.

**Cannot see** Whether search finds the page and whether the overview is whole; overviews with other names.

**Real pages** On 300 pages of three documentation sets it asked nothing. See `docs/accuracy/site.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import commonpath

from a11ycheck.checks.base import CheckMeta
from a11ycheck.checks.site import Judged, Pages, whole_page
from a11ycheck.model import Impact

META = CheckMeta(
    id="multiple-ways",
    title="There is more than one way to a page",
    failure_title="No second way to the page was found beside links",
    criteria=("2.4.5",),
    needs=("summary", "links"),
    power="asks",
    impact=Impact.MODERATE,
    scope="site",
)


def judge(pages: Pages) -> Iterator[Judged]:
    """See `checks.site.SiteCheck.judge`."""
    numbers = {page.number for page in pages}
    second_way = any(
        page.read.get("searched") or page.read.get("overviews") or numbers <= {page.number, *page.leads_to}
        for page in pages
    )
    folders = commonpath([page.address.rpartition("/")[0] or "/" for page in pages])
    has_start = any(page.address == f"{folders.rstrip('/')}/index.html" for page in pages)
    for page in pages:
        if page.in_flow:
            yield page, META.inapplicable()
        elif second_way:
            yield page, META.passed()
        elif not has_start:
            yield page, META.untested("The start page of this site is not among the audited pages.")
        else:
            message = (
                f"None of the {len(pages)} audited pages of this site has a search, a link to a site map or index,"
                " or links to all others."
            )
            yield page, META.cant_tell(message, whole_page(page))
