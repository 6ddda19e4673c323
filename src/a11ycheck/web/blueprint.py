"""The blueprint that all pages hang on, and what several of them need."""

from __future__ import annotations

import uuid
from typing import Any

from flask import Blueprint

from a11ycheck.store.verdicts import METHODS, RESULTS, SEVERITIES, Subject
from a11ycheck.web.desk import clear_desk, desk

blueprint = Blueprint("pages", __name__)
blueprint.teardown_app_request(clear_desk)
PAGE_SIZE = 25
MANY_FINDINGS = 5_000
"""Above this pages do not work out the report."""
About = tuple[Subject, str, str]


@blueprint.app_context_processor
def _common() -> dict[str, Any]:
    return {
        "desk": desk,
        "new_uid": lambda: uuid.uuid4().hex,
        "RESULTS": RESULTS,
        "METHODS": METHODS,
        "SEVERITIES": SEVERITIES,
    }


def reads_fast() -> bool:
    """Whether working out the report, which reads every finding, is quick enough for a page."""
    return sum(group.findings for group in desk().view.groups) <= MANY_FINDINGS


def stale(about: About) -> str:
    """Why the verdict on a thing no longer holds; empty when it does or there is none."""
    ruling = desk().recorded.rulings.get(about)
    return desk().recorded.stale(ruling.verdict) if ruling else ""
