"""Write the standards data of the package from a folder of source data.

Run `python scripts/build_standards.py SOURCE_DIR`. The source folder holds `criteria.json`
(WCAG 2.0, 2.1 and 2.2, Revised Section 508, EN 301 549 V3.2.1, Trusted Tester 5.1.3, ICT Testing
Baseline 3.0, axe-core and ACT rules) and `openacr/catalog/` (the 2.5 catalogs of GSA/openacr).
Only facts are taken: numbers, titles, levels, versions, anchors, mappings, order and kinds of rows.
Sentences for people are written by hand in the TOML files beside the written JSON.

The output is the same for the same input: one record a line, in template or number order.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]

DEFAULT_OUTPUT = Path(__file__).parents[1] / "src" / "a11ycheck" / "standards" / "data"
FPC_SOURCES = {
    "section508.gov": "section508.gov",
    "derived-from-EN-B.2 (not published for Section 508)": "en301549-b2",
    "own suggestion (no published mapping exists)": "suggestion",
}
WCAG_PLACES = {version: f"https://www.w3.org/TR/WCAG{version.replace('.', '')}/#" for version in ("2.0", "2.1", "2.2")}
UNDERSTANDING = "https://www.w3.org/WAI/WCAG22/Understanding/{id}.html"
ANNEX_A1_ALWAYS = "Unconditional"


def main() -> int:
    """Read the arguments, write the data files, and print their names; 2 when the source is not usable."""
    parser = argparse.ArgumentParser(description="Write the standards data of the package.")
    parser.add_argument(
        "source", type=Path, metavar="SOURCE_DIR", help="folder with criteria.json and openacr/catalog/"
    )
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT, help="folder to write to")
    arguments = parser.parse_args()
    try:
        files = build(arguments.source)
    except (OSError, KeyError, ValueError) as error:
        print(f"{arguments.source} is not usable as source: {error!r}", file=sys.stderr)
        return 2
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (arguments.output / name).write_text(text, encoding="utf-8")
        print(arguments.output / name)
    return 0


def build(source: Path) -> dict[str, str]:
    """Make the text of every data file, by file name, from the source folder."""
    criteria = json.loads((source / "criteria.json").read_text(encoding="utf-8"))
    catalogs = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted((source / "openacr" / "catalog").glob("*.yaml"))
    }
    if not catalogs:
        raise ValueError("no catalogs in openacr/catalog")
    return {
        "wcag.json": lines([wcag_record(row) for row in criteria["wcag"]]),
        "section508.json": lines([row_record(row) for row in criteria["section508"]]),
        "en301549-3.2.1.json": lines([row_record(row) for row in criteria["en301549"]]),
        "en301549-3.2.1-wcag.json": lines(
            [pick(row, "clause", "title", "wcag") for row in criteria["en301549_wcag_rows"]]
        ),
        "functional.json": sections(
            {
                "fpc": [{"num": num, "title": title} for num, title in criteria["meta"]["fpc"].items()],
                "fps": [
                    {"num": num, "title": title, "fpc": criteria["meta"]["fps_to_fpc"].get(num)}
                    for num, title in criteria["meta"]["fps"].items()
                ],
            }
        ),
        "trusted_tester.json": lines([trusted_tester_record(row) for row in criteria["trusted_tester"]]),
        "ict_baseline.json": lines([pick(row, "id", "covers") for row in criteria["ict_baseline"]]),
        "axe_rules.json": lines(axe_records(criteria)),
        "act_rules.json": lines(act_records(criteria)),
        "openacr.json": sections(openacr_records(catalogs)),
    }


def wcag_record(row: Record) -> Record:
    """Keep the facts of one success criterion; addresses shrink to their anchors."""
    anchors = {
        version: anchor(row["urls"][version], place) for version, place in WCAG_PLACES.items() if row["urls"][version]
    }
    if row["urls"]["understanding"] != UNDERSTANDING.format(id=row["id"]):
        raise ValueError(f"{row['num']}: unexpected Understanding address")
    vpat = row["vpat25rev"]
    fpc = row["fpc_508"]
    return {
        **pick(row, "num", "id", "name", "level", "introduced", "removed_in", "principle", "guideline"),
        "versions": row["in_versions"],
        "other_names": {version: name for version, name in row["names_by_version"].items() if name != row["name"]},
        "anchors": anchors,
        "version_tag": vpat["version_tag"],
        "components": vpat["components"],
        "also_en": [[entry["clause"], entry["label"], entry["applies"]] for entry in vpat["also_applies_en"]],
        "also_508": [[entry["provision"], entry["label"], entry["note"]] for entry in vpat["also_applies_508"]],
        "en": row["en301549"],
        "annex_a1": row["en_table_a1_web"],
        "fps": pick(row["fps_en"], "primary", "secondary") if row["fps_en"] else None,
        "fpc": {"source": FPC_SOURCES[fpc["source"]], "ids": fpc["ids"], "trusted_tester": fpc["trusted_tester"]}
        if fpc
        else None,
        "trusted_tester": row["trusted_tester"],
        "ict_baseline": row["ict_baseline"],
    }


def row_record(row: Record) -> Record:
    """Keep the facts of one Section 508 or EN 301 549 row."""
    record = {
        **pick(row, "clause", "title", "chapter", "kind", "template_response"),
        "openacr": row["in_openacr_catalog"],
        "handling": row["web_handling"],
        "question": row["question"],
    }
    for key in ("trusted_tester", "ict_baseline"):
        if row.get(key):
            record[key] = row[key]
    annex = row.get("table_a1_web")
    if annex and annex["applies"]:
        record["annex_a1"] = "always" if annex["condition"] == ANNEX_A1_ALWAYS else "conditional"
    if row.get("fps_en"):
        record["fps"] = pick(row["fps_en"], "primary", "secondary")
    return record


def trusted_tester_record(row: Record) -> Record:
    """Keep the facts of one Trusted Tester condition."""
    return {
        **pick(row, "id", "name"),
        "criteria": row["sc"],
        "section508": row["s508"],
        "conformance_requirement": row["conformance_requirement"],
        "baseline_tests": row["baseline_tests"],
        "fpc": row["fpc_2020"],
    }


def axe_records(criteria: Record) -> list[Record]:
    """List every axe rule once, with the criteria it belongs to."""
    rules: dict[str, Record] = {}
    for row in criteria["wcag"]:
        for rule in row["axe_rules"]:
            rules.setdefault(rule["id"], {**rule, "criteria": []})["criteria"].append(row["num"])
    for rule in criteria["axe_rules_without_sc"]:
        rules[rule["id"]] = {**rule, "criteria": []}
    return [
        pick(rules[rule_id], "id", "status", "enabled", "review_on_fail", "criteria", "tt_tags")
        for rule_id in sorted(rules)
    ]


def act_records(criteria: Record) -> list[Record]:
    """List every ACT rule once, with the criteria it belongs to."""
    rules: dict[str, Record] = {}
    for row in criteria["wcag"]:
        for rule in row["act_rules"]:
            rules.setdefault(rule["id"], {**rule, "criteria": []})["criteria"].append(row["num"])
    return [pick(rules[rule_id], "id", "name", "proposed", "criteria") for rule_id in sorted(rules)]


def openacr_records(catalogs: dict[str, Record]) -> dict[str, list[Record]]:
    """Keep what a valid OpenACR file needs: catalogs, their chapters and row numbers, handles, components, terms."""
    chapters: dict[str, Record] = {}
    handles: dict[str, Record] = {}
    records: list[Record] = []
    for name, catalog in sorted(catalogs.items()):
        rows: dict[str, list[str]] = {}
        for chapter in catalog["chapters"]:
            chapters[chapter["id"]] = pick(chapter, "id", "label")
            rows[chapter["id"]] = [str(row["id"]).strip() for row in chapter.get("criteria") or []]
            for row in chapter.get("criteria") or []:
                num = str(row["id"]).strip()
                handles[num] = {"num": num, "handle": row["handle"], "components": row["components"]}
        standards = [
            pick(standard, "id", "label", "report_heading", "url", "chapters") for standard in catalog["standards"]
        ]
        records.append({"id": name, "title": catalog["title"], "standards": standards, "rows": rows})
    first = next(iter(catalogs.values()))
    return {
        "catalogs": records,
        "chapters": list(chapters.values()),
        "rows": sorted(handles.values(), key=lambda row: [int(part) for part in row["num"].split(".")]),
        "components": [pick(component, "id", "label") for component in first["components"]],
        "terms": [pick(term, "id", "label") for term in first["terms"]],
    }


def pick(record: Record, *keys: str) -> Record:
    """Copy the named keys, in that order."""
    return {key: record[key] for key in keys}


def anchor(url: str, place: str) -> str:
    """Return what stands after `place` in `url`, and refuse any other address."""
    if not url.startswith(place):
        raise ValueError(f"{url} does not start with {place}")
    return url.removeprefix(place)


def compact(value: object) -> str:
    """Write a value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def lines(records: list[Record]) -> str:
    """Write records as a JSON list, one record a line."""
    return "[\n" + ",\n".join(compact(record) for record in records) + "\n]\n"


def sections(parts: dict[str, list[Record]]) -> str:
    """Write named lists of records as a JSON object, one record a line."""
    blocks = (f"{compact(name)}:" + lines(records).rstrip("\n") for name, records in parts.items())
    return "{\n" + ",\n".join(blocks) + "\n}\n"


if __name__ == "__main__":
    sys.exit(main())
