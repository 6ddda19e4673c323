"""What is not a page: attached files, the audit as files, style and script."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Response, abort

from a11ycheck.conformance.wcag_em import render_evaluation
from a11ycheck.conformance.workbook import render_workbook
from a11ycheck.store.attachments import body_of
from a11ycheck.store.sheet import render_sheet
from a11ycheck.templates import folder
from a11ycheck.web.blueprint import blueprint
from a11ycheck.web.desk import desk

INLINE = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


@blueprint.get("/file/<sha256>")
def file(sha256: str) -> Response:
    """An attached file, by its hash. Pictures are shown; all else is downloaded, and nothing runs."""
    found = body_of(desk().connection, sha256)
    if found is None:
        abort(404)
    kind, body = found
    answer = Response(body, mimetype=kind)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Content-Disposition"] = f'{"inline" if kind in INLINE else "attachment"}; filename="{sha256[:12]}"'
    return answer


@blueprint.get("/download/<name>")
def download(name: str) -> Response:
    """The audit as a sheet, a workbook, or an evaluation for the WCAG-EM Report Tool."""
    here = desk()
    if name == "sheet.csv":
        body, kind = render_sheet(here.recorded.rulings).encode("utf-8-sig"), "text/csv"
    elif name == "sheet.xlsx":
        body = render_workbook(here.connection, here.recorded, here.tasks)
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    elif name == "wcag-em.json":
        day = datetime.now(UTC).date().isoformat()
        body, kind = render_evaluation(here.recorded, here.config, day).encode("ascii"), "application/json"
    else:
        abort(404)
    return Response(body, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@blueprint.get("/static/<name>")
def static(name: str) -> Response:
    """Style and script, the only two files there are."""
    files = {
        "audit.css": ("text/css", ("html/style.css", "web/audit.css")),
        "audit.js": ("text/javascript", ("web/audit.js",)),
    }
    if name not in files:
        abort(404)
    kind, parts = files[name]
    body = "\n".join((folder() / part).read_text(encoding="utf-8") for part in parts)
    return Response(body, mimetype=kind, headers={"Cache-Control": "no-cache"})
