"""Where a documentation project chooses its theme, which makes what stands outside the content of its pages."""

from __future__ import annotations

import re
from pathlib import Path

_CHOICES = (("conf.py", re.compile(r"^html_theme\s*=")), ("mkdocs.yml", re.compile(r"^theme\s*:")))


def theme_choice(source: Path) -> tuple[Path, int] | None:
    """File and line that choose the theme of the project of a source file; None when no file around it says so."""
    for folder in source.resolve().parents:
        for name, chooses in _CHOICES:
            file = folder / name
            if file.is_file():
                lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
                number = next((at for at, line in enumerate(lines, start=1) if chooses.match(line)), None)
                return (file, number) if number else None
        if (folder / ".git").exists():
            return None
    return None
