"""Evidence as the collectors keep it, with hostile text in every place that a page controls."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def picture(width: int, height: int, color: str) -> str:
    out = io.BytesIO()
    Image.new("RGB", (width, height), color).save(out, "WEBP")
    return base64.b64encode(out.getvalue()).decode()


def place(name: str, box: list[float], selector: str = "main > a") -> dict[str, Any]:
    return {"selector": selector, "html": "<a>", "box": box, "identity": {"role": "link", "name": name}}


DOM = {
    "documents": [
        {
            "places": [place("Logo", [10, 10, 80, 40], "img.logo"), place("", [0, 0, 1, 1], "img.line")],
            "images": [
                {
                    "at": 0, "kind": "img", "name": HOSTILE, "source": "alt", "hidden_by": "", "file": "logo.png",
                    "around": "Parley", "data_url": False,
                },
                {
                    "at": 1, "kind": "img", "name": "", "source": "", "hidden_by": "alt", "file": "line.png", "data_url": False,
                    "around": "",
                },
            ],
            "headings": [{"at": 0, "level": 1, "name": "Parley", "exposed": True},
                {"at": 0, "level": 3, "name": "Skipped", "exposed": True}],
            "landmarks": [{"role": "main", "name": ""}],
            "links": [{"name": "read more", "source": "content", "href": "https://docs.example.org/more"}],
            "top": True,
            "fields": [
                {
                    "at": 0, "name": "", "source": "", "role": "textbox", "type": "text", "described": "", "autocomplete": "",
                    "group": None, "required": True, "aria_required": False, "invalid": "true", "exposed": True,
                    "label_text": "", "before": HOSTILE, "beside": "", "placeholder": "Your name",
                },
            ],
            "tables": [
                {
                    "caption": "Plans", "name": "Plans", "rows": 2, "presentational": False, "header_places": [],
                    "cells": [[{"k": "th", "t": HOSTILE, "s": "col"}, {"k": "th"}], [{"k": "td", "t": "Basic"}, {"k": "td"}]],
                },
            ],
            "languages": [{"lang": "en", "letters": 200, "text": "Parley is a chat"}],
        }
    ],
    "frames_skipped": 0,
}  # fmt: skip
STOP = {
    "tag": "a", "type": "", "tabindex": None, "native": True, "href": "/", "hidden": "", "covered": None, "lost": False,
    "indicator": {"pixels": "same"},
}  # fmt: skip
EVIDENCE: dict[str, Any] = {
    "dom": DOM,
    "keyboard": {
        "ended": "limit", "tabbable": 9, "moved_by_page": False, "traps": [],
        "stops": [
            {**STOP, "n": 0, "key": "a", "place": place("Home", [10, 10, 80, 20])},
            {**STOP, "n": 1, "key": "b", "place": place(HOSTILE, [10, 50, 80, 20]), "hidden": "off-screen"},
        ],
        "skip_links": [{"place": place("Skip", [0, 0, 1, 1]), "href": "#main", "name": "Skip", "target": "main", "lands": "in"},
                       {"place": place("To nothing", [0, 0, 1, 1]), "href": "#gone", "name": "To nothing",
                        "target": None, "lands": "no-target"}],
        "shortcuts": [{"key": "k", "on": "keydown"}],
    },
    "reading": {
        "nodes": [
            {"d": 0, "role": "navigation", "name": "Main"},
            {"d": 1, "role": "link", "name": "Home", "states": ["focusable"]},
            {"d": 0, "role": "heading", "name": HOSTILE, "level": 1},
            {"d": 0, "role": "checkbox", "name": "Agree", "states": ["not checked", "focusable"]},
        ],
        "cut": 3,
    },
    "colours": {
        "pairs": [
            {"text": "#767676", "ground": "#ffffff", "large": False, "size": 16, "ratio": 4.54, "letters": 90, "sample": HOSTILE},
            {"text": "", "ground": "", "large": True, "size": 30, "ratio": None, "letters": 9, "sample": "On a picture"},
        ],
        "more": 0,
    },
    "enlarged_text": {
        "calm": True, "letters": 100, "grown": 40, "fixed": [{"text": HOSTILE, "size": 14, "letters": 60}],
        "documents": [
            {
                "lost": [], "lost_count": 0, "vanished": [], "vanished_count": 0, "overlap_count": 1,
                "overlaps": [{"selector": "#two", "text": HOSTILE, "other_text": HOSTILE}],
            }
        ],
        "looks": [{"selector": "#two", "data": picture(80, 40, "blue"), "size": [80, 40]}],
    },
    "pictures": {
        "page": {"data": picture(640, 400, "white"), "size": [640, 400], "scale": 0.5, "of": [1280, 800]},
        "images": [{"selector": "img.logo", "data": picture(80, 40, "red"), "size": [80, 40]}],
        "more": 0,
    },
    "media": {
        "playing": [], "players": [{"place": place("", [0, 0, 9, 9]), "host": "video.example", "alternatives": []}],
        "media": [
            {
                "place": place("", [0, 0, 9, 9]), "tag": "video", "starts": False, "seconds": 61.0, "alternatives": ["Transcript"],
                "tracks": [{"kind": "captions", "language": "en", "label": "", "file": "a.vtt", "state": "ok"}],
            }
        ],
    },
    "forms": {
        "submitted": True, "more": 0,
        "forms": [
            {
                "selector": "form", "identity": {"name": "Sign up"}, "skipped": "", "fields": 1, "wrong": True,
                "tries": [
                    {
                        "way": "empty", "bubbles": 0, "texts": [{"text": f"Enter a name {HOSTILE}"}],
                        "marked": [{"name": "Name", "selector": "#n"}],
                    }
                ],
            }
        ],
    },
}  # fmt: skip
