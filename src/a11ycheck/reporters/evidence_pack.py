"""`--format evidence-pack`: one archive that a conformance report can cite: what was found, seen, decided, and by what.

`evidence-pack.zip` holds the findings (JSON Lines), the run with its versions, the verdicts of people with their files,
the pictures of groups, and `SHA256SUMS` over all of it. The same audit file makes the same archive, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from a11ycheck.config import Config
from a11ycheck.model import Json
from a11ycheck.reporters import json as findings_json
from a11ycheck.reporters import jsonl
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.html_environment import product
from a11ycheck.store.attachments import attachments, body_of
from a11ycheck.store.pictures import picture_body, pictures_of
from a11ycheck.store.queries import RunView
from a11ycheck.store.sheet import render_sheet
from a11ycheck.store.verdicts import rulings

META = ReporterMeta(
    format="evidence-pack",
    extension="zip",
    stem="evidence-pack",
    title="An archive that a conformance report can cite.",
)
SUMS = "SHA256SUMS"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_README = """What this archive is
====================

The evidence of an accessibility audit by a11ycheck{product}, run {run} of {started}.

findings.jsonl   what was found, one line a page
findings.json    the same with groups, rules and what could not be audited
run.json         versions of all that did the work, and what the run was told
verdicts.csv     what people decided, each signed with name, date, method and product version
attachments/     files that people attached to verdicts, named by their SHA-256
pictures/        how the example of each group looks; pictures.json says which is which
SHA256SUMS       SHA-256 of each file; check them with: sha256sum -c SHA256SUMS

The archive is cited by the SHA-256 of SHA256SUMS: {citation}
Automated checks find only part of the barriers. Finding none is not conformance.
"""


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write the archive."""
    with tempfile.TemporaryDirectory(prefix="a11ycheck-") as folder:
        root = Path(folder)
        _findings(view, config, root)
        _write_json(root / "run.json", _run(view, config))
        (root / "verdicts.csv").write_text(render_sheet(rulings(view.connection)), encoding="utf-8")
        _attachments(view, root)
        _pictures(view, root)
        files = sorted(path for path in root.rglob("*") if path.is_file())
        sums = "".join(f"{_sha256(path)}  {path.relative_to(root).as_posix()}\n" for path in files)
        citation = hashlib.sha256(sums.encode()).hexdigest()
        named = f" of {product(config)}" if product(config) else ""
        readme = _README.format(product=named, run=view.id, started=view.started, citation=citation)
        with ZipFile(report.main, "w", ZIP_DEFLATED) as archive:
            _add(archive, "README.txt", readme.encode())
            _add(archive, SUMS, sums.encode())
            for path in files:
                _add(archive, path.relative_to(root).as_posix(), path.read_bytes())


def _findings(view: RunView, config: Config, root: Path) -> None:
    scratch = root / "scratch"
    for reporter in (jsonl, findings_json):
        scratch.mkdir()
        reporter.write(view, config, ReportPaths(root / f"findings.{reporter.META.extension}", scratch))
        shutil.rmtree(scratch)


def _run(view: RunView, config: Config) -> dict[str, Json]:
    return {
        "run": view.id,
        "started": view.started,
        "finished": view.finished,
        "status": view.status,
        "a11ycheck": view.tool_version,
        "versions": view.versions,
        "told": view.config,
        "product": config.product.model_dump(exclude={"profile"}),
        "pages": dict(sorted(view.status_counts().items())),
    }


def _attachments(view: RunView, root: Path) -> None:
    for kept in attachments(view.connection):
        if found := body_of(view.connection, kept.sha256):
            (root / "attachments").mkdir(exist_ok=True)
            (root / "attachments" / kept.sha256).write_bytes(found[1])


def _pictures(view: RunView, root: Path) -> None:
    listed = {}
    for key, picture in sorted(pictures_of(view.connection, view.id).items()):
        (root / "pictures").mkdir(exist_ok=True)
        for file in (picture.element, picture.place):
            (root / "pictures" / file.name).write_bytes(picture_body(view.connection, file.sha256))
        target = view.target_by_id[picture.target_id].target
        listed[key] = {
            "url": target.url,
            "state": target.state,
            "variant": target.variant.name,
            "element": f"pictures/{picture.element.name}",
            "place": f"pictures/{picture.place.name}",
        }
    _write_json(root / "pictures.json", listed)


def _write_json(path: Path, value: Json) -> None:
    path.write_text(json.dumps(value, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _add(archive: ZipFile, name: str, body: bytes) -> None:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, body)
