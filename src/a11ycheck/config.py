"""The configuration: `a11ycheck.toml` or `[tool.a11ycheck]`, environment overrides, command-line flags on top.

Precedence, highest first: flags, `A11YCHECK_*` variables (`__` for nesting), the file, defaults. Unknown keys are
errors that name file and key. Secrets come from the environment only and are never part of the configuration.
"""

from __future__ import annotations

import json
import os
from itertools import product
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, EnvSettingsSource, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from a11ycheck.application import CrawlConfig, Flow, LoginConfig, Ownership, Process, RedactConfig, ServerConfig
from a11ycheck.config_file import merged, read
from a11ycheck.errors import ConfigError
from a11ycheck.frozen import Frozen
from a11ycheck.gating import Budget, KnownIssue, SourceTree, Suppression
from a11ycheck.language import languages
from a11ycheck.model import Effort, Impact, Interact, Variant
from a11ycheck.shard import Shard

StandardName = Literal["wcag20", "wcag21", "wcag22", "508", "en301549"]


class Product(Frozen):
    """`[product]`: the front matter of the conformance report."""

    company: str = ""
    name: str = ""
    version: str = ""
    description: str = ""
    contact: str = ""
    notes: str = ""
    evaluation_methods: str = ""
    legal_disclaimer: str = ""
    report_date: str = ""
    absent_content: Literal["Supports", "Not Applicable"] = "Supports"
    profile: dict[str, bool] = Field(default_factory=dict)


