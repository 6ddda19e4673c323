"""Pictures come as pictures, and nothing else does."""

from __future__ import annotations

from contextlib import closing

import pytest
from tests.web.conftest import Hand

from a11ycheck.store.audit_file import open_audit_file, pack
from a11ycheck.web.desk import Audit


@pytest.mark.parametrize("path", ["/picture/1", "/picture/1/0"])
def test_a_picture_has_safe_headers(path: str, tester: Hand) -> None:
    answer = tester.client.get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "image/webp"
    assert answer.data[8:12] == b"WEBP"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_no_picture_is_not_served(tester: Hand, audit: Audit) -> None:
    with closing(open_audit_file(audit.audit_file)) as connection:
        body = pack(
            {"page": {"data": "PHNjcmlwdD4=", "size": [1, 1], "scale": 1, "of": [1, 1]}, "images": [], "more": 0}
        )
        connection.execute("UPDATE evidence SET body = ? WHERE collector = 'pictures'", (body,))
    assert tester.client.get("/picture/1").status_code == 404
