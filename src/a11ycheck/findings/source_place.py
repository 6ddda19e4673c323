"""A place in a source file that a finding on a rendered page comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How far a place can be trusted.

    `sure`: one place in the source says exactly this. `likely`: the best of a few. `page`: only the file is known, and
    the line is its first. `template`: the theme or a template made it; the line is the one that chooses the theme, where it
    is known.
    """

    SURE = "sure"
    LIKELY = "likely"
    PAGE = "page"
    TEMPLATE = "template"


@dataclass(frozen=True)
class SourcePlace:
    """File, relative to the project with forward slashes; line from 1; how sure; and what it was told by."""

    file: str
    line: int
    confidence: Confidence
    by: str
