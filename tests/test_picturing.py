"""Pictures of groups in whole runs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from a11ycheck.config import Config
from a11ycheck.executors import Done
from a11ycheck.model import Effort
from a11ycheck.picturing import takes_pictures
from a11ycheck.run import run
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.pictures import picture_body, pictures_of
from a11ycheck.store.purge import purge_evidence, purge_runs
from a11ycheck.store.queries import RunView


class Told:
    """Progress that remembers how many pages were visited for pictures."""

    pictured = 0

    def planned(self, visits: int, note: str) -> None: ...

    def found(self, visits: int, note: str) -> None: ...

    def driving(self, visits: int) -> None: ...

    def picturing(self, visits: int) -> None:
        self.pictured += visits

    def completed(self, done: Done, driving: bool) -> None: ...


def test_one_example_of_each_group_is_pictured_and_can_be_purged(
    site: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    body = '<h1>Page</h1><img src="data:," width="80" height="80"><p style="color:#bbb">Pale</p>'
    folder = site(index=body, more=body)
    progress = Told()
    config = Config(targets=(str(folder),), executor="serial", sample="all")
    finished = run(config, progress)
    with closing(open_audit_file(config.audit_file)) as connection:
        view = RunView(connection, finished.run_id)
        pictures = pictures_of(connection, view.id)
        rules = {group.rule.rule: group for group in view.groups}
        assert {rules["image-alt"].key, rules["color-contrast"].key} <= set(pictures)
        picture = pictures[rules["image-alt"].key]
        assert view.target_by_id[picture.target_id].target.url.endswith("index.html")
        assert picture.place.name.endswith((".png", ".jpg"))
        assert picture_body(connection, picture.element.sha256)[:4] == b"\x89PNG"
        assert progress.pictured == 1
        purge_evidence(connection)
        assert pictures_of(connection, view.id) == {}
        assert connection.execute("SELECT count(*) FROM picture_file").fetchone()[0] == 0
        purge_runs(connection, 0)


def test_runs_that_drive_nothing_or_keep_nothing_take_no_pictures() -> None:
    assert takes_pictures(Config())
    assert not takes_pictures(Config(effort=Effort.QUICK))
    assert not takes_pictures(Config(sample="0%"))
    assert not takes_pictures(Config(keep_evidence="none"))
