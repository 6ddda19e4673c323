"""The product profile: a person's yes or no to the questions that decide rows outside the WCAG tables."""

from __future__ import annotations

from collections.abc import Mapping

from a11ycheck.errors import ConfigError
from a11ycheck.standards.profile import Question, questions

_HINT = "Correct [product.profile] in the configuration."


def check_profile(answers: Mapping[str, bool]) -> None:
    """Refuse unknown questions and answers that contradict each other.

    Raises `ConfigError` naming the key.
    """
    known = questions()
    for name in answers:
        if name not in known:
            raise ConfigError(f"product.profile.{name}: unknown question", f"Known questions: {', '.join(known)}.")
    if answers.get("paper") and answers.get("docs") is False:
        raise ConfigError("product.profile: paper = true contradicts docs = false", _HINT)
    if answers.get("pdf") and answers.get("downloads") is False:
        raise ConfigError("product.profile: pdf = true contradicts downloads = false", _HINT)
    if answers.get("voice") and answers.get("media") is False:
        raise ConfigError("product.profile: voice = true contradicts media = false", _HINT)


def question(name: str) -> Question:
    """The question with this id. Raises `KeyError` when there is none."""
    return questions()[name]
