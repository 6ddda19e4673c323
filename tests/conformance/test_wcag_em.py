"""Evaluations for the WCAG-EM Report Tool: valid JSON-LD that says what people found, in the tool's own form."""

from __future__ import annotations

import json

import pytest
from pyld import jsonld
from tests.conformance.acr_sample import SITE, WriteRun
from tests.conformance.test_recorded import judge, results, sampled

from a11ycheck.config import Config
from a11ycheck.conformance.recorded import read
from a11ycheck.conformance.wcag_em import page_id, render_evaluation
from a11ycheck.store.audit_sample import SamplePage

EARL = "http://www.w3.org/ns/earl#"


def exported(view, config: Config) -> dict:
    return json.loads(render_evaluation(read(view, config), config, "2026-11-24"))


def test_every_verdict_on_a_page_of_the_sample_is_an_assertion(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    sampled(view, "/a")
    judge(view, "failed", "/a", note="No text </script>")
    judge(view, "passed", "/b")
    (expanded,) = jsonld.expand(exported(view, config))
    (assertion,) = expanded["http://www.w3.org/TR/WCAG-EM/#step4"]
    result = assertion[f"{EARL}result"][0]
    assert result[f"{EARL}outcome"][0]["@id"] == f"{EARL}failed"
    assert assertion[f"{EARL}test"][0]["@id"] == "http://www.w3.org/TR/WCAG21/#non-text-content"
    assert assertion[f"{EARL}subject"][0]["@id"] == f"{SITE}/a"
    page = exported(view, config)["selectSample"]["structuredSample"][0]
    assert page["description"] == page["id"]
    sample = expanded["http://www.w3.org/TR/WCAG-EM/#step3"][0]
    assert sample["http://www.w3.org/TR/WCAG-EM/#step3a"][0]["@id"] == f"{SITE}/a"


def test_what_testers_differ_on_or_is_stale_cannot_be_told(write_run: WriteRun, config: Config) -> None:
    view = write_run(*results())
    sampled(view, "/a", "/b")
    judge(view, "passed", "/a")
    judge(view, "failed", "/a", tester="Bob")
    judge(view, "passed", "/b", digests=("old",))
    outcomes = {each["result"]["outcome"]["id"] for each in exported(view, config)["auditSample"]}
    assert outcomes == {"earl:cantTell"}


@pytest.mark.parametrize(
    ("page", "iri"),
    [
        (SamplePage("/a", "https://a.test/a"), "https://a.test/a"),
        (SamplePage("/a [menu open]", "https://a.test/a", "menu open"), "https://a.test/a#menu%20open"),
        (SamplePage("docs/a.html", "docs/a.html"), "urn:a11ycheck:page:docs%2Fa.html"),
    ],
)
def test_a_page_has_an_iri_of_its_own(page: SamplePage, iri: str) -> None:
    assert page_id(page) == iri
