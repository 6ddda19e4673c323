"""Text that came from a page, made fit for print: no control characters, no lone surrogates, no runs of white space."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text on one line; control characters, direction overrides and lone surrogates become U+FFFD."""
    return " ".join(_CONTROL.sub("\ufffd", text).split())


def shorten(text: str, length: int) -> str:
    """At most `length` characters, with an ellipsis where something was cut."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def inside_a_sentence(text: str) -> str:
    """The text with a small first letter, unless it begins with an abbreviation such as ARIA."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
