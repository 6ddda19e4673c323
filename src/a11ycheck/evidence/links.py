"""Where a page's links lead: the pages of its own origin for a crawl, and the documents it offers for the inventory.

Shape: `{pages: [URL], documents: [URL], canonical: URL or "", cut: bool}`. URLs of the page's own origin start with `/`;
fragments are kept only where they are routes (`#/…`). `cut`: there were more than 5000 links.
"""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from a11ycheck.evidence.base import CollectorMeta, PageAccess
from a11ycheck.evidence.scripts import source
from a11ycheck.model import Effort, Json
from a11ycheck.targets.page_kind import kind

META = CollectorMeta(name="links", effort=Effort.QUICK, order=90)


def collect(page: PageAccess) -> Json:
    """See `evidence.base.Collector.collect`."""
    raw = page.realm.evaluate(source("links"))
    here = urlsplit(page.page.url)
    pages, documents = [], []
    for url, download in raw["links"]:
        parts = urlsplit(url)
        own = (parts.scheme, parts.netloc) == (here.scheme, here.netloc)
        short = urlunsplit(("", "", parts.path, parts.query, parts.fragment)) if own else url
        if kind(url) == "document":
            documents.append(short)
        elif own and not download and kind(url) == "page":
            pages.append(short)
    return {"pages": pages, "documents": documents, "canonical": raw["canonical"], "cut": raw["cut"]}
