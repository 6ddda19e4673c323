"""The directives that put the descriptions of Python objects into a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

_AUTO = re.compile(
    r"^\s*(?:\.\. |[`:]{3,}\{)(?:py:)?auto(?:class|exception|function|decorator|method|attribute|property|data|module)(?:::|\})"
    r"\s+(?P<name>[\w.]+)"
)


def directive_line(lines: Sequence[str], name: str) -> int | None:
    """The line, from 1, of the directive for an object such as `flask.Request.args` or the nearest one that holds it.

    None when there is none, or several fit.
    """
    asked = [(number, found["name"]) for number, line in enumerate(lines, start=1) if (found := _AUTO.match(line))]
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        outer = ".".join(parts[:end])
        fitting = [number for number, given in asked if outer == given or outer.endswith(f".{given}")]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None
