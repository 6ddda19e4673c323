"""The tables of the configuration that are about web applications: flows, login, server, crawl, redaction."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from a11ycheck.frozen import Frozen
from a11ycheck.model import OwnerKind
from a11ycheck.steps import Expect, Step


class Flow(Frozen):
    """`[[flow]]`: a named way through an application, with the states to audit on it.

    It has `steps`, or a `file` with `def flow(page, audit)` (and `states`, where the file computes their names). `uses`
    names a flow whose steps come first; what that one audits is only asserted then. `anonymous`: without the run's login.
    """

    name: str = Field(min_length=1)
    url: str
    steps: tuple[Step, ...] = ()
    file: Path | None = None
    states: tuple[str, ...] = ()
    uses: str = ""
    anonymous: bool = False

    @model_validator(mode="after")
    def _steps_or_file(self) -> Self:
        if bool(self.steps) == bool(self.file):
            raise ValueError("needs either steps or a file with def flow(page, audit)")
        if self.file and self.uses:
            raise ValueError("a flow in a file cannot use another flow; call its function from the file")
        if self.states and not self.file:
            raise ValueError("states are for a flow in a file; steps name their states themselves")
        return self


class Process(Frozen):
    """`[[process]]`: one task of a person, as its `states` in order: names of a flow's states, or paths or URLs of pages.

    A person judges it as a whole: one step that fails, fails the process (WCAG 2.2, conformance requirement 3).
    """

    name: str = Field(min_length=1, max_length=100)
    states: tuple[str, ...] = Field(min_length=1)


class Basic(Frozen):
    """`[login.basic]`: HTTP authentication; both are names of environment variables."""

    user_secret: str
    password_secret: str


class Certificate(Frozen):
    """`[login.certificate]`: a TLS client certificate and its key, PEM files; `passphrase_secret`: a variable's name."""

    cert: Path
    key: Path
    passphrase_secret: str = ""


class LoginConfig(Frozen):
    """`[login]`: how the run logs in, once, before its visits: by a named `flow`, or by `steps` from `url` on.

    `expect` proves that it worked. `offsite`: the way leads over other sites, as with single sign-on. With `basic` or
    `certificate` alone, `url` is a page that needs them.
    """

    url: str = ""
    flow: str = ""
    steps: tuple[Step, ...] = ()
    expect: Expect | None = None
    offsite: bool = False
    basic: Basic | None = None
    certificate: Certificate | None = None

    @model_validator(mode="after")
    def _is_a_way_in(self) -> Self:
        if self.flow and self.steps:
            raise ValueError("give a flow or steps, not both")
        if not (self.flow or self.steps or self.basic or self.certificate):
            raise ValueError("needs a flow, steps, basic or certificate")
        return self


class ServerConfig(Frozen):
    """`[server]`: the application to audit: its command (no shell), the URL that answers once it is up, seconds to wait."""

    command: str = Field(min_length=1)
    url: str = Field(pattern=r"^https?://[^/]")
    timeout: float = Field(60.0, gt=0)


class RedactConfig(Frozen):
    """`[redact]`: what is hidden before anything is stored: texts, names, links and images of what matches `selectors`.

    `title`: the pages' titles too. `patterns`: texts such as `/users/*` or `user-*`; what `*` stands for is hidden in
    addresses, ids and all else that is kept.
    """

    selectors: tuple[str, ...] = ()
    title: bool = False
    patterns: tuple[str, ...] = ()

    @field_validator("patterns")
    @classmethod
    def _patterns_say_what_to_hide(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in value:
            if "*" not in pattern or len(pattern.replace("*", "")) < 3 or "**" in pattern:
                raise ValueError(f"{pattern!r}: write some text with one * for each part to hide, such as /users/*")
        return value


class Ownership(Frozen):
    """`[[ownership]]`: who answers for a part of the pages: what is in elements that match `selectors`, or in frames.

    `frames`: globs of the frames' addresses. `name`: what the report calls the part, such as "Video player of Vendor".
    The innermost match counts, and of several the first table. Findings there are reported apart and never dropped.
    """

    owner: OwnerKind
    name: str = Field("", max_length=100)
    selectors: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        if not (self.selectors or self.frames):
            raise ValueError("needs selectors or frames")
        return self

    @field_validator("selectors")
    @classmethod
    def _selectors_parse(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        import soupsieve

        for selector in value:
            try:
                soupsieve.compile(selector)
            except (soupsieve.SelectorSyntaxError, NotImplementedError) as error:
                raise ValueError(f"not a CSS selector: {str(error).splitlines()[0]}") from None
        return value


class CrawlConfig(Frozen):
    """`[crawl]`: bounds of a crawl besides `--depth` and `--max-pages`.

    `queries = "ignore"`: addresses that differ in their query alone are one page. `hash_routes`: `#/x` is a page of its own.
    `per_shape`: how many pages whose addresses differ in ids, dates, page numbers or query values alone. `rate`: pages a second.
    """

    queries: Literal["keep", "ignore"] = "keep"
    hash_routes: bool = False
    per_shape: int = Field(20, ge=1)
    rate: float | None = Field(None, gt=0)
