"""The Jinja2 environment of reports in HTML: their words, links, style, script and policy."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from a11ycheck import __version__, language, templates
from a11ycheck.config import Config
from a11ycheck.reporters import reasons, remedies, trend, wording
from a11ycheck.reporters.driven import driven_sample
from a11ycheck.reporters.html_site import Site, criterion_name, group_name
from a11ycheck.reporters.said import said
from a11ycheck.reporters.wording import Section
from a11ycheck.store.pictures import PictureFile
from a11ycheck.store.rows import GroupRow, TargetRow

MOST_HTML, MOST_MESSAGE, MOST_SELECTOR = 1500, 1000, 500
Picture = Callable[[PictureFile], str]


def environment(site: Site, config: Config, picture: Picture, *, single: bool = False) -> Environment:
    """The shared environment with what this report adds; the shared one stays as it is.

    `picture`: what a picture's `src` holds after the base, empty for none. `single`: links stay within the file.
    """
    found = templates.environment().overlay()
    style = minified("style.css")
    script = minified("filter.js")

    def group_link(group: GroupRow) -> str:
        return f"#{group_name(group)}" if single else f"{group_name(group)}.html"

    def criterion_link(num: str) -> str:
        return f"#{criterion_name(num)}" if single else f"{criterion_name(num)}.html"

    def page_link(row: TargetRow) -> str:
        return f"#{site.page_names[row.id]}" if single else f"{site.page_names[row.id]}.html"

    found.filters = {
        **found.filters,
        **WORDS,
        "better_colour": remedies.better_colour,
        "criterion_file": criterion_link,
        "criterion_id": criterion_name,
        "group_file": group_link,
        "group_id": group_name,
        "page_file": page_link,
        "page_id": lambda row: site.page_names[row.id],
        "picture_link": picture,
        "remedy": remedies.remedy,
        "why": remedies.why,
    }
    pictures = "data:" if single else "'self' file:"
    found.globals = {
        **found.globals,
        "site": site,
        "driven_sample": driven_sample(site.view).sentence,
        "run": site.view,
        "product": product(config),
        "Section": Section,
        "of_pages": wording.of_pages,
        "not_conformance": wording.NOT_CONFORMANCE,
        "most_html": MOST_HTML,
        "most_message": MOST_MESSAGE,
        "most_selector": MOST_SELECTOR,
        "spoken": language.spoken,
        "style": Markup(style),
        "script": Markup(script),
        "policy": policy(style, script, f"img-src {pictures}"),
        "to": lambda name: f"#{name}" if single else f"{name}.html",
        "tool_version": __version__,
        "trend_columns": trend.columns,
        "trend_values": trend.values,
    }
    return found


def breakable(text: str) -> Markup:
    """The text as HTML that may be broken after the signs within addresses and file names."""
    return Markup(_BREAKS.sub(r"\1<wbr>", str(escape(text))))


_BREAKS = re.compile(r"([/._?=-])(?=\w)")
WORDS: dict[str, Any] = {
    "breakable": breakable,
    "count": wording.count,
    "criterion": wording.criterion_label,
    "figures": language.number,
    "group_element": wording.group_element,
    "group_help": wording.group_help,
    "group_label": wording.group_label,
    "impact": wording.impact_label,
    "one_line": wording.one_line,
    "page_label": wording.page_label,
    "reason": wording.reason,
    "rule_help": wording.rule_help,
    "spoken_reason": reasons.spoken_reason,
    "says": lambda finding: said(finding.rule, finding.message),
    "snippet": lambda text, most: wording.shorten(wording.visible(text), most),
    "status": wording.status_label,
    "visible": wording.visible,
    "web_link": wording.web_link,
    "when": language.moment,
}
"""Filters that say things."""


def product(config: Config) -> str:
    """Name and version of the product; empty when the configuration has neither."""
    return " ".join(part for part in (config.product.name, config.product.version) if part)


def policy(style: str, script: str, *more: str) -> str:
    """A Content Security Policy that lets just this style and this script be used, and what else is named."""
    scripts = f"script-src 'sha256-{_digest(script)}'" if script else "script-src 'none'"
    parts = (f"style-src 'sha256-{_digest(style)}'", scripts, *more, "base-uri 'none'", "form-action 'none'")
    return "; ".join(("default-src 'none'", *parts))


def minified(name: str) -> str:
    """The reports' `style.css` or `filter.js` as they stand within a page."""
    lines = (templates.folder() / "html" / name).read_text(encoding="utf-8").splitlines()
    return " ".join(" ".join(lines).split()) if name.endswith(".css") else "\n".join(line.strip() for line in lines)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
