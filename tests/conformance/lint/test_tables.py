from __future__ import annotations

from a11ycheck.conformance.lint.tables import Table, chapters, field, template_version

HEAD = ["Criteria", "Conformance Level", "Remarks and Explanations"]


def table(*rows: list[str], heading: str = "Table 1") -> Table:
    return Table(heading, [HEAD, *rows], list(range(1, len(rows) + 2)))


def test_components_lead_lines() -> None:
    (web, software) = table(["1.1.1 Name", "Web: supports\nSoftware: N/A", "Web: Two.\nMore.\nSoftware:"]).entries()
    assert (web.component, web.level, web.remarks, web.line) == ("Web", "Supports", "Two. More.", 2)
    assert (software.level, software.remarks) == ("N/A", "")


def test_rows_that_ask_nothing_are_left_out() -> None:
    found = table(["402 Closed", "Heading cell – no response required", ""], ["501.1 Scope", "See WCAG section", ""])
    assert found.entries() == []
    assert chapters([found])[0].nums == ()


def test_a_table_without_a_level() -> None:
    assert Table("Standards", [["Standard", "Included"]], [1]).level_column is None
    assert Table("Empty").level_column is None


def test_names_of_front_matter() -> None:
    assert [field(name) for name in ("Report Date", "Name of Product/Version", "Terms")] == ["date", "product", ""]


def test_template_version() -> None:
    assert template_version("(Based on VPAT® Version 2.5Rev)") == "2.5Rev"
    assert template_version("no template") == ""
