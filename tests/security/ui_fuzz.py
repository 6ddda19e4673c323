"""Requests as an attacker, a broken client or a confused person would send them to the audit."""

from __future__ import annotations

import collections
import io
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from flask import Flask
from tests.security.corpus import TEXTS
from werkzeug.test import TestResponse

METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH")
WORDS = [text[:3000] for text in TEXTS.values()] + [
    "0", "-1", "1", "99999999999999999999", "1e309", "NaN", "null", "true", "[]", "page", "row", "finding", "passed", "failed",
    "1.1.1", "/tour", "none", "*", "Ann", "a" * 64, "%00", "%ff", "..%2f..%2f", "//evil.test", "\u0000", "ı", "Supports",
]  # fmt: skip
FILES = (
    b"",
    b"\x89PNG\r\n\x1a\n0000",
    b"GIF89a",
    b"%PDF-1.7",
    b"<svg onload=alert(1)>",
    b"PK\x03\x04",
    b"\xff\xfe\x00",
    b"text",
    b"MZ",
)
HEADERS = {
    "Host": ("127.0.0.1", "localhost:8508", "evil.test", "[::1]", "127.0.0.1.evil.test", "", "127.0.0.1:99999", "x" * 300),
    "Origin": ("http://127.0.0.1", "http://evil.test", "null", ""),
    "Referer": ("http://127.0.0.1/", "http://evil.test/", ""),
    "Content-Type": ("application/json", "text/plain", "multipart/form-data; boundary=x", "", "application/xml"),
    "Range": ("bytes=0-", "bytes=5-1", "bytes=-1"),
    "If-None-Match": ('"x"', "*"),
    "Cookie": ("a11ycheck_audit=forged", "a11ycheck_audit=", "a11ycheck_audit=" + "A" * 3000),
    "Accept-Language": ("es", "x" * 500, "*;q=2"),
    "X-CSRFToken": ("forged", ""),
    "Transfer-Encoding": ("chunked",),
    "Content-Length": ("-1", "99999999999", "x"),
}  # fmt: skip


@dataclass
class Fuzz:
    """Sends requests to an application; what it finds on pages it uses for the next ones.

    `statuses`: answers by status code.
    """

    app: Flask
    seed: int
    links: list[str] = field(default_factory=lambda: ["/"])
    fields: list[str] = field(default_factory=lambda: ["csrf_token", "back"])
    values: list[str] = field(default_factory=lambda: list(WORDS))
    statuses: collections.Counter[int] = field(default_factory=collections.Counter)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.client = self.app.test_client()
        self.token = ""
        self.rules = [rule for rule in self.app.url_map.iter_rules() if rule.endpoint != "static"]
        for path in ("/", "/tester", "/sample", "/findings", "/profile"):
            self._learn(self.client.get(path))

    def run(self, number: int) -> Iterator[tuple[str, TestResponse]]:
        """As many requests, each with what it was and what was answered."""
        for _ in range(number):
            method, path, given = self._request()
            answer = self.client.open(path, method=method, **given)
            self.statuses[answer.status_code] += 1
            if (
                method == "GET"
                and answer.status_code == 200
                and answer.mimetype == "text/html"
                and self.chance.random() < 0.2
            ):
                self._learn(answer)
            yield f"{method} {path!r} {given!r}"[:600], answer

    def _learn(self, answer: TestResponse) -> None:
        shown = BeautifulSoup(answer.text, "html.parser")
        self.links += [str(a["href"]) for a in shown.select("a[href^='/']")]
        for one in shown.select("[name]"):
            self.fields.append(str(one["name"]))
            if one.get("value"):
                self.values.append(str(one["value"]))
        if found := re.search(r'name="csrf_token" value="([^"]+)"', answer.text):
            self.token = found.group(1)
        for kept in (self.links, self.fields, self.values):
            kept[:] = list(dict.fromkeys(kept))[-600:]

    def _request(self) -> tuple[str, str, dict[str, Any]]:
        chance = self.chance
        method = chance.choices(METHODS, (40, 45, 3, 3, 3, 3, 3))[0]
        path = chance.choice(self.links) if chance.random() < 0.3 else self._path()
        given: dict[str, Any] = {"headers": {}}
        for name, choices in HEADERS.items():
            if chance.random() < 0.04:
                given["headers"][name] = chance.choice(choices)
        if "?" not in path and chance.random() < 0.3:
            given["query_string"] = {self._field(): self._value() for _ in range(chance.randrange(4))}
        if method in ("POST", "PUT", "PATCH"):
            if chance.random() < 0.1:
                given["data"] = chance.randbytes(chance.randrange(2000))
            else:
                data: dict[str, Any] = {self._field(): self._value() for _ in range(chance.randrange(12))}
                if chance.random() < 0.8:
                    data["csrf_token"] = self.token
                if chance.random() < 0.2:
                    data["file"] = (io.BytesIO(chance.choice(FILES)), self._value()[:200])
                given["data"] = data
        return method, path, given

    def _path(self) -> str:
        rule = self.chance.choice(self.rules)
        return re.sub(r"<[^>]+>", lambda _: self._value().replace("?", "%3F").replace("#", "%23")[:300], rule.rule)

    def _field(self) -> str:
        return self.chance.choice(self.fields) if self.chance.random() < 0.95 else self._value()[:100]

    def _value(self) -> str:
        return self.chance.choice(self.values)
