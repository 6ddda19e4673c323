from __future__ import annotations

import errno
import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from a11ycheck.config import Config
from a11ycheck.errors import A11yCheckError, UsageError
from a11ycheck.reporters import base
from a11ycheck.reporters.base import ReporterMeta, ReportPaths, print_report, write_reports
from a11ycheck.store.queries import RunView


class Pages:
    """A reporter of several files, as a plugin would bring it."""

    META = ReporterMeta(format="pages", extension="txt", title="Pages.", several_files=True)

    def __init__(self, *names: str) -> None:
        self.names = names

    def write(self, view: RunView, config: Config, report: ReportPaths) -> None:
        report.main.write_text("entry")
        for name in self.names:
            (report.rest / name).parent.mkdir(exist_ok=True)
            (report.rest / name).write_text(name)


class FullDisk(Pages):
    """A reporter that runs out of room half-way."""

    def write(self, view: RunView, config: Config, report: ReportPaths) -> None:
        report.main.write_text("half")
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch):
    def use(*reporters: object) -> None:
        monkeypatch.setattr(base, "modules", lambda *_: reporters)

    return use


def test_reporters_are_found_by_scanning_the_package() -> None:
    assert {"json", "jsonl"} <= set(base.reporters())
    for name, reporter in base.reporters().items():
        assert reporter.META.format == name
        assert reporter.META.title.endswith(".")


def test_two_reporters_of_one_format_are_an_error(plug) -> None:
    plug(Pages(), SimpleNamespace(META=Pages.META))
    with pytest.raises(A11yCheckError, match="two reporters claim the format pages"):
        base.reporters()


def test_a_reporter_named_as_its_format_is_loaded_alone() -> None:
    code = (
        "import sys; from a11ycheck.reporters.base import reporter; assert reporter('acr-wcag').META.format == 'acr-wcag';"
        "sys.exit('a11ycheck.reporters.xlsx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_plugin_that_claims_a_format_of_ours_is_an_error(plug, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "entry_points", lambda group: ["json"])
    ours = base.reporter("json")
    plug(SimpleNamespace(META=ReporterMeta(format="json", extension="json", title="Theirs.")), ours)
    with pytest.raises(A11yCheckError, match="two reporters claim the format json"):
        base.reporter("json")


def test_unknown_format_is_a_usage_error_that_lists_the_known_ones(
    view: RunView, config: Config, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="unknown report format 'xml'") as caught:
        write_reports(view, config, ["json", "xml"], tmp_path / "out")
    assert "json, jsonl" in caught.value.hint
    assert not (tmp_path / "out").exists()


def test_paths_come_back_in_the_order_asked_for_and_each_once(view: RunView, config: Config, tmp_path: Path) -> None:
    paths = write_reports(view, config, ["jsonl", "json", "jsonl"], tmp_path / "new" / "out")
    assert [path.relative_to(tmp_path).as_posix() for path in paths] == [
        "new/out/findings.jsonl",
        "new/out/findings.json",
    ]
    assert sorted(path.name for path in (tmp_path / "new" / "out").iterdir()) == ["findings.json", "findings.jsonl"]


@pytest.mark.parametrize("below", [".", "reports"])
def test_folder_that_cannot_be_written_to_is_named(view: RunView, config: Config, tmp_path: Path, below: str) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(UsageError, match=r"taken.*: reports cannot be written to this folder"):
        write_reports(view, config, ["json"], tmp_path / "taken" / below)


def test_failure_half_way_leaves_the_earlier_report_and_no_leftovers(
    view: RunView, config: Config, tmp_path: Path, plug
) -> None:
    plug(Pages("a.txt"))
    write_reports(view, config, ["pages"], tmp_path / "out")
    plug(FullDisk("b.txt"))
    with pytest.raises(A11yCheckError, match=r"findings.txt: the report cannot be written: No space left on device"):
        write_reports(view, config, ["pages"], tmp_path / "out")
    assert (tmp_path / "out" / "findings.txt").read_text() == "entry"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["findings", "findings.txt"]


def test_stale_files_of_an_earlier_report_go_and_files_of_the_user_stay(
    view: RunView, config: Config, tmp_path: Path, plug
) -> None:
    folder = tmp_path / "out" / "findings"
    plug(Pages("old.txt", "part/kept.txt"))
    write_reports(view, config, ["pages"], tmp_path / "out")
    (folder / "mine.txt").write_text("mine")
    plug(Pages("new.txt", "part/kept.txt"))
    write_reports(view, config, ["pages"], tmp_path / "out")
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert files == [".pages-files", "mine.txt", "new.txt", "part/kept.txt"]


def test_tampered_list_of_files_removes_nothing_outside_the_folder(
    view: RunView, config: Config, tmp_path: Path, plug
) -> None:
    plug(Pages("a.txt"))
    write_reports(view, config, ["pages"], tmp_path / "out")
    outside = tmp_path / "precious.txt"
    outside.write_text("precious")
    (tmp_path / "out" / "findings" / ".pages-files").write_text(f"../../precious.txt\n{outside}\n")
    write_reports(view, config, ["pages"], tmp_path / "out")
    assert outside.read_text() == "precious"


def test_one_file_format_is_printed(view: RunView, config: Config) -> None:
    stream = io.BytesIO()
    print_report(view, config, "jsonl", stream)
    assert stream.getvalue().count(b"\n") == 6


def test_format_of_several_files_is_not_printed(view: RunView, config: Config, plug) -> None:
    plug(Pages())
    with pytest.raises(UsageError, match="pages is a format of several files"):
        print_report(view, config, "pages", io.BytesIO())
