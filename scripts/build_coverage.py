"""Writes docs/coverage.md: how far checks go for each WCAG 2.2 A and AA criterion. Run it after adding a check.

A criterion counts as proven only where a named test shows a true failure: for axe's rules the page of that criterion in
tests/checks/test_axe_proofs.py, for a check of our own a test of its file in tests/checks/ named `test_fails_…`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from a11ycheck.conformance.coverage import coverage
from a11ycheck.standards import wcag

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "coverage.md"
AXE_TESTS = ROOT / "tests" / "checks" / "test_axe_proofs.py"

CLASSES = ("proves", "asks", "evidence", "person")
INTRODUCTION = """# How far checks go, criterion by criterion

Written by `scripts/build_coverage.py` from the checks themselves; do not edit.

- **proves**: at least one check reports a failure of this criterion without a person, and a test shows a true one. It proves *some*
  failures, never all, and never that the criterion is met.
- **asks**: checks point a person to places that may fail.
- **evidence**: facts are collected for the person who judges; nothing is asked or proven.
- **person**: nothing here helps; a person follows the procedure that `a11ycheck criteria` prints.

| Class | Criteria |
| --- | --- |
{totals}

axe-core alone can report a violation for {axe} of the {all}.

| Criterion | Level | Class | Proven by | Asked by | Test of a true failure |
| --- | --- | --- | --- | --- | --- |
"""


def criteria() -> list[wcag.Criterion]:
    """The WCAG 2.2 criteria of level A and AA, in order."""
    return [found for found in wcag.all_criteria() if found.level in ("A", "AA") and not found.removed_in]


def proof(check: str) -> str:
    """The test that shows a true failure by a check of our own; empty where there is none."""
    path = ROOT / "tests" / "checks" / f"test_{check.replace('-', '_')}.py"
    return next((f"{path.name}::{name}" for name in _functions(path) if name.startswith("test_fails")), "")


def axe_proofs() -> set[str]:
    """Criteria for which a page is shown that axe fails: keys of `PAGES` in its test."""
    for node in ast.parse(AXE_TESTS.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == "PAGES" and node.value:
            return set(ast.literal_eval(node.value))
    raise LookupError(f"{AXE_TESTS} has no table PAGES")


def page() -> str:
    """The whole page as Markdown."""
    by_axe = axe_proofs()
    rows, classes = [], []
    for found in criteria():
        known = coverage(found.num)
        own = [name for name in known.proves if not name.startswith("axe: ")]
        tests = [f"`{AXE_TESTS.name}`"] if found.num in by_axe else []
        tests += [f"`{test}`" for name in own if (test := proof(name))]
        level = (
            "proves" if tests else "asks" if known.proves or known.asks else "evidence" if known.informs else "person"
        )
        classes.append(level)
        asks = [*known.asks, *(name for name in known.proves if not tests)]
        cells = (
            f"{found.num} {found.name}", found.level, level, _names(known.proves if tests else ()), _names(asks),
            "<br>".join(tests),
        )  # fmt: skip
        rows.append("| " + " | ".join(cells) + " |\n")
    totals = "\n".join(f"| {name} | {classes.count(name)} |" for name in CLASSES)
    return INTRODUCTION.format(totals=totals, axe=len(by_axe), all=len(classes)) + "".join(rows)


def _names(checks: tuple[str, ...] | list[str]) -> str:
    axe = sum(name.startswith("axe: ") for name in checks)
    rules = [f"axe ({axe} {'rule' if axe == 1 else 'rules'})"] if axe else []
    return ", ".join(rules + [f"`{name}`" for name in checks if not name.startswith("axe: ")])


def _functions(path: Path) -> Iterator[str]:
    if path.is_file():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from (node.name for node in tree.body if isinstance(node, ast.FunctionDef))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
