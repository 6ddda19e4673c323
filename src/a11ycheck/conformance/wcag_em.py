"""An evaluation as W3C's WCAG-EM Report Tool opens and saves it: scope, sample, and one assertion for each verdict on a page.

The form is that of the tool's own export, JSON-LD with its context. Source: https://www.w3.org/TR/WCAG-EM/ and
https://github.com/w3c/wai-wcag-em-report-tool.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from a11ycheck import __version__
from a11ycheck.config import Config
from a11ycheck.conformance.recorded import Recorded
from a11ycheck.conformance.text import printable
from a11ycheck.model import Json
from a11ycheck.standards.wcag import criterion, is_criterion
from a11ycheck.store.audit_sample import SamplePage
from a11ycheck.store.verdicts import Verdict

OUTCOMES = {
    "passed": ("earl:passed", "Pass", "Passed"),
    "failed": ("earl:failed", "Fail", "Failed"),
    "cantTell": ("earl:cantTell", "CannotTell", "Cannot tell"),
    "inapplicable": ("earl:inapplicable", "NotApplicable", "Not present"),
}
CONTEXT = {
    "reporter": "http://github.com/w3c/wcag-em-report-tool/",
    "wcagem": "http://www.w3.org/TR/WCAG-EM/#",
    "Evaluation": "wcagem:procedure",
    "defineScope": "wcagem:step1",
    "scope": "wcagem:step1a",
    "step1b": {"@id": "wcagem:step1b", "@type": "@id"},
    "conformanceTarget": "step1b",
    "accessibilitySupportBaseline": "wcagem:step1c",
    "additionalEvaluationRequirements": "wcagem:step1d",
    "exploreTarget": "wcagem:step2",
    "essentialFunctionality": "wcagem:step2b",
    "pageTypeVariety": "wcagem:step2c",
    "technologiesReliedUpon": "wcagem:step2d",
    "selectSample": "wcagem:step3",
    "structuredSample": "wcagem:step3a",
    "randomSample": "wcagem:step3b",
    "Website": "wcagem:website",
    "Webpage": "wcagem:webpage",
    "auditSample": "wcagem:step4",
    "reportFindings": "wcagem:step5",
    "documentSteps": "wcagem:step5a",
    "commissioner": "wcagem:commissioner",
    "evaluator": "wcagem:evaluator",
    "evaluationSpecifics": "wcagem:step5b",
    "WCAG": "http://www.w3.org/TR/WCAG/#",
    "WCAG20": "http://www.w3.org/TR/WCAG20/#",
    "WCAG21": "http://www.w3.org/TR/WCAG21/#",
    "WCAG22": "http://www.w3.org/TR/WCAG22/#",
    "WAI": "http://www.w3.org/WAI/",
    "A": "WAI:WCAG2A-Conformance",
    "AA": "WAI:WCAG2AA-Conformance",
    "AAA": "WAI:WCAG2AAA-Conformance",
    "wcagVersion": "WAI:standards-guidelines/wcag/#versions",
    "reportToolVersion": "wcagem:reportToolVersion",
    "earl": "http://www.w3.org/ns/earl#",
    "Assertion": "earl:Assertion",
    "TestMode": "earl:TestMode",
    "TestCriterion": "earl:TestCriterion",
    "TestRequirement": "earl:TestRequirement",
    "TestSubject": "earl:TestSubject",
    "TestResult": "earl:TestResult",
    "OutcomeValue": "earl:OutcomeValue",
    "Pass": "earl:Pass",
    "Fail": "earl:Fail",
    "CannotTell": "earl:CannotTell",
    "NotApplicable": "earl:NotApplicable",
    "NotTested": "earl:NotTested",
    "assertedBy": "earl:assertedBy",
    "mode": "earl:mode",
    "result": "earl:result",
    "subject": "earl:subject",
    "test": "earl:test",
    "outcome": "earl:outcome",
    "dcterms": "http://purl.org/dc/terms/",
    "title": "dcterms:title",
    "description": "dcterms:description",
    "summary": "dcterms:summary",
    "date": "dcterms:date",
    "id": "@id",
    "type": "@type",
    "language": "@language",
}


def render_evaluation(recorded: Recorded, config: Config, day: str) -> str:
    """The evaluation as JSON text. `day`: its date, ISO 8601. Verdicts that testers differ on are left as cannot tell."""
    sample, product = recorded.sample, config.product
    pages = sample.pages if sample else ()
    testers = dict.fromkeys(
        ruling.verdict.tester for (subject, _, _), ruling in recorded.rulings.items() if subject == "page"
    )
    title = printable(" ".join(part for part in (product.name, product.version) if part))
    evaluation = {
        "@context": CONTEXT,
        "type": "Evaluation",
        "language": "en",
        "reportToolVersion": f"a11ycheck {__version__}",
        "defineScope": {
            "id": "_:defineScope",
            "scope": {
                "id": "_:website",
                "type": ["TestSubject", "Website"],
                "title": title,
                "description": printable(sample.scope) if sample else "",
            },
            "conformanceTarget": "AA",
            "accessibilitySupportBaseline": "; ".join(_technologies(recorded)),
            "additionalEvaluationRequirements": "",
            "wcagVersion": "2.2",
        },
        "exploreTarget": {
            "id": "_:exploreTarget",
            "essentialFunctionality": "; ".join(printable(each.name) for each in (sample.processes if sample else ())),
            "pageTypeVariety": "",
            "technologiesReliedUpon": ["HTML", "CSS", "WAI-ARIA", "JavaScript"],
        },
        "selectSample": {
            "id": "_:selectSample",
            "structuredSample": [_page(page) for page in pages if page.why != "random"],
            "randomSample": [_page(page) for page in pages if page.why == "random"],
        },
        "auditSample": [_assertion(page, verdict) for page, verdict in standing(recorded)],
        "reportFindings": {
            "date": {"type": "http://www.w3.org/TR/NOTE-datetime", "@value": day},
            "summary": "",
            "title": f"Accessibility evaluation of {title}".strip(),
            "commissioner": printable(product.company),
            "evaluator": printable(", ".join(testers)),
            "documentSteps": [
                {"id": f"_:{step}"} for step in ("about", "defineScope", "exploreTarget", "selectSample")
            ],
            "evaluationSpecifics": printable(product.evaluation_methods),
        },
    }
    return json.dumps(evaluation, indent=2, ensure_ascii=True) + "\n"


def page_id(page: SamplePage) -> str:
    """The IRI of a page or state: its URL, with the state behind a number sign; a name of ours where it has no URL."""
    iri = page_iri(page.url, page.place)
    return f"{iri}#{quote(page.state, safe='')}" if page.state and iri == page.url else iri


def page_iri(url: str, place: str) -> str:
    """The IRI of a page whatever its state: its URL, or a name of ours for a page of a folder."""
    return url if url.startswith(("http://", "https://")) else f"urn:a11ycheck:page:{quote(place, safe='')}"


def _page(page: SamplePage) -> Json:
    """A page of the sample. The tool makes its id anew from the description, which therefore is the IRI and nothing else."""
    title = page.title or page.place
    where = (page.state and f"state {page.state}") or (page.place if page_id(page) != page.url else "")
    return {
        "id": page_id(page),
        "type": ["TestSubject", "Webpage"],
        "title": printable(f"{title} ({where})" if where and where != title else title),
        "description": page_id(page),
    }


def standing(recorded: Recorded) -> Iterator[tuple[SamplePage, Verdict]]:
    """What an evaluation says of each page and criterion: the verdict in force, cantTell where testers differ or it is stale."""
    by_place = {page.place: page for page in recorded.sample.pages} if recorded.sample else {}
    for (subject, num, place), ruling in sorted(recorded.rulings.items()):
        if subject == "page" and place in by_place and is_criterion(num):
            unsettled = ruling.rivals or recorded.stale(ruling.verdict)
            yield by_place[place], replace(ruling.verdict, result="cantTell") if unsettled else ruling.verdict


def _assertion(page: SamplePage, verdict: Verdict) -> Json:
    known = criterion(verdict.key)
    prefix = "WCAG22" if known.introduced == "2.2" else "WCAG21"
    outcome, kind, title = OUTCOMES[verdict.result]
    return {
        "type": "Assertion",
        "date": verdict.stamp,
        "assertedBy": {"type": "earl:Assertor", "title": printable(verdict.tester)},
        "mode": {"type": "TestMode", "@value": "earl:manual"},
        "result": {
            "type": "TestResult",
            "date": verdict.stamp,
            "description": "\n".join(printable(line) for line in verdict.note.splitlines()),
            "outcome": {"id": outcome, "type": ["OutcomeValue", kind], "title": title},
        },
        "subject": _page(page),
        "test": {
            "id": f"{prefix}:{known.id}",
            "type": ["TestCriterion", "TestRequirement"],
            "title": f"{known.num} {known.name}",
        },
    }


def _technologies(recorded: Recorded) -> list[str]:
    used = (ruling.verdict.assistive_technology for ruling in recorded.rulings.values())
    return [printable(each) for each in dict.fromkeys(used) if each]
