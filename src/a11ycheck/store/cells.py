"""Texts for the cells of spreadsheets, where a text may be taken for a formula."""

from __future__ import annotations

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def safe_cell(text: str) -> str:
    """The text; one that a spreadsheet would take for a formula or a command begins with an apostrophe."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_STARTS_FORMULA) else text
