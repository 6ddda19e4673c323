"""Text that names an accessibility standard or a conformance report: what the check on claims reads.

Visible blocks of the top document; code, fields and editable regions are left out. Shape: `{claims: [{text, links: [URL],
place}], cut: bool, gone: [URL]}`; `text` has at most 600 characters; `cut`: there were more than 50 blocks; `gone`: links to
reports and statements on the page's own origin that the server answers with 404 or 410, asked by HEAD,
by GET where a server knows no HEAD.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import with_locate
from a11ycheck.model import Identity, Json, Location

META = CollectorMeta(name="claims", order=91)

WORDS = r"\bWCAG\b|\b508\b|EN 301 549|\bVPAT\b|accessibility (statement|conformance)|conformance report"
REPORT = re.compile(r"vpat|\bacrs?\b|conformance|accessibility", re.IGNORECASE)
MOST = 50
MOST_ASKED = 10
SECONDS = 5.0
GONE = (404, 410)
NO_HEAD = (405, 501)


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    found = json.loads(page.realm.evaluate(with_locate("claims"), {"words": WORDS, "most": MOST}))
    return found | {"gone": list(_gone(page, found["claims"]))}


def _gone(page: PageAccess, claims: list[Json]) -> Iterator[str]:
    """Links to reports that the server says it does not have.

    What cannot be asked in time is not said to be gone, nor is what has moved: redirects are not followed.
    """
    here = urlsplit(page.page.url)
    linked = dict.fromkeys(urldefrag(url)[0] for claim in claims for url in claim["links"])
    own = [url for url in linked if urlsplit(url)[:2] == here[:2] and REPORT.search(urlsplit(url).path)]
    for url in own[:MOST_ASKED]:
        left = min(SECONDS, page.deadline - time.monotonic())
        if left <= 0:
            return
        try:
            answer = page.page.request.head(url, timeout=left * 1000, max_redirects=0)
            if answer.status in NO_HEAD:
                answer = page.page.request.get(url, timeout=left * 1000, max_redirects=0)
        except PlaywrightError:
            continue
        if answer.status in GONE:
            yield url


def location(claim: Json) -> Location:
    """Where a text stands."""
    place = claim["place"]
    return Location(
        selector=place["selector"], html=place["html"], box=place["box"], identity=Identity(**place["identity"])
    )
