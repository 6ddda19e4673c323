"""What `criteria` prints for rows of each standard."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from a11ycheck.cli.criteria import command
from a11ycheck.standards import en301549, section508, wcag


def run(*args: str) -> Result:
    return CliRunner().invoke(command, args)


def test_a_wcag_criterion() -> None:
    text = run("1.4.3").stdout
    assert text.startswith("1.4.3 Contrast (Minimum) (Level AA)\n===")
    for part in ("What it asks", "Who is affected", "Mapping", "Checks", "What a person does"):
        assert f"\n{part}\n{'-' * len(part)}\n" in text
    assert "9.1.4.3" in text
    assert "axe: color-contrast" in text
    assert "302.2" in text


def test_a_clause_leads_to_its_criterion() -> None:
    text = run("9.1.4.3").stdout
    assert text.startswith("1.4.3 ")
    assert "clause 9.1.4.3 repeats" in text


def test_provisions_and_clauses() -> None:
    assert "Section 508" in run("602.3").stdout.splitlines()[0]
    assert "EN 301 549" in run("11.7").stdout.splitlines()[0]
    assert "Rolls up from WCAG 2.0: " in run("302.1").stdout


def test_a_new_criterion_is_not_part_of_section_508() -> None:
    text = run("2.5.8").stdout
    assert "Section 508: not part of it" in text
    assert "EN 301 549 V3.2.1: not part of it" in text


def test_parsing_tells_of_the_errata() -> None:
    assert "errata of September 2023" in " ".join(run("4.1.1").stdout.split())


@pytest.mark.parametrize("num", [row.num for row in wcag.all_criteria()])
def test_every_criterion_prints(num: str) -> None:
    result = run(num)
    assert result.exit_code == 0
    assert all(len(line) <= 160 for line in result.stdout.splitlines())


def test_the_list_names_every_row_once() -> None:
    lines = run().stdout.splitlines()
    wanted = [row.num for row in (*wcag.all_criteria(), *section508.provisions(), *en301549.clauses())]
    assert [line.split()[0] for line in lines] == wanted


def test_an_unknown_number_is_a_usage_error() -> None:
    result = run("7.7.7")
    assert result.exit_code == 2
    assert "lists them" in result.stderr
