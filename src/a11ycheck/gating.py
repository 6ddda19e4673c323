"""What a configuration says for CI: `[[suppress]]`, `[budget]` and `[[source]]`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Self

import soupsieve
from pydantic import Field, field_validator, model_validator
from soupsieve import css_types

from a11ycheck.frozen import Frozen

_NOT_STORED = (
    "stored findings cannot decide :not(), states, positions, texts or siblings; name tags, ids, classes, attributes"
)


class Suppression(Frozen):
    """`[[suppress]]`: findings that the gate leaves alone, all conditions given being met; with a reason, until a date.

    `selector`: CSS of tags, ids, classes and attributes, for the element itself or below an ancestor. `url`: a glob as in
    `include_urls`. From the day after `until` on, it no longer holds, and the gate fails until it is removed or renewed.
    """

    reason: str = Field(min_length=1)
    check: str = ""
    rule: str = ""
    selector: str = ""
    url: str = ""
    criterion: str = ""
    owner: str = ""
    until: date | None = None

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if not (self.check or self.rule or self.selector or self.url or self.criterion):
            raise ValueError("needs at least one of check, rule, selector, url, criterion")
        if not self.reason.strip():
            raise ValueError("needs a reason")
        return self

    @field_validator("selector")
    @classmethod
    def _selector_can_be_decided(cls, value: str) -> str:
        return decidable(value) if value else value

    def expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and today > self.until

    @property
    def label(self) -> str:
        """Its conditions in one line, such as `rule color-contrast, url */legacy/*`."""
        keys = ("check", "rule", "selector", "url", "criterion")
        return ", ".join(f"{key} {value}" for key in keys if (value := getattr(self, key)))


class Budget(Frozen):
    """`[budget]`: how many findings that count may be there, in all, per criterion number and per group key."""

    total: int | None = Field(None, ge=0)
    criterion: dict[str, int] = Field(default_factory=dict)
    group: dict[str, int] = Field(default_factory=dict)

    @field_validator("criterion", "group")
    @classmethod
    def _numbers_count(cls, value: dict[str, int]) -> dict[str, int]:
        for key, number in value.items():
            if number < 0:
                raise ValueError(f"{key}: a budget cannot be negative")
        return value


class SourceTree(Frozen):
    """`[[source]]`: pages whose address begins with `pages` are made from files below the folder `root`."""

    pages: str = Field(min_length=1)
    root: Path


def decidable(selector: str) -> str:
    """The selector when stored findings can decide it. Raises `ValueError` that says why not."""
    try:
        parsed = soupsieve.compile(selector)
    except (soupsieve.SelectorSyntaxError, NotImplementedError) as error:
        raise ValueError(f"not a CSS selector for elements: {str(error).splitlines()[0]}") from None
    _refuse_live(parsed.selectors)
    return selector


def _refuse_live(selectors: css_types.SelectorList) -> None:
    """Raise for what only the live page could tell, such as `:not()`, positions and siblings."""
    for selector in selectors:
        if selectors.is_not or selectors.is_html or isinstance(selector, css_types.SelectorNull):
            raise ValueError(_NOT_STORED)
        if selector.nth or selector.flags or selector.lang or selector.contains:
            raise ValueError(_NOT_STORED)
        if selector.rel_type not in (None, " ", ">"):
            raise ValueError(_NOT_STORED)
        for inner in (selector.relation, *selector.selectors):
            _refuse_live(inner)
