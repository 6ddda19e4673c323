"""EARL as a JSON-LD processor and W3C's importer read it."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pyld import jsonld

from a11ycheck.config import Config
from a11ycheck.conformance.standing import may_fail
from a11ycheck.conformance.wcag_em import CONTEXT, page_iri
from a11ycheck.model import Outcome
from a11ycheck.reporters.base import write_reports
from a11ycheck.standards.wcag import all_criteria
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import Verdict, finding_digests, save

IMPORTER = CONTEXT | {
    "schema": "http://schema.org/",
    "name": "schema:name",
    "source": {"@id": "dcterms:source", "@type": "@id"},
    "hasPart": "dcterms:hasPart",
    "isPartOf": "dcterms:isPartOf",
}
"""The names that the importer reads, by the vocabularies they belong to: those of its export and some older ones."""
OUTCOMES = {f"earl:{name}" for name in ("passed", "failed", "cantTell", "inapplicable", "untested")}


def taken(found: list[dict], sample: set[str]) -> list[tuple[str, str, str, str]]:
    """What W3C's WCAG-EM Report Tool takes of the assertions: page, criterion, outcome and the name it shows.

    Its rules: test, subject and result are there; the criterion is what stands behind the first colon of
    `test.isPartOf.id`, else of `test.id`; the subject's id is an absolute URL and equals that of a page of the sample;
    `result.outcome.id` is a known outcome, and another one stops the whole import (issue 114 of the tool).
    """
    criteria = {each.id for each in all_criteria()}
    kept = []
    for each in found:
        if not (each.get("test") and each.get("subject") and each.get("result")):
            continue
        outcome = each["result"]["outcome"]["id"]
        assert outcome in OUTCOMES
        test = each["test"].get("isPartOf", each["test"])["id"].split(":")[1]
        page = each["subject"]["id"]
        if test in criteria and page in sample and urlsplit(page).scheme and outcome != "earl:untested":
            kept.append((page, test, outcome, each["assertedBy"].get("name", each["assertedBy"].get("id"))))
    return kept


def document(view: RunView, config: Config, folder: Path) -> dict:
    (path,) = write_reports(view, config, ["earl"], folder)
    assert path.name == "findings.jsonld"
    return json.loads(path.read_text(encoding="ascii"))


def assertions(view: RunView, config: Config, folder: Path) -> list[dict]:
    """What a JSON-LD processor makes of the file, framed by type as the importer does."""
    framed = jsonld.frame(document(view, config, folder), {"@context": IMPORTER, "type": "earl:Assertion"})
    return framed.get("@graph", [framed])


def test_every_finding_on_a_criterion_is_asserted_once(view: RunView, config: Config, tmp_path: Path) -> None:
    found = assertions(view, config, tmp_path)
    wanted = [(finding, num) for finding in view.findings() for num in finding.rule.criteria]
    assert len(found) == len(wanted) > 0


def test_the_importer_takes_every_assertion_on_a_page_of_its_sample(
    view: RunView, config: Config, tmp_path: Path
) -> None:
    found = assertions(view, config, tmp_path)
    sample = {page_iri(target.target.url, target.page_key) for target in view.targets}
    kept = taken(found, sample)
    assert len(kept) == len(found) > 0
    assert {outcome for _, _, outcome, _ in kept} == {"earl:failed", "earl:cantTell"}
    assert {shown for *_, shown in kept} == {f"a11ycheck {view.tool_version}"}
    assert {each["mode"]["id"] for each in found} == {"earl:automatic"}


def test_what_fails_with_the_exports_of_others_is_left_out_or_stops_the_import() -> None:
    """Outcome as a string, a rule without its criterion, a page that is not the sample's: what the tool does with axe's."""
    good = {
        "test": {"id": "axe:image-alt", "isPartOf": {"id": "WCAG21:non-text-content"}},
        "subject": {"id": "https://a.test/"}, "result": {"outcome": {"id": "earl:failed"}}, "assertedBy": {"id": "_:b0"},
    }  # fmt: skip
    assert len(taken([good], {"https://a.test/"})) == 1
    assert taken([good | {"test": {"id": "axe:image-alt"}}], {"https://a.test/"}) == []
    assert taken([good | {"subject": {"id": "a.html"}}], {"https://a.test/"}) == []
    with pytest.raises(TypeError):
        taken([good | {"result": {"outcome": "earl:failed"}}], {"https://a.test/"})


@pytest.mark.parametrize(
    ("url", "iri"),
    [("https://a.test/x", "https://a.test/x"), ("docs/a.html", "urn:a11ycheck:page:docs%2Fa.html"),
     ("javascript:alert(1)", "urn:a11ycheck:page:docs%2Fa.html")],
)  # fmt: skip
def test_a_page_without_a_url_has_an_absolute_name(url: str, iri: str) -> None:
    assert page_iri(url, "docs/a.html") == iri


def test_a_rule_that_may_not_fail_a_criterion_never_does(view: RunView, config: Config, tmp_path: Path) -> None:
    found = assertions(view, config, tmp_path)
    failures = [
        num
        for finding in view.findings()
        for num in finding.rule.criteria
        if finding.outcome is Outcome.FAILED and may_fail(finding.rule)
    ]
    assert sum(one["result"]["outcome"]["id"] == "earl:failed" for one in found) == len(failures)


def test_passes_of_checks_are_left_out(view: RunView, config: Config, tmp_path: Path) -> None:
    assert "earl:passed" not in json.dumps(document(view, config, tmp_path))


@pytest.mark.parametrize(("result", "outcome"), [("barrier", "earl:failed"), ("not-a-barrier", "earl:passed")])
def test_a_verdict_on_a_finding_is_a_person_s_assertion(
    result: str, outcome: str, view: RunView, config: Config, tmp_path: Path
) -> None:
    finding = next(one for one in view.findings() if one.rule.criteria)
    digests = finding_digests(view.connection, view.id, finding.fingerprint)[finding.fingerprint]
    save(
        view.connection,
        Verdict("finding", finding.fingerprint, "Ann <b>Auditor</b>", result, note="Seen.", digests=tuple(digests)),
    )
    manual = [one for one in assertions(view, config, tmp_path) if one["mode"]["id"] == "earl:manual"]
    same = [one for one in view.findings() if one.fingerprint == finding.fingerprint]
    assert len(manual) == sum(len(one.rule.criteria) for one in same)
    assert {one["result"]["outcome"]["id"] for one in manual} == {outcome}
    assert manual[0]["result"]["description"] == "Seen."
    assert manual[0]["assertedBy"]["name"] == "Ann <b>Auditor</b>"


def test_a_verdict_on_a_row_is_asserted_of_the_product(view: RunView, config: Config, tmp_path: Path) -> None:
    save(view.connection, Verdict("row", "2.4.3", "Ann", "Partially Supports", place="web", note="The dialog."))
    (manual,) = [one for one in assertions(view, config, tmp_path) if one["mode"]["id"] == "earl:manual"]
    assert manual["result"]["outcome"]["id"] == "earl:failed"
    assert manual["test"]["isPartOf"]["id"] == "WCAG21:focus-order"
    assert manual["subject"]["title"] == "Parley 7.1"
