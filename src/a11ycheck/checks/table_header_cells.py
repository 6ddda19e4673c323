"""Every header cell of a data table heads at least one cell.

**Why it matters** A screen reader says the headers when its user moves through a table. A header that is assigned to nothing is
never said, and the cells it was meant for stand without a name.

**How it is tested** The cells of each table and ARIA grid are laid out by HTML's table algorithm, spans, `scope` and `headers`
included; then each header cell with content is looked up in the headers of all other cells. ACT rule d0f69e.

**Fails** When the table holds data cells, but a header cell heads none: its column or row has no cells, `scope` points the wrong
way, or `headers` attributes name other header cells.

**Asks** When the table consists of header cells only: it may be empty for now, or the markup may be wrong.

**Passes** When every header cell heads a cell. No header cells, or a table for layout: inapplicable.

**Remedy** Before: `<tr><th scope="col">Name</th><td>Ada</td></tr>`. After: `<tr><th scope="row">Name</th><td>Ada</td></tr>`.

**Cannot see** Whether the right header heads a cell, tables of more than 600 cells, and tables drawn without table markup.

**Real pages** On 524 pages of ten documentation sets it failed nothing and asked 1 times on 1 pages, in 1 group; in the
example documentation it failed 1 cell, rightly. See `docs/accuracy/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.checks.base import CheckMeta, Evidence
from a11ycheck.checks.tables import Grid
from a11ycheck.evidence.dom import items, location
from a11ycheck.model import CheckOutcome, Impact, Json

META = CheckMeta(
    id="table-header-cells",
    title="Every header cell heads a cell",
    failure_title="A header cell heads no cell",
    criteria=("1.3.1",),
    needs=("dom",),
    power="fails",
    impact=Impact.SERIOUS,
    act=("d0f69e",),
)


def judge(evidence: Evidence) -> Iterator[CheckOutcome]:
    """See `checks.base.Check.judge`."""
    judged = [outcome for document, table in items(evidence["dom"], "tables") for outcome in _table(document, table)]
    yield from judged or [META.inapplicable()]


def _table(document: Json, table: Json) -> Iterator[CheckOutcome]:
    if table["presentational"] or not table["exposed"] or table["cut"]:
        return
    grid = Grid(table)
    headers = list(grid.headers())
    if not headers:
        return
    if all(cell.is_header for cell in grid.cells):
        if not all(grid.speaks_for(header) for header in headers):
            yield META.cant_tell(
                "This table has header cells only. Is it empty, or is its markup wrong?",
                location(document, table["at"]),
            )
        return
    places = {(row, index): at for row, index, at in table["header_places"]}
    lonely = [header for header in headers if not grid.speaks_for(header)]
    for header in lonely:
        at = places.get((header.row, header.index), table["at"])
        yield META.failed(f"The header cell “{header.facts['t']}” heads no cell.", location(document, at))
    if not lonely:
        yield META.passed()
