from typing import get_args

from a11ycheck.standards import en301549, profile, section508
from a11ycheck.standards.datafiles import read_toml
from a11ycheck.standards.rows import Handling

ROWS = section508.provisions() + en301549.clauses()


def test_every_question_of_a_row_exists_and_every_question_decides_a_row():
    used = {row.question for row in ROWS if row.question}
    assert used == set(profile.questions())
    assert len(used) == 16


def test_questions_are_complete_and_distinct():
    texts = [text for question in profile.questions().values() for text in (question.ask, question.help, question.no)]
    assert all(text.strip() for text in texts)
    assert len(texts) == len(set(texts))
    assert all(question.ask.endswith("?") for question in profile.questions().values())


def test_every_handling_is_explained():
    assert all(profile.handling_text(handling).endswith(".") for handling in get_args(Handling))


def test_a_note_comes_from_the_row_or_its_nearest_parent():
    assert profile.row_note("11.6.1") == profile.row_note("11.6")
    assert "17.D" in profile.row_note("503.4.1")
    assert profile.row_note("402.2.1") is None


def test_every_note_belongs_to_a_row():
    nums = [row.num for row in ROWS] + ["9"]
    for name in read_toml("profile.toml")["note"]:
        assert any(num == name or num.startswith(f"{name}.") for num in nums), name
