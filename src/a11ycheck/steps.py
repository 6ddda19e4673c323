"""The steps of flows as types: what a flow in the configuration can do, validated before a browser starts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from a11ycheck.frozen import Frozen

LOCATORS = ("role", "label", "text", "test_id", "css")


class Goto(Frozen):
    """Step: open a URL (absolute, or relative to the flow's start URL)."""

    action: Literal["goto"] = "goto"
    url: str


class Locate(Frozen):
    """Where a step acts: one Playwright locator (role and name, label, text, test id, or CSS).

    Names, labels and texts match as Playwright does: any part, in any case; the whole, with `exact`. `frame` is the CSS
    selector of the iframe to look in.
    """

    role: str | None = None
    name: str | None = None
    label: str | None = None
    text: str | None = None
    test_id: str | None = None
    css: str | None = None
    exact: bool = False
    frame: str | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The locators that are given."""
        return tuple(key for key in LOCATORS if getattr(self, key) is not None)

    @model_validator(mode="after")
    def _locator_is_clear(self) -> Self:
        if len(self.named) > 1:
            raise ValueError(f"give one locator, not {' and '.join(self.named)}")
        if self.name is not None and self.role is None:
            raise ValueError('name goes with role: role = "button", name = "Save"')
        if any(getattr(self, key) == "" for key in (*self.named, "name", "frame")):
            raise ValueError("a locator must not be empty")
        return self


class OnElement(Locate):
    """A step that needs exactly one element."""

    @model_validator(mode="after")
    def _has_locator(self) -> Self:
        if not self.named:
            raise ValueError(f"needs a locator: one of role (and name), {', '.join(LOCATORS[1:])}")
        return self


class Click(OnElement):
    """Step: click an element."""

    action: Literal["click"] = "click"


class Fill(OnElement):
    """Step: type into a field: a `value`, or the value of the environment variable that `secret` names.

    `totp` names the environment variable that holds the base32 key of a time-based one-time password (RFC 6238).
    """

    action: Literal["fill"] = "fill"
    value: str | None = None
    secret: str | None = None
    totp: str | None = None

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        if sum(given is not None for given in (self.value, self.secret, self.totp)) != 1:
            raise ValueError("needs one of value, secret and totp (the last two name environment variables)")
        return self


class Press(Locate):
    """Step: press a key such as `Enter` or `Control+K`, on an element or on the page."""

    action: Literal["press"] = "press"
    key: str


class Select(OnElement):
    """Step: choose an option of a select element, by its text or its value."""

    action: Literal["select"] = "select"
    option: str


class Check(OnElement):
    """Step: check a checkbox, radio button or switch; with `checked = false` uncheck it."""

    action: Literal["check"] = "check"
    checked: bool = True


class Hover(OnElement):
    """Step: move the pointer over an element."""

    action: Literal["hover"] = "hover"


class Upload(OnElement):
    """Step: choose files in a file field; the files are named from the current directory."""

    action: Literal["upload"] = "upload"
    files: tuple[Path, ...] = Field(min_length=1)


class Awaiting(Locate):
    """A step that waits, at most `timeout` seconds: for an element to be visible, a URL that matches a glob, or both."""

    url: str | None = None
    timeout: float | None = Field(None, gt=0)

    def _awaits_something(self) -> bool:
        return bool(self.named or self.url)

    @model_validator(mode="after")
    def _has_condition(self) -> Self:
        if not self._awaits_something():
            raise ValueError(f"needs something to wait for: a locator ({', '.join(LOCATORS)}) or a url")
        return self


class WaitFor(Awaiting):
    """Step: wait until an element is visible, the URL matches a glob, or the network is quiet."""

    action: Literal["wait_for"] = "wait_for"
    network_quiet: bool = False

    def _awaits_something(self) -> bool:
        return super()._awaits_something() or self.network_quiet


class Expect(Awaiting):
    """Step: assert that an element is visible (or `hidden`) or that the URL matches a glob; otherwise the flow ends."""

    action: Literal["expect"] = "expect"
    hidden: bool = False


class Screenshot(Frozen):
    """Step: save a picture of the page as a PNG file, named from the current directory."""

    action: Literal["screenshot"] = "screenshot"
    file: Path


class AuditState(Frozen):
    """Step: audit the page as it stands, as a named state, after asserting it."""

    action: Literal["audit"] = "audit"
    state: str = Field(min_length=1)
    expect: Expect | None = None


Step = Annotated[
    Goto | Click | Fill | Press | Select | Check | Hover | Upload | WaitFor | Expect | Screenshot | AuditState,
    Field(discriminator="action"),
]
