"""What a configuration says of findings: `[[suppress]]`, `[[known_issue]]`, `[budget]` and `[[source]]`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from pydantic import Field, field_validator, model_validator

from a11ycheck.frozen import Frozen

if TYPE_CHECKING:
    from soupsieve import css_types

_NOT_STORED = (
    "stored findings cannot decide :not(), states, positions, texts or siblings; name tags, ids, classes, attributes"
)


class Conditions(Frozen):
    """Which findings a table is about: all conditions given have to be met.

    `selector`: CSS of tags, ids, classes and attributes, for the element itself or below an ancestor. `url`: a glob as in
    `include_urls`.
    """

    check: str = ""
    rule: str = ""
    selector: str = ""
    url: str = ""
    criterion: str = ""

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if not (self.check or self.rule or self.selector or self.url or self.criterion):
            raise ValueError("needs at least one of check, rule, selector, url, criterion")
        return self

    @field_validator("selector")
    @classmethod
    def _selector_can_be_decided(cls, value: str) -> str:
        return decidable(value) if value else value

    @property
    def label(self) -> str:
        """The conditions in one line, such as `rule color-contrast, url */legacy/*`."""
        keys = ("check", "rule", "selector", "url", "criterion")
        return ", ".join(f"{key} {value}" for key in keys if (value := getattr(self, key)))


class Suppression(Conditions):
    """`[[suppress]]`: findings that the gate leaves alone; with a reason, until a date.

    From the day after `until` on, it no longer holds, and the gate fails until it is removed or renewed.
    """

    reason: str = Field(min_length=1)
    owner: str = ""
    until: date | None = None

    @field_validator("reason")
    @classmethod
    def _reason_says_something(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("needs a reason")
        return value

    def expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and today > self.until


class KnownIssue(Conditions):
    """`[[known_issue]]`: what the owner knows of a barrier, for the remarks of the conformance report.

    `id`: as the issue tracker has it, with its `link`; `workaround`: what people can do meanwhile; `plan`: when it will be
    mended. It changes no answer, neither here nor in the gate.
    """

    id: str = Field(min_length=1, max_length=60)
    link: str = Field("", pattern=r"^(https?://\S+)?$")
    workaround: str = ""
    plan: str = ""

    @property
    def sentences(self) -> str:
        """What remarks say of it, such as "Issue DOC-12. Workaround: use the search."."""
        parts = (f"Issue {self.id}", f"Workaround: {self.workaround}", f"Plan: {self.plan}")
        said = (part.strip().rstrip(".") for part in parts if not part.endswith(": "))
        return " ".join(f"{part}." for part in said)


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
    import soupsieve

    try:
        parsed = soupsieve.compile(selector)
    except (soupsieve.SelectorSyntaxError, NotImplementedError) as error:
        raise ValueError(f"not a CSS selector for elements: {str(error).splitlines()[0]}") from None
    _refuse_live(parsed.selectors)
    return selector


def _refuse_live(selectors: css_types.SelectorList) -> None:
    """Raise for what only the live page could tell, such as `:not()`, positions and siblings."""
    from soupsieve import css_types

    for selector in selectors:
        if selectors.is_not or selectors.is_html or isinstance(selector, css_types.SelectorNull):
            raise ValueError(_NOT_STORED)
        if selector.nth or selector.flags or selector.lang or selector.contains:
            raise ValueError(_NOT_STORED)
        if selector.rel_type not in (None, " ", ">"):
            raise ValueError(_NOT_STORED)
        for inner in (selector.relation, *selector.selectors):
            _refuse_live(inner)
