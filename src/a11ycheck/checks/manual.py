"""The manual page of a check: its docstring, taken apart.

The first paragraph is the summary; each further part begins a paragraph with its label in bold, in the order of `PARTS`.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

from a11ycheck.checks.base import Check

PARTS = ("Why it matters", "How it is tested", "Fails", "Asks", "Passes", "Remedy", "Cannot see", "Real pages")

_LABEL = re.compile(r"^\*\*([^*]+)\*\*\s*", re.MULTILINE)


@dataclass(frozen=True)
class Manual:
    """A manual page. `parts`: label to Markdown text, in the order written."""

    summary: str
    parts: dict[str, str]


def manual(check: Check) -> Manual:
    """Take the docstring of a check apart; text before the first label is the summary."""
    text = inspect.cleandoc(check.__doc__ or "")
    pieces = _LABEL.split(text)
    return Manual(
        pieces[0].strip(), {label: body.strip() for label, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    )
