from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gate.conftest import Run, barrier, page

from a11ycheck.errors import ConfigError, UsageError
from a11ycheck.gate.baseline import Baseline, Entry, of_run, read, write
from a11ycheck.gate.instances import instances
from a11ycheck.model import Effort


@pytest.fixture
def sample(run: Run) -> Baseline:
    view = run(
        page("/b", barrier(), barrier(), barrier(name='Ünïcode "quoted"\n line')), page("/a", barrier(), driving=True)
    )
    return of_run(view, instances(view), ("violation",))


def test_what_is_written_is_read_again(sample: Baseline, tmp_path: Path) -> None:
    write(tmp_path / "known.json", sample)
    assert read(tmp_path / "known.json") == sample


def test_the_file_is_sorted_and_holds_one_line_a_finding(sample: Baseline, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    write(path, sample)
    text = path.read_text(encoding="ascii")
    found = [json.loads("{" + line.strip().rstrip(",") + "}") for line in text.splitlines() if '"count"' in line]
    assert [(entry["page"], entry["count"]) for line in found for entry in line.values()] == [
        ("/a", 1),
        ("/b", 2),
        ("/b", 1),
    ]
    data = json.loads(text)
    assert data["pages"] == ["/a", "/b"]
    assert data["driven"] == ["/a"]
    assert data["axe"] == "4.12.1"
    assert data["rules"] == {"axe": "color-contrast image-alt link-name region"}


def test_writing_again_gives_the_same_bytes(sample: Baseline, tmp_path: Path) -> None:
    write(tmp_path / "one.json", sample)
    write(tmp_path / "two.json", read(tmp_path / "one.json"))
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_the_machine_that_made_it_does_not_show(run: Run, tmp_path: Path) -> None:
    for number, host in enumerate(("http://127.0.0.1:8001", "https://preview.example.test")):
        view = run(page("/a", barrier(), host=host))
        write(tmp_path / f"{number}.json", of_run(view, instances(view), ("violation",)))
    assert (tmp_path / "0.json").read_bytes() == (tmp_path / "1.json").read_bytes()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "the baseline is damaged: Expecting property name"),
        ("", "the baseline is damaged: Expecting value: line 1"),
        ('<<<<<<< HEAD\n{"format": 1}', "the baseline is damaged"),
        ('{"format": "a11ycheck-baseline", "a": 1, "a": 2}', "the key 'a' stands twice"),
        ("[]", "not a baseline of a11ycheck"),
        ('{"format": "other"}', "not a baseline of a11ycheck"),
        ('{"format": "a11ycheck-baseline", "version": 99}', "version: made by a newer a11ycheck"),
        ('{"format": "a11ycheck-baseline", "version": 1, "fingerprints": "7"}', "fingerprints: version '7'"),
        ('{"format": "a11ycheck-baseline", "version": 1, "fingerprints": "1"}', "axe: Field required"),
        ("\ud83d", "the baseline is damaged"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_left_alone(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    before = path.read_bytes()
    with pytest.raises(ConfigError) as error:
        read(path)
    assert str(path) in error.value.message
    assert message in error.value.message
    assert error.value.hint
    assert path.read_bytes() == before


def test_a_wrong_value_is_named_by_its_key(sample: Baseline, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    write(path, sample)
    path.write_text(path.read_text().replace('"count": 2', '"count": 0'))
    with pytest.raises(ConfigError, match=r"findings\.[0-9a-f]{16}\.count: .* greater than or equal to 1"):
        read(path)


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such baseline") as error:
        read(tmp_path / "none.json")
    assert "a11ycheck baseline" in error.value.hint


def test_a_folder_that_cannot_be_written_to_is_named(sample: Baseline, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="the baseline cannot be written"):
        write(tmp_path / "file" / "known.json", sample)


@given(
    st.dictionaries(
        st.text("0123456789abcdef", min_size=16, max_size=16),
        st.builds(
            Entry,
            count=st.integers(1, 9), check=st.just("axe"), rule=st.text(), page=st.text(), group=st.text(),
            role=st.text(), landmarks=st.text(), name=st.text(), variants=st.tuples(st.text()), thing=st.text(),
            digests=st.tuples(st.text()),
        ),
        max_size=5,
    )
)  # fmt: skip
def test_any_text_survives_the_file(tmp_path_factory: pytest.TempPathFactory, findings: dict[str, Entry]) -> None:
    path = tmp_path_factory.mktemp("baseline") / "known.json"
    whole = Baseline(
        axe="4", browser="shell", effort=Effort.STANDARD, sample="auto", seed=0, kinds=("violation",), rules={},
        pages=(), driven=(), findings=findings,
    )  # fmt: skip
    write(path, whole)
    assert read(path) == whole
