"""Data tables have header cells.

**Why it matters** Without header cells a screen reader reads a table as a stream of values: “4, 80 gigabytes, 2”. Blind
people have to count columns to know what a value is.

**How it is tested** Tables without any header cell are sorted into layout and data: one row or column, nested tables, forms
and text blocks speak for layout; a caption, a `thead`, and a bold first row or column over short values speak for data.

**Fails** When a `thead` with text holds plain cells only, above a body: the author says that this is a header row, and the
cells say that it is not.

**Asks** When the first row or column looks like headers (bold), when words stand over columns of nothing but numbers, or when a
caption speaks of data.

**Passes** When every data table has header cells. No data tables: inapplicable.

**Remedy** Before: `<thead><tr><td>Name</td><td>Price</td></tr></thead>`. After:
`<thead><tr><th>Name</th><th>Price</th></tr></thead>`.

**Cannot see** Tables drawn without table markup.

**Real pages** On 524 pages of ten documentation sets it failed nothing and asked nothing. See `docs/accuracy/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="table-headers",
    title="Data tables have header cells",
    failure_title="A data table has no header cells",
    criteria=("1.3.1",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
)

_NUMBER = re.compile(r"[-+−]?[$€£]?\s?\d[\d.,\s]*\s?[%€]?$")


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [outcome for document, table in items(evidence["dom"], "tables") for outcome in _table(document, table)]
    yield from judged or [META.inapplicable()]


def _table(document: Json, table: Json) -> Iterator[CheckOutcome]:
    rows = [[cell for cell in row if "x" not in cell] for row in table["cells"]]
    rows = [row for row in rows if row]
    if (
        table["presentational"]
        or not table["exposed"]
        or not table["native"]
        or len(rows) < 2
        or max(map(len, rows)) < 2
    ):
        return
    if any(cell["k"] == "th" or cell.get("role") for row in rows for cell in row):
        yield META.passed()
        return
    place = location(document, table["at"])
    head = [row for row, group in zip(table["cells"], table["row_groups"], strict=False) if group == "h"]
    if head and all(cell.get("t") for cell in head[0]) and "b" in table["row_groups"] and not _is_layout(table):
        yield META.failed("The table's `thead` has plain cells only; none is a header cell.", place)
    elif table["caption"]:
        yield META.cant_tell(f"The table “{table['caption']}” has no header cells.", place)
    elif not _is_layout(table) and (_bold(rows[0]) or _bold([row[0] for row in rows])):
        yield META.cant_tell("The first cells of this table look like headers, but are plain cells.", place)
    elif not _is_layout(table) and _over_numbers(rows):
        yield META.cant_tell("The words over the numbers of this table look like headers, but are plain cells.", place)


def _is_layout(table: Json) -> bool:
    return bool(table["nested"] or table["inside"] or table["controls"] or table["blocks"])


def _over_numbers(rows: list[list[Json]]) -> bool:
    """Words in the first row, all short, and below one of them numbers in every row."""
    head, body = rows[0], rows[1:]
    even = len({len(row) for row in rows}) == 1
    if not even or len(body) < 2 or not all(cell.get("t") and not _NUMBER.match(cell["t"]) for cell in head):
        return False
    return any(all(_NUMBER.match(row[column].get("t", "")) for row in body) for column in range(len(head)))


def _bold(cells: list[Json]) -> bool:
    named = [cell for cell in cells if cell.get("t")]
    return len(named) >= 2 and all(cell.get("b") for cell in named)
