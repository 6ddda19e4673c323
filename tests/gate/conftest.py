"""Runs made of a few words, for judging without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from a11ycheck.findings.fingerprint import fingerprint, group_key
from a11ycheck.model import (
    CheckOutcome,
    Identity,
    Impact,
    Location,
    Outcome,
    Target,
    TargetResult,
    TargetStatus,
    Variant,
    Visit,
)
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.queries import RunView
from a11ycheck.store.writer import RunWriter

CRITERIA = {
    "image-alt": ("1.1.1",),
    "color-contrast": ("1.4.3",),
    "link-name": ("2.4.4", "4.1.2"),
    "keyboard": ("2.1.1",),
}
ALL_RULES = ("image-alt", "color-contrast", "link-name", "region")


def barrier(
    rule: str = "image-alt",
    name: str = "",
    *,
    anchor: str = "file:logo.png",
    landmarks: tuple[str, ...] = ("main",),
    outcome: Outcome = Outcome.FAILED,
    impact: Impact = Impact.SERIOUS,
    digest: str = "",
    selector: str = "main > img",
    html: str = "<img>",
    check: str = "axe",
    best_practice: bool = False,
    role: str = "img",
) -> CheckOutcome:
    """A finding before it is stored."""
    identity = Identity(role=role, name=name, landmarks=landmarks, anchor=anchor, signature="main>img", digest=digest)
    return CheckOutcome(
        check=check, rule=rule, outcome=outcome, criteria=() if best_practice else CRITERIA.get(rule, ("4.1.2",)),
        best_practice=best_practice, impact=impact, message="x", help=f"{rule} must be right",
        location=Location(selector=selector, html=html, identity=identity),
    )  # fmt: skip


def page(
    path: str,
    *barriers: CheckOutcome,
    status: TargetStatus = TargetStatus.AUDITED,
    reason: str = "",
    variant: Variant | None = None,
    completed: Sequence[str] = ALL_RULES,
    untested: Sequence[str] = (),
    driving: bool = False,
    host: str = "https://example.test",
) -> TargetResult:
    """One target with its findings; all rules that found nothing passed."""
    target = Target(url=f"{host}{path}", variant=variant or Variant())
    found = [
        one.model_copy(update={"fingerprint": fingerprint(one, target.page_key), "group": group_key(one)})
        for one in barriers
    ]
    quiet = [rule for rule in completed if rule not in {one.rule for one in found} and rule not in untested]
    found += [
        CheckOutcome(check="axe", rule=rule, outcome=Outcome.PASSED, criteria=CRITERIA.get(rule, ())) for rule in quiet
    ]
    found += [CheckOutcome(check="axe", rule=rule, outcome=Outcome.UNTESTED, message="stopped") for rule in untested]
    return TargetResult(
        order=0, target=target, status=status, reason=reason, outcomes=tuple(found) if status != "not-audited" else (),
        driving=driving,
    )  # fmt: skip


Run = Callable[..., RunView]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """`run(page(…), …, axe="4.12.1", effort="standard")`: a stored run, all in one audit file."""
    with closing(open_audit_file(tmp_path / "audit.db")) as connection:

        def write(
            *results: TargetResult, axe: str = "4.12.1", effort: str = "standard", browser: str = "shell"
        ) -> RunView:
            writer = RunWriter.start(connection, {"effort": effort, "sample": "auto", "seed": 0})
            for order, result in enumerate(results):
                visit = Visit(order=order, url=result.target.url, variant=result.target.variant)
                writer.add_visits([visit])
                writer.save(visit, [result.model_copy(update={"order": order})], keep_evidence=False)
            writer.finish("complete", {"axe": axe, "browser": browser})
            return RunView(connection, writer.run_id)

        yield write
