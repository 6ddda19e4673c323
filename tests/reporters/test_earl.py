"""EARL as a JSON-LD processor and W3C's importer read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyld import jsonld

from a11ycheck.config import Config
from a11ycheck.conformance.standing import may_fail
from a11ycheck.model import Outcome
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.queries import RunView
from a11ycheck.store.verdicts import Verdict, finding_digests, save

IMPORTER = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "WCAG21": "http://www.w3.org/TR/WCAG21/#",
    "WCAG22": "http://www.w3.org/TR/WCAG22/#",
    "test": "earl:test", "subject": "earl:subject", "result": "earl:result", "outcome": "earl:outcome",
    "mode": "earl:mode", "assertedBy": "earl:assertedBy", "isPartOf": "dct:isPartOf", "description": "dct:description",
    "id": "@id", "type": "@type",
}  # fmt: skip
"""The names that the importer reads, by the vocabularies they belong to."""


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


def test_each_assertion_has_what_the_importer_asks_for(view: RunView, config: Config, tmp_path: Path) -> None:
    urls = {target.target.url for target in view.targets}
    for assertion in assertions(view, config, tmp_path):
        assert assertion["subject"]["id"] in urls
        prefix, _, name = assertion["test"]["isPartOf"]["id"].partition(":")
        assert prefix in ("WCAG21", "WCAG22")
        assert name
        assert assertion["result"]["outcome"]["id"] in ("earl:failed", "earl:cantTell")
        assert assertion["mode"]["id"] == "earl:automatic"


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
    assert manual[0]["assertedBy"]["http://xmlns.com/foaf/0.1/name"] == "Ann <b>Auditor</b>"


def test_a_verdict_on_a_row_is_asserted_of_the_product(view: RunView, config: Config, tmp_path: Path) -> None:
    save(view.connection, Verdict("row", "2.4.3", "Ann", "Partially Supports", place="web", note="The dialog."))
    (manual,) = [one for one in assertions(view, config, tmp_path) if one["mode"]["id"] == "earl:manual"]
    assert manual["result"]["outcome"]["id"] == "earl:failed"
    assert manual["test"]["isPartOf"]["id"] == "WCAG21:focus-order"
    assert manual["subject"]["dct:title"] == "Parley 7.1"
