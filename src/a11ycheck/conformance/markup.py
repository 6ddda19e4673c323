"""Escapes text for Markdown, so that nothing from a page becomes markup."""

from __future__ import annotations

import re

_INLINE = re.compile(r"([\\`*\[\]<>|&~]|(?<!\w)_|_(?!\w))")
_LINE_START = re.compile(r"^(\s*)(#|\+|-|=|>|(\d+)(?=[.)]))", re.MULTILINE)


def markdown(text: str) -> str:
    """The text with every character escaped that CommonMark or GitHub's tables could take for markup."""
    escaped = _INLINE.sub(r"\\\1", text)
    return _LINE_START.sub(lambda match: f"{match[1]}{match[3]}\\" if match[3] else f"{match[1]}\\{match[2]}", escaped)
