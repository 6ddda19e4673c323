from __future__ import annotations

import pytest
from tests.checks.conftest import Judge

from a11ycheck.checks import page_language

GERMAN = (
    "<p>Die Einstellungen werden erst nach einem Neustart des Servers wirksam, wenn sie nicht in der Datei stehen.</p>"
)


def page(lang: str, body: str, title: str = "") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><title>{title}</title><body>{body}'


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("de", GERMAN),
        ("de-AT", GERMAN),
        ("DE", GERMAN),
        ("en", "<p>The German word <q>Einstellungen</q> means settings, and it is the title of this page.</p>"),
        ("en", f'<p>The settings come into force after the server was started again.</p><div lang="de">{GERMAN}</div>'),
    ],
)
def test_passes_text_in_the_declared_language(judge: Judge, lang: str, body: str) -> None:
    assert [outcome.outcome for outcome in judge(page_language, page(lang, body))] == ["passed"]


@pytest.mark.parametrize(
    ("lang", "body", "found"),
    [
        ("en", GERMAN, "de"),
        ("da", "<p>The settings come into force after the server was started again.</p>", "en"),
        ("en", "<p>Настройки вступают в силу после перезапуска сервера.</p>", "ru"),
    ],
)
def test_fails_text_in_another_language(judge: Judge, lang: str, body: str, found: str) -> None:
    (outcome,) = judge(page_language, page(lang, body))
    assert (outcome.outcome, outcome.data["found"]) == ("failed", found)
    assert outcome.location is not None
    assert outcome.location.selector == "html"


def test_asks_about_a_few_foreign_words(judge: Judge) -> None:
    (outcome,) = judge(page_language, page("nl", "<p>Bonne soirée à tous !</p>"))
    assert outcome.outcome == "cantTell"


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "<pre>if __name__ == '__main__': main()</pre><p>3.14</p>"),
        ("no", "<p>Indstillingerne træder først i kraft, når serveren er startet igen.</p>"),
        ("", GERMAN),
        ("tlh", GERMAN),
        ("en", f'<div lang="de">{GERMAN}</div>'),
    ],
)
def test_is_inapplicable_where_nothing_can_be_compared(judge: Judge, lang: str, body: str) -> None:
    assert [outcome.outcome for outcome in judge(page_language, page(lang, body))] == ["inapplicable"]
