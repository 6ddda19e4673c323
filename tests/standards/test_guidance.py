import json
import re
from pathlib import Path

import pytest

from a11ycheck.standards import en301549, section508, wcag
from a11ycheck.standards.datafiles import DATA, read_toml
from a11ycheck.standards.guidance import all_guidance, guidance

MANUAL_TESTS = Path(__file__).parents[3] / "shared" / "standards" / "manual-tests.json"
WCAG_NUMS = [row.num for row in wcag.criteria("2.2")] + ["4.1.1"]
WEB_ROWS = [
    row.num
    for row in section508.provisions()
    if row.num.startswith(("302.", "503.4.", "504.", "602.", "603.")) and row.kind in ("requirement", "see-wcag")
] + [
    row.num
    for row in en301549.clauses()
    if row.num.startswith(("4.2.", "5.", "6.", "7.", "10.5", "10.6", "11.6.", "11.7", "11.8.", "12."))
    and row.kind in ("requirement", "see-wcag", "see-other")
]


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text, length=8):
    found = words(text)
    return {" ".join(found[start : start + length]) for start in range(len(found) - length + 1)}


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


@pytest.mark.parametrize("num", WCAG_NUMS)
def test_every_criterion_says_what_it_asks_and_who_is_affected(num):
    entry = guidance(num)
    assert entry.num == num
    for sentence in (entry.asks, entry.who):
        assert sentence.endswith(".")
        assert len(words(sentence)) >= 8
    assert len(entry.steps) >= 2


def test_there_are_56_criteria_and_the_rows_of_a_web_product():
    assert len(WCAG_NUMS) == 56
    assert len(WEB_ROWS) == 104
    assert list(all_guidance()) == [
        *sorted(WCAG_NUMS, key=lambda num: [int(part) for part in num.split(".")]),
        *WEB_ROWS,
    ]


@pytest.mark.parametrize("num", WEB_ROWS)
def test_every_web_row_has_guidance(num):
    entry = guidance(num)
    assert entry.asks.endswith(".")
    assert len(entry.steps) >= 2


def test_no_text_is_empty_or_stands_twice():
    sentences = [
        text for entry in all_guidance().values() for text in (entry.asks, entry.who, *entry.steps) if text is not None
    ]
    assert all(text == text.strip() != "" for text in sentences)
    assert not [text for text in set(sentences) if sentences.count(text) > 1]


def test_steps_are_sentences():
    steps = [step for entry in all_guidance().values() for step in entry.steps]
    assert not [step for step in steps if not step[0].isupper() or step[-1] not in ".?"]


def test_a_row_without_guidance_has_none():
    assert guidance("1.4.6") is None
    assert guidance("402.2.1") is None


@pytest.mark.skipif(not MANUAL_TESTS.is_file(), reason="the blueprint of the manual tests is not here")
def test_no_sentence_is_taken_from_the_blueprint():
    theirs = set().union(*(runs(text) for text in texts(json.loads(MANUAL_TESTS.read_text(encoding="utf-8")))))
    for path in sorted(DATA.rglob("*.toml")):
        for text in texts(read_toml(path.relative_to(DATA).as_posix())):
            assert not runs(text) & theirs, f"{path.name}: {runs(text) & theirs}"
