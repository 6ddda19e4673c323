"""The table of faults in the handbook, between two marks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench.faults.run import Result
from bench.faults.table import faults

BEGIN, END = "<!-- faults -->", "<!-- end of faults -->"


def write(page: Path, done: Iterable[Result]) -> None:
    """Put what was expected and what came into a page of the handbook; the lines of faults that did not run now stay."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    table, _, after = rest.partition(END)
    kept = {line.split(" | ")[0]: line for line in table.splitlines() if line.startswith("| ")}
    known = kept | {line.split(" | ")[0]: line for line in map(_line, done)}
    lines = [
        "| Fault | Expected of its page | The user reads | Exit code | What came | As expected |",
        "| --- | --- | --- | --- | --- | --- |",
        *(line for fault in faults() if (line := known.get(f"| {_cell(fault.does)}"))),
    ]
    page.write_text(f"{before}{BEGIN}\n\n" + "\n".join(lines) + f"\n\n{END}{after}", encoding="utf-8")


def _line(result: Result) -> str:
    fault = result.fault
    page = ", ".join(fault.status) + (
        f": {' or '.join(f'`{one}`' for one in fault.reason if one)}" if any(fault.reason) else ""
    )
    cells = (
        fault.does,
        page if fault.kind == "page" else "",
        " or ".join(fault.says),
        " or ".join(map(str, fault.exit)),
        f"{result.came or f'exit {result.seen.code}'}, {result.seen.seconds:.0f} s, {result.seen.megabytes:.0f} MB",
        "yes" if not result.problems else "no: " + "; ".join(result.problems),
    )
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
