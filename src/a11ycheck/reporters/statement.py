"""Renders drafts of an accessibility statement; `statement_eu` and `statement_us` are the formats."""

from __future__ import annotations

import base64
import hashlib
from typing import Literal

from markupsafe import Markup

from a11ycheck.config import Config
from a11ycheck.conformance.acr import build
from a11ycheck.conformance.recorded import read, with_profile
from a11ycheck.conformance.statement import statement
from a11ycheck.store.queries import RunView
from a11ycheck.templates import environment

EDITION: dict[Literal["eu", "us"], Literal["eu", "508"]] = {"eu": "eu", "us": "508"}


def render(view: RunView, config: Config, form: Literal["eu", "us"]) -> bytes:
    """The draft in one form: `eu` is the model statement of the EU, `us` that of a US federal agency."""
    recorded = read(view, config)
    acr = build(view, with_profile(config, recorded), EDITION[form], verdicts=recorded.verdicts())
    templates = environment()
    assert templates.loader is not None
    style = templates.loader.get_source(templates, "acr/acr.css")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    text = templates.get_template(f"statement/{form}.html").render(
        found=statement(acr),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=Markup(style),
    )
    return text.encode("utf-8", "replace")
