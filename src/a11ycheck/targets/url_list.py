"""A text file that lists one URL a line; blank lines and everything from a `#` that starts a word are left out."""

from __future__ import annotations

import re
from pathlib import Path

from a11ycheck.config import Config
from a11ycheck.errors import NothingToAuditError, UsageError
from a11ycheck.targets.base import Found, Serve
from a11ycheck.targets.urls import checked

RANK = 50
MAX_BYTES = 50_000_000
_COMMENT = re.compile(r"(^|\s)#.*")


def accepts(given: str) -> bool:
    """An existing .txt file."""
    path = Path(given)
    return path.suffix.lower() == ".txt" and path.is_file()


def find(given: str, config: Config, serve: Serve) -> Found:
    """The pages in the file's order. Raises `UsageError` naming file and line of a bad one."""
    lines = (_COMMENT.sub("", line).strip() for line in _read(Path(given)).splitlines())
    urls = tuple(checked(line, f"{given}:{number}") for number, line in enumerate(lines, 1) if line)
    if not urls:
        raise NothingToAuditError(f"{given}: lists no URL", "Write one URL a line.")
    return Found(urls)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB", "Is this a list of URLs?")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: cannot be read: {error}", "A list is a UTF-8 text file with one URL a line."
        ) from None
