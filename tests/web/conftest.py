"""An audit of a small run with failures, questions, hostile text and evidence, and a client that signs in."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from tests.conformance.acr_sample import COMPLETE_PROFILE, SITE, VERSIONS, outcome, page
from tests.web.kept_evidence import EVIDENCE, HOSTILE
from werkzeug.test import TestResponse

from a11ycheck.config import Config, Product
from a11ycheck.model import Outcome, PageFacts, Visit
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.writer import RunWriter
from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit


@pytest.fixture
def audit(tmp_path: Path) -> Audit:
    """A run of three pages; the profile has no answers yet."""
    path = tmp_path / "audit.db"
    with closing(open_audit_file(path)) as connection:
        writer = RunWriter.start(connection, {})
        for order, name in enumerate(("index", "tour", "admin")):
            outcomes = [outcome("document-title", Outcome.PASSED, "2.4.2")]
            if name == "tour":
                outcomes.append(
                    outcome(
                        "image-alt", Outcome.FAILED, "1.1.1", selector="img.tour", name="Tour", role="image",
                        message=HOSTILE, html=HOSTILE, landmarks=("main",),
                    )
                )  # fmt: skip
            outcomes.append(
                outcome(
                    "color-contrast",
                    Outcome.CANT_TELL,
                    "1.4.3",
                    selector=f"h1.{name}",
                    name=name,
                    message="On an image.",
                )
            )
            result = page(order, f"{SITE}/{name}", tuple(outcomes)).model_copy(
                update={"facts": PageFacts(title=f"{name} {HOSTILE}", skeleton="s"), "evidence": EVIDENCE}
            )
            visit = Visit(order=order, url=result.target.url)
            writer.add_visits([visit])
            writer.save(visit, [result], keep_evidence=True)
        writer.finish("complete", VERSIONS)
    product = Product(
        company="Example Corp",
        name="Parley docs",
        version="7.2",
        description="Documentation of the Parley chat.",
        contact="accessibility@example.org",
        report_date="2099-11-24",
    )
    return Audit(path, Config(product=product, audit_file=path))


class Hand:
    """A browser of one tester: follows forms as it finds them, without JavaScript."""

    def __init__(self, client: FlaskClient, name: str = "Ann Auditor") -> None:
        self.client = client
        self.post("/tester", "/tester", tester=name, method="inspection")

    def get(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text

    def token(self, path: str = "/tester") -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get(path))
        assert found is not None
        return found.group(1)

    def post(self, path: str, on: str = "/tester", **fields: object) -> TestResponse:
        """Post a form and follow the redirect."""
        return self.client.post(path, data={"csrf_token": self.token(on)} | fields, follow_redirects=True)

    def verdict(self, subject: str, key: str, result: str, place: str = "", **fields: object) -> TestResponse:
        return self.post("/verdict", subject=subject, key=key, place=place, result=result, **fields)

    def sample(self, *places: str, percent: int = 0) -> TestResponse:
        return self.post("/sample", place=list(places), percent=percent, seed=1)


@pytest.fixture
def tester(audit: Audit) -> Hand:
    return Hand(create_app(audit).test_client())


@pytest.fixture
def another(audit: Audit) -> Callable[[str], Hand]:
    return lambda name: Hand(create_app(audit).test_client(), name)


def says(answer: TestResponse) -> str:
    """The notice of a page, as text."""
    found = re.search(r'role="status">([^<]*)</p>', answer.text)
    return unescape(found.group(1)) if found else ""


__all__ = ["COMPLETE_PROFILE", "HOSTILE", "Hand", "says"]
