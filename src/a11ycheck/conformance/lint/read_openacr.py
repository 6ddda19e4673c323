"""Reads OpenACR YAML (GSA/openacr 0.1.0) into the form that rules read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from a11ycheck.conformance.lint.document import Chapter, Entry, Report
from a11ycheck.errors import UsageError
from a11ycheck.standards.openacr import terms

_HINT = "Check that the file is an OpenACR report in YAML."


class _Lines(yaml.SafeLoader):
    """Keeps the line of each mapping under `__line__`, and numbers and dates as they were written."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        return {**super().construct_mapping(node, deep=True), "__line__": node.start_mark.line + 1}


_Lines.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_openacr(path: Path) -> Report:
    """Read a report. Raises `UsageError` for YAML that is broken or not an OpenACR report."""
    text = path.read_text(encoding="utf-8")
    try:
        data = yaml.load(text, Loader=_Lines)
    except (yaml.YAMLError, ValueError, TypeError) as error:
        raise UsageError(f"{path}: not valid YAML: {error}", _HINT) from None
    except RecursionError:
        raise UsageError(f"{path}: nested too deeply for a report", _HINT) from None
    if not isinstance(data, dict) or not isinstance(data.get("chapters"), dict):
        raise UsageError(f"{path}: no chapters in this file", _HINT)
    product, author = _mapping(data.get("product")), _mapping(data.get("author"))
    vendor = _mapping(data.get("vendor"))
    chapters, entries = _chapters(data["chapters"])
    return Report(
        kind="openacr",
        title=_text(data.get("title")),
        product=_text(product.get("name")),
        version=_text(product.get("version")),
        date=_text(data.get("report_date")),
        description=_text(product.get("description")),
        contact=_text(author.get("email")) or _text(vendor.get("email")) or _text(data.get("feedback")),
        notes=_text(data.get("notes")),
        methods=_text(data.get("evaluation_methods_used")),
        catalog=_text(data.get("catalog")),
        chapters=chapters,
        entries=entries,
        text=text,
        revision=_text(data.get("version")),
        other_dates=tuple(filter(None, (_text(data.get("last_modified_date")),))),
    )


def _chapters(data: dict[str, Any]) -> tuple[tuple[Chapter, ...], tuple[Entry, ...]]:
    labels = terms()
    chapters, entries = [], []
    for chapter_id, chapter in data.items():
        if not isinstance(chapter, dict):
            continue
        criteria = _mappings(chapter.get("criteria"))
        disabled = chapter.get("disabled") is True
        nums = tuple(_text(row.get("num")) for row in criteria)
        chapters.append(Chapter(chapter_id, disabled, _text(chapter.get("notes")), nums))
        if disabled:
            continue
        for row in criteria:
            for component in _mappings(row.get("components")):
                adherence = _mapping(component.get("adherence"))
                level = _text(adherence.get("level"))
                entries.append(
                    Entry(
                        chapter=chapter_id,
                        num=_text(row.get("num")),
                        component=_text(component.get("name")),
                        level=labels.get(level, level),
                        remarks=_text(adherence.get("notes")),
                        line=component.get("__line__", 0),
                    )
                )
    return tuple(chapters), tuple(entries)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _mappings(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    """A scalar as text; what should be one and is not counts as missing."""
    return str(value).strip() if isinstance(value, str | bool | int | float) else ""
