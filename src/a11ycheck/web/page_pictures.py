"""The picture of a page and the small ones of its images and enlarged texts, as the run kept them."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from flask import Response, abort

from a11ycheck.model import Json
from a11ycheck.store.pictures import picture_body
from a11ycheck.store.queries import RunView
from a11ycheck.web.blueprint import blueprint
from a11ycheck.web.desk import desk

GALLERIES = {"images": "pictures", "looks": "enlarged_text"}
"""The collectors that bring small pictures, by the name they keep them under."""


@dataclass(frozen=True)
class PagePicture:
    """Where the picture of a page is, and its size in pixels. `whole`: it reaches to the end of the page."""

    address: str
    width: int
    height: int
    whole: bool


def page_picture(view: RunView, target_id: int, tallest: int) -> PagePicture | None:
    """The picture of a page; None where the run kept none. `tallest`: CSS px at which pictures are cut."""
    page = (view.evidence_piece(target_id, "pictures") or {}).get("page")
    if not page:
        return None
    width, height = page["size"]
    return PagePicture(f"/picture/{target_id}", width, height, page["of"][1] < tallest)


@blueprint.get("/picture/<int:target_id>")
def picture(target_id: int) -> Response:
    """The picture of a page."""
    return _image((_pictures(target_id).get("page") or {}).get("data", ""))


@blueprint.get("/picture/<int:target_id>/<any(images, looks):gallery>/<int:number>")
def thumb(target_id: int, gallery: str, number: int) -> Response:
    """The picture of one image of a page, or of one text as it looks enlarged."""
    images = _pictures(target_id, GALLERIES[gallery]).get(gallery, ())
    return _image(images[number]["data"] if number < len(images) else "")


@blueprint.get("/look/<sha256>")
def look(sha256: str) -> Response:
    """How the example of a group of findings looks, by the hash of its picture."""
    try:
        body = picture_body(desk().connection, sha256)
    except KeyError:
        abort(404)
    return _answer(body, "image/png" if body.startswith(b"\x89PNG") else "image/jpeg")


def _pictures(target_id: int, collector: str = "pictures") -> Json:
    here = desk()
    if target_id not in here.view.target_by_id:
        abort(404)
    return here.view.evidence_piece(target_id, collector) or {}


def _image(data: str) -> Response:
    try:
        body = base64.b64decode(data, validate=True)
    except binascii.Error:
        body = b""
    if body[:4] != b"RIFF" or body[8:12] != b"WEBP":
        abort(404)
    return _answer(body, "image/webp")


def _answer(body: bytes, kind: str) -> Response:
    answer = Response(body, mimetype=kind)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cache-Control"] = "private, max-age=3600"
    return answer
