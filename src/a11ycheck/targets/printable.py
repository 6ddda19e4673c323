"""Text of pages, files and sitemaps made fit for a terminal."""

from __future__ import annotations


def printable(text: str) -> str:
    """The text with control characters, line breaks, direction marks and the like escaped."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
