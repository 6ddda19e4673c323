"""Takes secrets out of everything that leaves a worker: known values, and what looks like a token in a URL."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TypeVar

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError

HIDDEN = "REDACTED"
M = TypeVar("M", bound=BaseModel)

_PARAMETER = re.compile(
    r"(?i)([?&;#](?:amp;)?[\w.-]*(?:token|secret|passw(?:or)?d|api[_-]?key|access[_-]?key|signature|session(?:id)?|jwt|otp"
    r"|samlresponse|samlrequest)=)[^&#\"'\s<>\\]+"
)
_USERINFO = re.compile(r"(?i)\b([a-z][a-z0-9+.-]{1,20}://)[^/\s:@\"'\\]+:[^/\s@\"'\\]+@")
_JWT = re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*")
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}")


class Redactor:
    """Hides secrets in text and models. `values`: secrets known to this run (passwords, cookies, header values)."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        known = {form for value in values if len(value) >= 4 for form in (value, json.dumps(value)[1:-1])}
        self._known = (
            re.compile("|".join(re.escape(v) for v in sorted(known, key=len, reverse=True))) if known else None
        )

    def text(self, text: str) -> str:
        """The text without secrets."""
        if self._known:
            text = self._known.sub(HIDDEN, text)
        text = _PARAMETER.sub(rf"\g<1>{HIDDEN}", text)
        text = _USERINFO.sub(rf"\g<1>{HIDDEN}@", text)
        return _BEARER.sub(rf"\g<1> {HIDDEN}", _JWT.sub(HIDDEN, text))

    def model(self, model: M) -> M:
        """A copy of a model with every string freed of secrets; the same object when there were none.

        Halves of UTF-16 pairs, which scripts can make and no file can hold, become U+FFFD.
        """
        try:
            text = model.model_dump_json()
        except PydanticSerializationError:
            return type(model).model_validate_json(self.text(_well_formed(model)))
        clean = self.text(text)
        return model if clean == text else type(model).model_validate_json(clean)


def _well_formed(model: BaseModel) -> str:
    text = json.dumps(model.model_dump(mode="json"), ensure_ascii=False)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
