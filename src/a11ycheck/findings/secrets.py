"""Takes secrets out of everything that leaves a worker: known values, and what looks like a token in a URL."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError

from a11ycheck.model import Target

HIDDEN = "REDACTED"
M = TypeVar("M", bound=BaseModel)
_OF_THE_PLAN = ("state", "variant")

_PARAMETER = re.compile(
    r"(?i)([?&;#](?:amp;)?[\w.-]*(?:token|secret|passw(?:or)?d|passphrase|pwd|credential|authorization|api[_-]?key|access[_-]?key"
    r"|signature|session(?:[_-]?(?:id|key))?|sessid|jwt|otp"
    r"|samlresponse|samlrequest)=)[^&#\"'\s<>\\]+"
)
_USERINFO = re.compile(r"://[^/\s:@\"'\\]+:[^/\s@\"'\\]+@")
_JWT = re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*")
_WORD = r"(?-i:[A-Z]?[a-z]+|[A-Z]+)"
_BEARER = re.compile(rf"(?i)\b(bearer|basic(?!\s+{_WORD}(?:[/-]{_WORD})*(?![\w+/=])))\s+[\w.~+/=-]{{8,}}")
"""Of HTTP's schemes; plain words after “basic” are language, as in “Basic operations”, and no user with a password."""


class Redactor:
    """Hides secrets in text and models.

    `values`: secrets known to this run (passwords, cookies, header values, what flows type). Those shorter than eight
    characters are hidden as whole words only, since they may be part of ordinary ones; below four they are left.
    `patterns`: texts such as `/users/*`; what `*` stands for, up to the end of a word or a part of an address, is hidden.
    """

    def __init__(self, values: Iterable[str] = (), patterns: Iterable[str] = ()) -> None:
        known = {form for value in values if len(value) >= 4 for form in (value, json.dumps(value)[1:-1])}
        known_patterns = [
            re.escape(value) if len(value) >= 8 else rf"(?<!\w){re.escape(value)}(?!\w)"
            for value in sorted(known, key=lambda value: (-len(value), value))
        ]
        self._known = re.compile("|".join(known_patterns)) if known_patterns else None
        self._patterns = [_with_groups(pattern) for pattern in patterns]

    def text(self, text: str) -> str:
        """The text without secrets."""
        if self._known:
            text = self._known.sub(HIDDEN, text)
        for pattern in self._patterns:
            text = pattern.sub(_hide_groups, text)
        text = _PARAMETER.sub(rf"\g<1>{HIDDEN}", text)
        text = _USERINFO.sub(f"://{HIDDEN}@", text)
        if "eyJ" in text:
            text = _JWT.sub(HIDDEN, text)
        small = text.lower()
        return _BEARER.sub(rf"\g<1> {HIDDEN}", text) if "bearer" in small or "basic" in small else text

    def model(self, model: M) -> M:
        """A copy of a model with every string freed of secrets; the same object when there were none.

        Halves of UTF-16 pairs, which scripts can make and no file can hold, become U+FFFD.
        """
        try:
            text = model.model_dump_json()
            if self.text(text) == text:
                return model
        except PydanticSerializationError:
            pass
        return type(model).model_validate(self._data(model.model_dump()))

    def _data(self, value: Any) -> Any:
        """Plain data with its strings freed of secrets; keys, our own words and a target's state and variant stay."""
        if type(value) is str:
            return self.text(value.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        if isinstance(value, dict):
            kept = _OF_THE_PLAN if set(value) == set(Target.model_fields) else ()
            return {key: item if key in kept else self._data(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(self._data(item) for item in value)
        return value


def _with_groups(pattern: str) -> re.Pattern[str]:
    """A text with `*` as an expression; its groups are the literal parts, which stay."""
    literals = [f"({re.escape(part)})" for part in pattern.split("*")]
    return re.compile(r"[^/?#&\s\"'<>\\]+".join(literals), re.IGNORECASE)


def _hide_groups(found: re.Match[str]) -> str:
    return HIDDEN.join(found.groups())
