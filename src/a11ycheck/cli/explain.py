"""`a11ycheck explain`: print the manual page of a check."""

from __future__ import annotations

import difflib

import click

from a11ycheck.checks.base import Check, checks
from a11ycheck.checks.manual import manual
from a11ycheck.cli._examples import examples
from a11ycheck.cli.checks import POWER
from a11ycheck.standards.mapping import AxeRule, axe_rules


@click.command(
    short_help="Explain a check or rule.",
    epilog=examples(
        "a11ycheck explain target-size",
        "a11ycheck explain color-contrast",
        then="`a11ycheck criteria NUM` says what its criterion asks.",
    ),
)
@click.argument("id", metavar="ID")
def command(id: str) -> None:
    """Print the manual page of a check, or what is known of an axe-core rule."""
    known = {check.META.id: check for check in checks()}
    rules = axe_rules()
    if id in known:
        click.echo(_page(known[id]))
    elif id in rules:
        click.echo(_rule(rules[id]))
    else:
        near = difflib.get_close_matches(id, (*known, *rules), n=3)
        hint = f" Did you mean {' or '.join(near)}?" if near else " `a11ycheck checks` lists them."
        raise click.UsageError(f"There is no check {id!r}.{hint}")


def _page(check: Check) -> str:
    meta = check.META
    page = manual(check)
    facts = [
        f"Criteria: {', '.join(meta.criteria) or 'those of each rule'}",
        f"Power: {POWER[meta.power]}; impact: {meta.impact}; from effort: {meta.effort}",
    ]
    if meta.act:
        facts.append(
            "ACT rules: "
            + ", ".join(f"https://www.w3.org/WAI/standards-guidelines/act/rules/{act}/" for act in meta.act)
        )
    head = f"{meta.id}\n{'=' * len(meta.id)}\n\n{page.summary}\n\n" + "\n".join(facts)
    return "\n\n".join([head, *(f"{label}\n{'-' * len(label)}\n{text}" for label, text in page.parts.items())])


def _rule(rule: AxeRule) -> str:
    asks = "asks, never fails" if rule.review_on_fail else "fails or asks"
    return (
        f"{rule.id}\n{'=' * len(rule.id)}\n\nA rule of axe-core ({rule.status}); it {asks}.\n"
        f"Criteria: {', '.join(rule.criteria) or 'none: best practice'}\n"
        f"See https://dequeuniversity.com/rules/axe/latest/{rule.id}"
    )
