"""Pictures come as pictures, and nothing else does."""

from __future__ import annotations

import re
from contextlib import closing

import pytest
from tests.web.conftest import Hand

from a11ycheck.model import Picture
from a11ycheck.store.audit_file import open_audit_file, pack
from a11ycheck.store.pictures import save_pictures
from a11ycheck.store.queries import RunView
from a11ycheck.web.desk import Audit


@pytest.mark.parametrize("path", ["/picture/1", "/picture/1/images/0", "/picture/1/looks/0"])
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


def test_a_group_shows_how_its_example_looks(tester: Hand, audit: Audit) -> None:
    assert "/look/" not in tester.get("/group/image-alt-main")
    with closing(open_audit_file(audit.audit_file)) as connection:
        view = RunView(connection)
        target = next(target for target in view.targets if target.page_key == "/tour").target
        looks = Picture(group="image-alt-main", element=b"\x89PNG\r\n\x1a\nelement", place=b"\xff\xd8place", down=0.5)
        save_pictures(connection, view.id, target, [looks])
    found = re.findall(r'src="(/look/[0-9a-f]{64})" alt="([^"]+)"', tester.get("/group/image-alt-main"))
    assert [alt for _, alt in found] == [
        "The example of this group as it looked",
        "Where it stands on https://docs.example.org/tour",
    ]
    answers = [tester.client.get(path) for path, _ in found]
    assert [(answer.data, answer.mimetype) for answer in answers] == [
        (b"\x89PNG\r\n\x1a\nelement", "image/png"),
        (b"\xff\xd8place", "image/jpeg"),
    ]
    assert answers[0].headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert tester.client.get(f"/look/{'0' * 64}").status_code == 404
