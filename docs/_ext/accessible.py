"""Mends what the theme leaves: levels of the captions in the sidebar, and boxes that scroll without the keyboard."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

REPLACED = {
    "furo_navigation_tree": {'class="caption" role="heading"': 'class="caption" role="heading" aria-level="2"'},
    "body": {
        "<pre>": '<pre tabindex="0">',
        '<div class="table-wrapper': '<div tabindex="0" role="group" aria-label="Table" class="table-wrapper',
    },
}


def mend(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Handle `html-page-context`."""
    for key, replaced in REPLACED.items():
        for old, new in replaced.items():
            if key in context:
                context[key] = context[key].replace(old, new)


def setup(app: Sphinx) -> dict[str, Any]:
    """Run after the theme has put its navigation together."""
    app.connect("html-page-context", mend, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
