"""Folders: which files are pages, in which order, and what is left aside for which reason."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from a11ycheck.config import Config
from a11ycheck.errors import NothingToAuditError
from a11ycheck.targets import directory
from a11ycheck.targets.base import Found
from a11ycheck.targets.directory import why_no_page
from a11ycheck.targets.site import Site

PAGE = b"<!DOCTYPE html>\n<html lang=en><title>x</title>"
BASE = "http://127.0.0.1:9/"


def find(root: Path) -> Found:
    return directory.find(str(root), Config(), lambda folder: Site(BASE, "docs"))


def write(root: Path, files: dict[str, bytes]) -> Path:
    for name, body in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(body)
    return root


def test_pages_come_by_path_and_index_pages_first(tmp_path: Path) -> None:
    names = ("b.html", "index.html", "a/z.html", "a/index.html", "a/b/index.html", "About.htm", "c.xhtml", "é 1.HTML")
    found = find(write(tmp_path, dict.fromkeys(names, PAGE)))
    assert [url.removeprefix(BASE) for url in found.urls] == [
        "",
        "About.htm",
        "a/",
        "a/b/",
        "a/z.html",
        "b.html",
        "c.xhtml",
        "%C3%A9%201.HTML",
    ]
    assert (found.skipped, found.collapsed, found.problems) == ({}, 0, ())


def test_what_is_no_page_is_counted_by_reason(tmp_path: Path) -> None:
    found = find(
        write(
            tmp_path,
            {
                "index.html": PAGE,
                "genindex.html": PAGE,
                "_modules/x.html": PAGE,
                "_static/demo.html": PAGE,
                "_static/deep/demo.html": PAGE,
                "_sources/x.html": PAGE,
                "part.html": b"<div>menu</div>",
                "layout.html": b"{% extends 'base.html' %}<html>",
                "old.html": b"<html><head><meta http-equiv=refresh content='0; url=index.html'></head>",
                ".git/x.html": PAGE,
                ".hidden.html": PAGE,
                "node_modules/x/index.html": PAGE,
                "picture.svg": b"<svg/>",
                "data.json": b"{}",
            },
        )
    )
    assert [url.removeprefix(BASE) for url in found.urls] == ["", "_modules/x.html", "genindex.html"]
    assert found.skipped == {
        "in a folder of assets or sources": 3,
        "not a whole document": 1,
        "template": 1,
        "redirects to another page": 1,
    }


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (PAGE, ""),
        (b"<!-- " + b"licence " * 2000 + b"-->" + PAGE, ""),
        (b"\n" * 5000 + PAGE, ""),
        (b"\xef\xbb\xbf" + PAGE, ""),
        ("<!doctype html><p>".encode("utf-16"), ""),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", ""),
        (b"<body class=x><p>old", ""),
        (b"<HTML>", ""),
        (b"<!doctype html><body><pre>{% extends 'x' %} {{ y }}</pre>", ""),
        (
            b"<!doctype html><html><head><title>{% if %}</title><meta content='{% for %}'><script>'{% set %}'</script>"
            b"</head><body>{% block x %}",
            "",
        ),
        (b"<!doctype html><html><head><title>{{ x }}</title>{%- block head %}</head><body>", "template"),
        (b"<!doctype html><meta http-equiv=refresh content='30'>", ""),
        (b"<!doctype html><meta http-equiv='refresh' content='5; url=x'>", ""),
        (b"<!doctype html><noscript><meta http-equiv='refresh' content='0; url=x'></noscript>", ""),
        (b"<!doctype html><!-- <meta http-equiv='refresh' content='0; url=x'> -->", ""),
        (b"<!doctype html><META content='0;URL=x.html' HTTP-EQUIV='Refresh'>", "redirects to another page"),
        (b"", "not a whole document"),
        (b"google-site-verification: google1.html", "not a whole document"),
        (b"<header><p>part</p></header>", "not a whole document"),
        (b"<!-- <html> --><div>", "not a whole document"),
        (b"<p>&lt;html&gt;</p>", "not a whole document"),
        (b"<?php include 'x' ?><!doctype html>", "template"),
    ],
)
def test_a_page_is_a_whole_document_that_stays(tmp_path: Path, body: bytes, reason: str) -> None:
    (tmp_path / "x.html").write_bytes(body)
    assert why_no_page(str(tmp_path / "x.html")) == reason


def test_symbolic_links_add_no_page_twice_and_lead_nowhere_else(tmp_path: Path) -> None:
    root = write(
        tmp_path / "site", {"index.html": PAGE, "v2/x.html": PAGE, "content/page.1": PAGE, "content/part": b"<p>"}
    )
    write(tmp_path, {"outside.html": PAGE})
    (root / "same.html").symlink_to("index.html")
    (root / "only.html").symlink_to("content/page.1")
    (root / "part.html").symlink_to("content/part")
    (root / "out.html").symlink_to(tmp_path / "outside.html")
    (root / "dangling.html").symlink_to("nothing.html")
    (root / "latest").symlink_to("v2")
    (root / "loop").symlink_to(".")
    found = find(root)
    assert [url.removeprefix(BASE) for url in found.urls] == ["", "only.html", "v2/x.html"]
    assert found.collapsed == 1
    assert found.skipped == {
        "symbolic link to a folder": 2,
        "symbolic link that leads out of the folder or nowhere": 2,
        "not a whole document": 1,
    }


def test_a_folder_that_cannot_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: str | Path) -> Any:
        if str(path).endswith("closed/"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = find(write(tmp_path, {"index.html": PAGE, "closed/x.html": PAGE}))
    assert found.urls == (BASE,)
    assert found.problems == ("the folder closed/ cannot be read: Permission denied",)


def test_a_very_deep_folder_is_walked(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 400)
    found = find(write(tmp_path, {f"{deep}/x.html": PAGE}))
    assert found.urls == (f"{BASE}{deep}/x.html",)


@pytest.mark.parametrize(("files", "message"), [({}, "no HTML page"), ({"x.html": b"<p>"}, "1 × not a whole document")])
def test_a_folder_without_pages_says_what_was_in_it(tmp_path: Path, files: dict[str, bytes], message: str) -> None:
    with pytest.raises(NothingToAuditError, match=message):
        find(write(tmp_path, files))
