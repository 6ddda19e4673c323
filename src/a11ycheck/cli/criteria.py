"""`a11ycheck criteria`: print a criterion, or list them all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

import click

from a11ycheck.cli._examples import examples
from a11ycheck.conformance.coverage import Coverage, coverage
from a11ycheck.standards import en301549, section508, wcag
from a11ycheck.standards.functional import fpc, fpc_criteria, fps, fps_clauses, fps_criteria
from a11ycheck.standards.guidance import guidance
from a11ycheck.standards.mapping import act_rules_of_criterion
from a11ycheck.standards.rows import StandardRow

WIDTH = 100
NAMES = {"508": "Section 508", "en301549": f"EN 301 549 V{en301549.DEFAULT_VERSION}"}


@click.command(
    short_help="Explain a criterion.",
    epilog=examples(
        "a11ycheck criteria 1.4.3",
        "a11ycheck criteria 602.3",
        "a11ycheck criteria",
        then="`a11ycheck audit` walks through all of them.",
    ),
)
@click.argument("num", metavar="[NUM]", required=False)
def command(num: str | None) -> None:
    """Print a criterion: what it asks, who is affected, what checks can and cannot do, what a person does.

    NUM is a WCAG criterion (1.4.3), a Section 508 provision (602.3) or an EN 301 549 clause (9.1.4.3, 11.7); without it
    all are listed.
    """
    if num is None:
        click.echo("\n".join(_list()))
        return
    repeated = en301549.clause_criterion(num)
    if wcag.is_criterion(repeated or num):
        click.echo("\n".join(_criterion(wcag.criterion(repeated or num), repeated and num)))
        return
    rows = {row.num: row for row in (*section508.provisions(), *en301549.clauses())}
    if num not in rows:
        raise click.UsageError(f"There is no criterion {num!r}. `a11ycheck criteria` lists them.")
    click.echo("\n".join(_row(rows[num])))


def _list() -> Iterator[str]:
    for found in wcag.all_criteria():
        yield f"{found.num:<10} WCAG {found.introduced} {found.level:<3}  {found.name}"
    for row in (*section508.provisions(), *en301549.clauses()):
        yield f"{row.num:<10} {'Section 508' if row.standard == '508' else 'EN 301 549':<12}  {row.title}"


def _criterion(found: wcag.Criterion, clause: str | None) -> Iterator[str]:
    yield from _head(f"{found.num} {found.name} (Level {found.level})")
    if clause:
        yield f"EN 301 549 clause {clause} repeats this criterion.\n"
    versions = ", ".join(found.versions)
    yield f"WCAG {versions}{f'; removed in {found.removed_in}' if found.removed_in else ''}"
    yield found.url()
    if found.removed_in is None:
        yield found.understanding_url
    if found.always_met:
        yield from _wrapped(
            "For WCAG 2.0 and 2.1, and so for Section 508 and EN 301 549, the errata of September 2023 say that this"
            " criterion is always met."
        )
    yield from _asked(found.num)
    yield from _section("Mapping", _mapping(found))
    yield from _section("Checks", _checks(coverage(found.num)))
    yield from _steps(found.num)


def _row(row: StandardRow) -> Iterator[str]:
    yield from _head(f"{row.num} {row.title} ({NAMES[row.standard]})")
    if row.template_response:
        yield from _wrapped(f"The template prints: {row.template_response}")
    yield from _asked(row.num)
    mapping = []
    if row.num in {found.num for found in fpc()}:
        mapping.append(f"Rolls up from WCAG 2.0: {', '.join(fpc_criteria(row.num))}")
    if row.num in {found.num for found in fps()}:
        mapping.append(f"Rolls up from WCAG 2.1: {', '.join(fps_criteria(row.num))}")
        mapping.append(f"Rolls up from clauses: {', '.join(fps_clauses(row.num)) or 'none'}")
    mapping += _optional("Trusted Tester", row.trusted_tester)
    mapping += _optional("ICT Testing Baseline", row.ict_baseline)
    mapping += _optional("Functional performance, primary", row.fps_primary)
    mapping += _optional("Functional performance, secondary", row.fps_secondary)
    if mapping:
        yield from _section("Mapping", mapping)
    yield from _section("Checks", ["No check bears on this row; a person answers it."])
    yield from _steps(row.num)


def _mapping(found: wcag.Criterion) -> Iterator[str]:
    clauses = [num for _, nums in found.en_clauses for num in nums]
    in_508 = [reference.num for reference in found.also_508 if reference.applies]
    yield from _optional(NAMES["en301549"], dict.fromkeys(clauses)) or [f"{NAMES['en301549']}: not part of it"]
    yield from _optional(NAMES["508"], dict.fromkeys(in_508)) or [f"{NAMES['508']}: not part of it"]
    yield from _optional("Trusted Tester", found.trusted_tester)
    yield from _optional("ICT Testing Baseline", found.ict_baseline)
    rolled = [row.num for row in fpc() if found.num in fpc_criteria(row.num)]
    rolled += [row.num for row in fps() if found.num in fps_criteria(row.num)]
    yield from _optional("Functional performance rows", rolled)
    rules = act_rules_of_criterion(found.num)
    yield from _optional("ACT rules", [f"{rule.name} ({rule.id}{', proposed' * rule.proposed})" for rule in rules])


def _checks(found: Coverage) -> Iterator[str]:
    yield from _optional("Prove a failure", found.proves)
    yield from _optional("Ask a person", found.asks)
    yield from _optional("Bring facts", found.informs)
    for limit in found.limits:
        yield f"{limit.check} cannot see: {limit.text}"
    if found.is_empty:
        yield "No check bears on this criterion; a person tests it."
    elif not found.proves:
        yield "No check can prove a failure of this criterion."
    yield "Passes of checks never show that a criterion is met."


def _optional(name: str, values: Iterable[str]) -> list[str]:
    text = ", ".join(values)
    return [f"{name}: {text}"] if text else []


def _asked(num: str) -> Iterator[str]:
    known = guidance(num)
    if known is None:
        return
    yield from _section("What it asks", [known.asks])
    if known.who:
        yield from _section("Who is affected", [known.who])


def _steps(num: str) -> Iterator[str]:
    known = guidance(num)
    if known is None:
        yield from _section("What a person does", ["No procedure is written down here for this row."])
        return
    yield from _section("What a person does", [])
    for place, step in enumerate(known.steps, 1):
        yield from textwrap.wrap(step, WIDTH, initial_indent=f"{place:>2}. ", subsequent_indent="    ")


def _head(title: str) -> Iterator[str]:
    yield title
    yield "=" * len(title)
    yield ""


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield title
    yield "-" * len(title)
    for line in lines:
        yield from _wrapped(line)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
