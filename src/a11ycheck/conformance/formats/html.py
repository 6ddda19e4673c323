"""The report as one HTML file: no script, a strict content security policy, readable in print and at 320 CSS px."""

from __future__ import annotations

import base64
import hashlib

from jinja2 import Environment
from markupsafe import Markup

from a11ycheck.conformance.acr import Acr
from a11ycheck.conformance.formats import AcrFormat
from a11ycheck.conformance.links import page_href, web_href
from a11ycheck.conformance.listing import (
    affected,
    annex,
    evidence_line,
    has_remarks,
    question_list,
    reasons_to_print,
    undecided_by_table,
)
from a11ycheck.conformance.remarks import element, example, owner_phrase, page_name, plural, spread
from a11ycheck.conformance.text import printable, shorten
from a11ycheck.conformance.wording import what_it_finds
from a11ycheck.standards.guidance import guidance
from a11ycheck.templates import environment

FORMAT = AcrFormat(name="html", extension="html", title="Web page, for reading and print")


def render(acr: Acr) -> bytes:
    """The whole file, UTF-8."""
    templates = environment()
    style = _source(templates, "acr/acr.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    text = templates.get_template("acr/acr.html").render(
        acr=acr,
        style=Markup(style),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        undecided=undecided_by_table(acr),
        questions=question_list(acr),
        affected=affected,
        annex=annex(acr),
        element=element,
        evidence_line=evidence_line,
        example=example,
        guidance=guidance,
        has_remarks=has_remarks,
        owner_phrase=owner_phrase,
        page_href=page_href,
        page_name=page_name,
        plural=plural,
        printable=printable,
        reasons_to_print=reasons_to_print,
        shorten=shorten,
        spread=spread,
        web_href=web_href,
        what_it_finds=what_it_finds,
    )
    return text.encode("utf-8", "replace")


def _source(templates: Environment, name: str) -> str:
    assert templates.loader is not None
    return templates.loader.get_source(templates, name)[0]
