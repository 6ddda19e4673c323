"""The cache file by itself: what is kept comes back, for any port; what is old or not ours goes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from a11ycheck.model import CheckOutcome, Location, Outcome, PageFacts, Picture, Target, TargetResult, TargetStatus
from a11ycheck.store.audit_file import Packed, unpack
from a11ycheck.store.cache import Cache

RESULT = TargetResult(
    order=0, target=Target(url="http://127.0.0.1:1234/a.html"), status=TargetStatus.AUDITED,
    facts=PageFacts(final_url="http://127.0.0.1:1234/a.html", title="Ü"),
    outcomes=(CheckOutcome(check="c", rule="r", outcome=Outcome.FAILED, location=Location(selector="p")),),
    evidence={"links": {"pages": ["http://127.0.0.1:1234/b.html"]}}, shared={"axe-rules:1": {"rules": [1]}},
    pictures=(Picture(group="g", element=b"\x89PNG\xff", place=b"\xff\x00", down=0.5),),
)  # fmt: skip


def test_what_is_kept_comes_back_with_the_port_of_the_run(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "work/cache.db")
    cache.keep("k", RESULT, "127.0.0.1:1234", {"/a.html": "digest"}, {"browser": "b"})
    cache.close()
    cache = Cache(tmp_path / "work/cache.db")
    assert cache.loaded("k") == {"/a.html": "digest"}
    assert cache.loaded("other") is None
    found = cache.find("k", "127.0.0.1:9")
    assert found is not None
    result, versions = found
    assert versions == {"browser": "b"}
    assert result.target.url == result.facts.final_url == "http://127.0.0.1:9/a.html"
    assert (result.outcomes, result.pictures) == (RESULT.outcomes, RESULT.pictures)
    assert isinstance(result.evidence["links"], Packed)
    assert unpack(result.evidence["links"]) == {"pages": ["http://127.0.0.1:9/b.html"]}
    assert unpack(result.shared["axe-rules:1"]) == {"rules": [1]}
    again = cache.find("k", "127.0.0.1:9")
    assert again is not None
    assert again[0].shared == {}


def test_what_nobody_used_for_a_month_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    cache = Cache(path)
    for key in ("old", "new"):
        cache.keep(key, RESULT, "h", {}, {})
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entry SET used = '2001-01-01' WHERE key = 'old'")
    cache.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT key FROM entry").fetchall() == [("new",)]
        assert connection.execute("SELECT key FROM evidence").fetchall() == [("new",)]


def test_a_lost_shared_piece_makes_the_entry_useless(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    cache = Cache(path)
    cache.keep("k", RESULT, "h", {}, {})
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM shared")
    assert Cache(path).find("k", "h") is None


def test_a_file_of_another_version_or_of_somebody_else_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    for content in (b"text", b""):
        path.write_bytes(content)
        cache = Cache(path)
        cache.keep("k", RESULT, "h", {}, {})
        cache.close()
        assert Cache(path).find("k", "h")
        path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE mine (x)")
    cache = Cache(path)
    cache.keep("k", RESULT, "h", {}, {})
    assert cache.find("k", "h")


def test_a_place_that_cannot_be_written_holds_nothing_and_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "work").write_text("a file")
    cache = Cache(tmp_path / "work/cache.db")
    cache.keep("k", RESULT, "h", {}, {})
    cache.close()
