"""`--format earl`: EARL 1.0 in JSON-LD, an assertion per finding and criterion and per verdict of a person.

The form is the one that W3C's WCAG-EM Report Tool imports: one criterion an assertion, named by its address under
`isPartOf` of the test; the outcome as a node (`{"@id": "earl:failed"}`), since a plain string stops the import; the page's
address as the subject's id, compared with the addresses of its sample; the assertor under `schema:name`, which is the one
name it shows. Automated passes are left out: they would read as "criterion met".
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from a11ycheck.config import Config
from a11ycheck.conformance.recorded import Recorded, read, signature
from a11ycheck.conformance.standing import may_fail
from a11ycheck.conformance.text import printable
from a11ycheck.conformance.wcag_em import page_iri
from a11ycheck.model import Json, Outcome
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.standards.wcag import criterion, is_criterion
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import FindingRow, TargetRow
from a11ycheck.store.verdicts import BARRIER, Verdict

META = ReporterMeta(
    format="earl", extension="jsonld", title="EARL as JSON-LD, for W3C's WCAG-EM Report Tool and other programs."
)
SOFTWARE = "_:a11ycheck"
PRODUCT = "_:product"
CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dcterms": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "ptr": "http://www.w3.org/2009/pointers#",
    "schema": "http://schema.org/",
    "WCAG20": "http://www.w3.org/TR/WCAG20/#",
    "WCAG21": "http://www.w3.org/TR/WCAG21/#",
    "WCAG22": "http://www.w3.org/TR/WCAG22/#",
}
OF_LEVEL = {
    "Supports": Outcome.PASSED,
    "Partially Supports": Outcome.FAILED,
    "Does Not Support": Outcome.FAILED,
    "Not Applicable": Outcome.INAPPLICABLE,
}


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the document: assertors, then what the checks found in plan order, then what people decided."""
    recorded = read(view, config)
    graph: list[Json] = [_software(view)]
    graph += _automatic(view)
    graph += _manual(view, config, recorded)
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, indent=2, ensure_ascii=True)
    report.main.write_text(text + "\n", encoding="ascii")


def _software(view: RunView) -> Json:
    return {
        "@id": SOFTWARE,
        "@type": ["earl:Assertor", "earl:Software"],
        "doap:name": "a11ycheck",
        "schema:name": f"a11ycheck {view.tool_version}",
        "doap:release": {"doap:revision": view.tool_version},
    }


def _automatic(view: RunView) -> Iterator[Json]:
    day = (view.finished or view.started)[:10]
    for finding in view.findings():
        for num in filter(is_criterion, finding.rule.criteria):
            outcome = finding.outcome if may_fail(finding.rule) else Outcome.CANT_TELL
            yield _assertion(
                _page(view.target_by_id[finding.target_id]),
                _test(num, f"{finding.rule.check}:{finding.rule.rule}", finding.rule.help),
                outcome,
                finding.message,
                "earl:automatic",
                SOFTWARE,
                day,
                finding,
            )


def _manual(view: RunView, config: Config, recorded: Recorded) -> Iterator[Json]:
    findings: dict[str, list[FindingRow]] = {}
    for finding in view.findings():
        findings.setdefault(finding.fingerprint, []).append(finding)
    for ruling in recorded.rulings.values():
        for verdict in (ruling.verdict, *ruling.rivals):
            if verdict.subject == "finding":
                yield from _on_finding(view, verdict, findings.get(verdict.key, []))
            elif verdict.subject == "page" and is_criterion(verdict.key):
                for target in recorded.pages.get(verdict.place, ()):
                    yield _by_person(_page(target), verdict.key, Outcome(verdict.result), verdict)
            elif verdict.subject == "row" and verdict.place == "web" and verdict.result in OF_LEVEL:
                yield _by_person(_product(config), verdict.key, OF_LEVEL[verdict.result], verdict)


def _on_finding(view: RunView, verdict: Verdict, found: list[FindingRow]) -> Iterator[Json]:
    outcome = Outcome.FAILED if verdict.result == BARRIER else Outcome.PASSED
    for finding in found:
        for num in filter(is_criterion, finding.rule.criteria):
            yield _by_person(_page(view.target_by_id[finding.target_id]), num, outcome, verdict, finding)


def _by_person(subject: Json, num: str, outcome: Outcome, verdict: Verdict, finding: FindingRow | None = None) -> Json:
    signed = signature(verdict)
    name = printable(signed.name)
    person = {"@type": ["earl:Assertor", "foaf:Person"], "foaf:name": name, "schema:name": name}
    test = _test(num, num, criterion(num).name)
    return _assertion(subject, test, outcome, verdict.note, "earl:manual", person, signed.date, finding)


def _assertion(
    subject: Json,
    test: Json,
    outcome: Outcome,
    description: str,
    mode: str,
    assertor: Json,
    day: str,
    finding: FindingRow | None,
) -> Json:
    result: dict[str, Json] = {
        "@type": "earl:TestResult",
        "earl:outcome": {"@id": f"earl:{outcome.value}"},
        "dcterms:description": printable(description),
        "dcterms:date": day,
    }
    if finding is not None and finding.location.selector:
        pointer = {"@type": "ptr:CSSSelectorPointer", "ptr:expression": printable(finding.location.selector)}
        result["earl:pointer"] = pointer
    return {
        "@type": "earl:Assertion",
        "earl:subject": subject,
        "earl:test": test,
        "earl:result": result,
        "earl:mode": {"@id": mode},
        "earl:assertedBy": {"@id": assertor} if isinstance(assertor, str) else assertor,
    }


def _page(target: TargetRow) -> Json:
    iri = page_iri(target.target.url, target.target.model_copy(update={"state": ""}).page_key)
    return {
        "@id": iri,
        "@type": ["earl:TestSubject", "schema:WebPage"],
        "dcterms:title": printable(target.facts.title),
        "dcterms:source": {"@id": iri},
        **({"schema:additionalType": printable(target.target.state)} if target.target.state else {}),
    }


def _product(config: Config) -> Json:
    name = " ".join(part for part in (config.product.name, config.product.version) if part)
    return {"@id": PRODUCT, "@type": "earl:TestSubject", "dcterms:title": printable(name)}


def _test(num: str, name: str, title: str) -> Json:
    """A test of one criterion; the criterion is named as in the WCAG version that brought it, by its id of WCAG 2.1 on."""
    known = criterion(num)
    prefix = "WCAG22" if known.introduced == "2.2" else "WCAG21"
    return {
        "@id": f"urn:a11ycheck:{name}:{num}",
        "@type": "earl:TestCriterion",
        "dcterms:title": printable(title),
        "dcterms:isPartOf": {"@id": f"{prefix}:{known.id}", "@type": "earl:TestRequirement"},
    }
