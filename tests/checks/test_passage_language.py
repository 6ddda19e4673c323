from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import passage_language

GERMAN = "Die Einstellungen werden erst nach einem Neustart des Servers wirksam, wenn sie nicht in der Datei stehen."
ENGLISH = " ".join(
    f"<p>The {noun} of the server is read from a file when it starts, and you can change it in the settings of the page.</p>"
    for noun in ("name", "port", "key", "log", "size", "limit", "queue", "cache", "user", "group")
)


@pytest.mark.parametrize(
    "html", [f'<p lang="de">{GERMAN}</p>', f'<p>Now in German:</p><blockquote lang="DE">{GERMAN}</blockquote>']
)
def test_passes_passages_in_their_language(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(passage_language, html)] == ["passed"]


def test_fails_a_passage_declared_as_another_language(judge: Judge) -> None:
    (outcome,) = judge(passage_language, f'<p>Now in German:</p><p lang="fr">{GERMAN}</p>')
    assert (outcome.outcome, outcome.data) == ("failed", {"declared": "fr", "found": "de"})


def test_fails_running_text_that_nobody_declared(judge: Judge) -> None:
    (outcome,) = judge(passage_language, f"{ENGLISH}<p id=odd>{GERMAN}</p>")
    assert outcome.outcome == "failed"
    assert outcome.location is not None
    assert outcome.location.selector == "#odd"


def test_fails_running_text_on_a_short_page(judge: Judge) -> None:
    html = f"<p>New people are greeted in the language of the workspace. The German text is:</p><blockquote>{GERMAN}</blockquote>"
    assert "failed" in [outcome.outcome for outcome in judge(passage_language, html)]


def test_asks_about_a_few_words(judge: Judge) -> None:
    (outcome,) = judge(passage_language, '<p>Then we said <span lang="nl">Bonne soirée à tous !</span></p>')
    assert outcome.outcome == "cantTell"


@pytest.mark.parametrize(
    "html",
    ["<p>English alone.</p>", f'<p>English.</p><p lang="fr" hidden>{GERMAN}</p>', '<p lang="fr">&nbsp;</p><p>Text</p>'],
)
def test_is_inapplicable_without_passages(judge: Judge, html: str) -> None:
    assert [outcome.outcome for outcome in judge(passage_language, html)] == ["inapplicable"]


@pytest.mark.parametrize(
    "text",
    [
        "ɑn dɐ ʦæɪt hun zeɕ dən ʀtvɑnt ɑn dzon gəʃtʀidən viə fun hinən ʦve vuəl meɪ ʃtaʀk viɐ veɪ eː vɑndəʀɐ",
        "haUt sin eS mat mengen enkelkaneR Sarel tomaz astoR kapuzin an tessa an den TSiRkus gangen do hun meR e kanguRu",
        "ls -la /usr/share/doc | grep -v readme | sort -k2 > /tmp/list.txt && cat /tmp/list.txt | wc -l && rm -f /tmp/list.txt",
    ],
)
def test_sounds_and_code_are_no_language(judge: Judge, text: str) -> None:
    assert "failed" not in [outcome.outcome for outcome in judge(passage_language, f"{ENGLISH}<p>{text}</p>")]