class Config(BaseSettings):
    """Everything a run can be told. Field names are the keys of the file and, with dashes, the flags."""

    model_config = SettingsConfigDict(
        extra="forbid", frozen=True, env_prefix="A11YCHECK_", env_nested_delimiter="__", populate_by_name=True
    )

    targets: tuple[str, ...] = Field((), description="URLs, folders, .html files, sitemap.xml or .txt lists to scan.")
    output_dir: Path = Field(Path("a11y-report"), description="Where reports are written.")
    audit_file: Path = Field(Path(".a11ycheck/audit.db"), description="The audit file that keeps every run.")
    format: tuple[str, ...] = Field(("html", "json"), description="Report formats written after a scan.")
    standard: tuple[StandardName, ...] = Field(("wcag22",), description="What the gate counts, at level AA.")
    fail_on: Impact | None = Field(None, description="Only findings of this impact or worse fail the gate.")
    fail_on_review: bool = Field(False, description="Open needs-review findings fail the gate too.")
    fail_on_best_practice: bool = Field(False, description="Best-practice findings fail the gate too.")
    baseline_file: Path | None = Field(None, description="Baseline: what it knows does not fail the gate again.")
    budget: Budget = Field(Budget(), description="How many findings may be there, in all, per criterion, per group.")
    suppress: tuple[Suppression, ...] = Field((), description="Findings that the gate leaves alone, with a reason.")
    known_issue: tuple[KnownIssue, ...] = Field(
        (), description="Issue numbers and workarounds, for the report's remarks."
    )
    source: tuple[SourceTree, ...] = Field((), description="Where the sources of pages are, for reports in CI.")
    exit_zero: bool = Field(False, description="A failed gate exits 0 (never hides errors).")
    effort: Effort = Field(Effort.STANDARD, description="quick = axe; standard = + own checks; thorough = + slow ones.")
    sample: str = Field("auto", description="Which pages are driven: auto, all, or a percentage such as 10%.")
    seed: int = Field(0, description="Chooses the random part of the driven sample.")
    interact: Interact = Field(Interact.OBSERVE, description="How far driving may go on a page.")
    depth: int = Field(0, ge=0, description="How many links deep to crawl from the given URLs; 0 visits only them.")
    ignore_robots: bool = Field(False, description="Crawl what robots.txt forbids too.")
    crawl: CrawlConfig = Field(CrawlConfig(), description="Bounds of a crawl.")
    max_pages: int | None = Field(None, ge=1, description="Stop planning after this many pages.")
    changed_since: str | None = Field(None, description="Only pages whose source changed in git since this revision.")
    include_urls: tuple[str, ...] = Field((), description="Globs; only matching URLs are visited.")
    exclude_urls: tuple[str, ...] = Field((), description="Globs; matching URLs are skipped.")
    workers: int | None = Field(None, ge=1, description="Browsers at work at once; default: the number of cores.")
    executor: Literal["processes", "serial", "dask"] = Field("processes", description="Where visits run.")
    scheduler: str | None = Field(None, description="Dask scheduler, tcp://HOST:PORT; without it dask runs here.")
    shard: str | None = Field(None, description="Visit only part k of n, as k/n; `a11ycheck merge` joins the parts.")
    timeout: float = Field(120.0, gt=0, description="Hard limit for one page, in seconds.")
    load_timeout: float = Field(30.0, gt=0, description="Limit for a page to load, in seconds.")
    wait_for: str | None = Field(None, description="CSS selector that must be visible before a page is audited.")
    viewport: Annotated[tuple[str, ...], NoDecode] = Field(
        ("1280x800",), min_length=1, description="WIDTHxHEIGHT in CSS px; several are variants, the first is the base."
    )
    color_scheme: Annotated[tuple[Literal["light", "dark"], ...], NoDecode] = Field(
        ("light",), min_length=1, description="Emulated colour scheme; several are variants."
    )
    reduced_motion: Annotated[tuple[bool, ...], NoDecode] = Field(
        (False,), min_length=1, description="Emulate the wish for less motion; both values are variants."
    )
    forced_colors: Annotated[tuple[bool, ...], NoDecode] = Field(
        (False,), min_length=1, description="Emulate forced colours (high contrast); both values are variants."
    )
    storage_state: Path | None = Field(None, description="Playwright storage state: cookies and storage of a login.")
    header: tuple[str, ...] = Field((), description="Extra HTTP headers, 'Name: value'; sent to the target's origin.")
    axe_locale: Path | None = Field(
        None, description="A locale file of axe-core, such as locales/es.json, for its messages."
    )
    axe_source: Path | None = Field(None, description="axe.min.js to use instead of the shipped one.")
    browser_path: Path | None = Field(None, description="Browser executable to use.")
    block_offsite: bool = Field(False, description="Send no request to other origins than the target's.")
    cache: bool = Field(True, description="Reuse results of folder pages that did not change (--no-cache).")
    keep_evidence: Literal["none", "sample", "all"] = Field("sample", description="What checks read and may re-read.")
    login_url_patterns: tuple[str, ...] = Field(
        ("*/login*", "*/signin*", "*/sign-in*", "*/sign_in*", "*/sso/*", "*/oauth*"),
        description="Globs of login pages; being sent there means the target was not audited.",
    )
    flow: tuple[Flow, ...] = Field((), description="Named ways through an application.")
    process: tuple[Process, ...] = Field((), description="Tasks of people: ordered states that are judged as one.")
    ownership: tuple[Ownership, ...] = Field((), description="Parts of pages that others made, reported apart.")
    redact: RedactConfig = Field(RedactConfig(), description="What is hidden before anything is stored.")
    login: LoginConfig | None = Field(None, description="How the run logs in, once, before its visits.")
    server: ServerConfig | None = Field(None, description="The application to start before the run and stop after it.")
    language: str = Field("en", description="Language of reports for people and of the terminal: en or es.")
    plain: bool = Field(False, description="The terminal without colours, bars and indentation, for screen readers.")
    single_file: bool = Field(False, description="Write the HTML report as one file, with the pictures inside.")
    product: Product = Field(Product(), description="Front matter of the conformance report.")

    @field_validator("viewport", "color_scheme", "reduced_motion", "forced_colors", mode="before")
    @classmethod
    def _one_value_is_a_list_of_one(cls, value: Any) -> Any:
        """A variable of the environment may hold several values, with commas between or as JSON, as lists of texts do."""
        if isinstance(value, bool):
            return (value,)
        if not isinstance(value, str):
            return value
        if value.lstrip().startswith("["):
            return json.loads(value)
        return tuple(part.strip() for part in value.split(","))

    @field_validator("viewport")
    @classmethod
    def _viewports_have_two_sides(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for viewport in value:
            width, cross, height = viewport.lower().partition("x")
            if not (cross and width.isdigit() and height.isdigit() and int(width) > 0 and int(height) > 0):
                raise ValueError("write WIDTHxHEIGHT in CSS px, for example 1280x800")
        return tuple(viewport.lower() for viewport in value)

    @field_validator("language")
    @classmethod
    def _language_is_known(cls, value: str) -> str:
        if value not in languages():
            raise ValueError(f"write one of {', '.join(languages())}")
        return value

    @field_validator("sample")
    @classmethod
    def _sample_is_known(cls, value: str) -> str:
        if value in ("auto", "all"):
            return value
        if value.endswith("%") and value[:-1].isdigit() and int(value[:-1]) <= 100:
            return value
        raise ValueError("write auto, all, or a percentage such as 10%")

    @field_validator("shard")
    @classmethod
    def _shard_is_k_of_n(cls, value: str | None) -> str | None:
        return None if value is None else str(Shard.parse(value))

    @field_validator("header")
    @classmethod
    def _headers_have_a_colon(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for header in value:
            if ":" not in header:
                raise ValueError("write a header as 'Name: value'")
        return value

    @field_validator("include_urls", "exclude_urls")
    @classmethod
    def _globs_parse(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for glob in value:
            if not glob.strip():
                raise ValueError("an empty glob matches nothing; write for example */api/*")
            if glob.count("[") != glob.count("]"):
                raise ValueError(f"unbalanced [ ] in the glob {glob!r}")
        return value

    @property
    def variant(self) -> Variant:
        """How pages are shown first, for all checks."""
        return self.variants[0]

    @property
    def variants(self) -> tuple[Variant, ...]:
        """All ways pages are shown: every combination of what is listed, the base first."""
        combinations = product(self.viewport, self.color_scheme, self.forced_colors, self.reduced_motion)
        return tuple(
            Variant(
                width=int(size.partition("x")[0]), height=int(size.partition("x")[2]), color_scheme=scheme,
                forced_colors=forced, reduced_motion=reduced,
            )
            for size, scheme, forced, reduced in dict.fromkeys(combinations)
        )  # fmt: skip

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Keep only explicit values: files and the environment are merged by `load`, which can name the culprit."""
        return (init_settings,)


def load(path: Path | None = None, flags: dict[str, Any] | None = None) -> Config:
    """Read the configuration for the current directory.

    `path`: a TOML file given by the user; without it `a11ycheck.toml`, then `pyproject.toml` with a
    `[tool.a11ycheck]` table, are looked for in the current directory. `flags`: values that win over all others;
    None values are ignored. Raises `ConfigError` naming file and key.
    """
    origin, values = read(path)
    environment = EnvSettingsSource(Config)()
    given = {key: value for key, value in (flags or {}).items() if value is not None}
    try:
        return Config(**merged(merged(values, environment), given))
    except ValidationError as error:
        raise ConfigError(*_explain(error, origin, values, environment)) from None


def source(path: Path | None = None) -> str:
    """The file `load` reads; empty where there is none. Raises `ConfigError` as `load` does."""
    return read(path)[0]


def json_schema() -> str:
    """The JSON Schema of the configuration file."""
    return json.dumps(Config.model_json_schema(), indent=2, sort_keys=True)


def _explain(
    error: ValidationError, source: str, values: dict[str, Any], environment: dict[str, Any]
) -> tuple[str, str]:
    """One line per problem, each with where the value came from and its key."""
    lines = []
    for item in error.errors(include_url=False):
        key = _place(item["loc"], values)
        top = str(item["loc"][0]) if item["loc"] else ""
        if top in environment:
            where = f"environment variable A11YCHECK_{top.upper()}"
        elif top in values:
            where = source
        else:
            where = "command line"
        what = "unknown key" if item["type"] == "extra_forbidden" else item["msg"].removeprefix("Value error, ")
        lines.append(f"{where}: {key}: {what}")
    known = ", ".join(sorted(Config.model_fields))
    unknown = any(item["type"] == "extra_forbidden" and len(item["loc"]) == 1 for item in error.errors())
    hint = (
        f"Known keys: {known}."
        if unknown
        else "Correct the value; `a11ycheck schema config` prints what each key takes."
    )
    return "\n".join(lines), hint


def _place(loc: tuple[int | str, ...], values: dict[str, Any]) -> str:
    """The key that a problem is about; in a flow, its name and the step's number instead of positions."""
    if len(loc) < 2 or loc[0] != "flow" or not isinstance(loc[1], int):
        return ".".join(str(part) for part in loc)
    flows = values.get("flow", [])
    flow = flows[loc[1]] if isinstance(flows, list) and loc[1] < len(flows) else {}
    place = f"flow {flow.get('name', loc[1] + 1)!r}" if isinstance(flow, dict) else f"flow {loc[1] + 1}"
    rest = loc[2:]
    if len(rest) >= 2 and rest[0] == "steps" and isinstance(rest[1], int):
        action = f" ({rest[2]})" if len(rest) > 2 else ""
        place, rest = f"{place}, step {rest[1] + 1}{action}", rest[3:]
    return place + (f": {'.'.join(str(part) for part in rest)}" if rest else "")


def working_audit_file(config: Config) -> Path:
    """The audit file's absolute path, so that a worker in another directory means the same file."""
    return Path(os.path.abspath(config.audit_file))
