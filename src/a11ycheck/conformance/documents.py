"""The documents that audited pages link to: PDF, Office and other files that a report has to answer for."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from a11ycheck.conformance.links import is_local
from a11ycheck.store.queries import RunView


@dataclass(frozen=True)
class Document:
    """A linked document. `name`: path without host, or the whole address of another host; `targets`: ids of the pages."""

    name: str
    targets: tuple[int, ...]


@dataclass(frozen=True)
class Documents:
    """The inventory. `targets_read`: on how many targets links were recorded; 0 means that no inventory was taken."""

    found: tuple[Document, ...] = ()
    targets_read: int = 0


NO_DOCUMENTS = Documents()


def linked_documents(view: RunView) -> Documents:
    """Read the links that the collector `links` recorded of every page, and list those to documents in alphabetical order."""
    targets: dict[str, dict[int, None]] = {}
    read = 0
    for target_id, links in view.evidence_of("links"):
        read += 1
        host = urlsplit(view.target_by_id[target_id].target.url).netloc
        for href in links["documents"]:
            parts = urlsplit(href)
            name = unquote(parts.path) if parts.netloc in ("", host) or is_local(href) else href
            targets.setdefault(name, {})[target_id] = None
    return Documents(tuple(Document(name, tuple(ids)) for name, ids in sorted(targets.items())), read)
