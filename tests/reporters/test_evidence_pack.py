"""The archive that a conformance report can cite."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from zipfile import ZipFile

from a11ycheck.config import Config
from a11ycheck.reporters.base import write_reports
from a11ycheck.store.attachments import attach
from a11ycheck.store.queries import RunView


def test_every_file_is_listed_with_its_hash_and_the_archive_is_the_same_each_time(
    view: RunView, config: Config, tmp_path: Path
) -> None:
    digest = attach(view.connection, ("finding", "key", ""), "note.txt", b"seen", "Ann", "2026-01-02T00:00:00")
    (path,) = write_reports(view, config, ["evidence-pack"], tmp_path / "one")
    (again,) = write_reports(view, config, ["evidence-pack"], tmp_path / "two")
    assert path.name == "evidence-pack.zip"
    assert path.read_bytes() == again.read_bytes()
    with ZipFile(path) as archive:
        sums = dict(line.split("  ")[::-1] for line in archive.read("SHA256SUMS").decode().splitlines())
        assert set(sums) == set(archive.namelist()) - {"README.txt", "SHA256SUMS"}
        for name, told in sums.items():
            assert hashlib.sha256(archive.read(name)).hexdigest() == told, name
        run = json.loads(archive.read("run.json"))
        pictures = json.loads(archive.read("pictures.json"))
        lines = archive.read("findings.jsonl").decode().splitlines()
        readme = archive.read("README.txt").decode()
        assert hashlib.sha256(archive.read("SHA256SUMS")).hexdigest() in readme
        assert archive.read(f"attachments/{digest}") == b"seen"
        assert archive.read("verdicts.csv").startswith(b"subject,")
    assert run["versions"]["axe"] == "4.12.1"
    assert run["pages"] == {"audited": 3, "not-audited": 2, "partial": 1}
    assert len(lines) == 6
    (shown,) = pictures.values()
    assert shown["url"] == "https://docs.example.test/"
    assert shown["element"] in sums
