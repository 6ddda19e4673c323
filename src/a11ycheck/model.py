"""The words of the tool as types: what to visit, what was found, in the terms of EARL and WCAG-EM.

Everything here is frozen and pickles, since it crosses process borders.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import Field

from a11ycheck.frozen import Frozen
from a11ycheck.steps import AuditState, Step

Json = Any
"""Plain data: what `json.dumps` takes."""


class Outcome(StrEnum):
    """EARL outcome values (https://www.w3.org/TR/EARL10-Schema/#OutcomeValue). Unknown is never a pass."""

    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


class Impact(StrEnum):
    """How much a finding hinders people, on axe's scale."""

    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 (minor) to 3 (critical)."""
        return list(Impact).index(self)


class Effort(StrEnum):
    """How much work a run does per page (`--effort`)."""

    QUICK = "quick"
    STANDARD = "standard"
    THOROUGH = "thorough"

    @property
    def rank(self) -> int:
        """0 (quick) to 2 (thorough)."""
        return list(Effort).index(self)


class Interact(StrEnum):
    """How far driving may go on an origin (`--interact`)."""

    OBSERVE = "observe"
    OPERATE = "operate"
    SUBMIT = "submit"

    @property
    def rank(self) -> int:
        """0 (observe) to 2 (submit)."""
        return list(Interact).index(self)


class TargetStatus(StrEnum):
    """Whether a target could be audited."""

    AUDITED = "audited"
    PARTIAL = "partial"
    NOT_AUDITED = "not-audited"


class Variant(Frozen):
    """How the page is shown: viewport in CSS px, colour scheme, forced colours, reduced motion."""

    width: int = 1280
    height: int = 800
    color_scheme: Literal["light", "dark"] = "light"
    forced_colors: bool = False
    reduced_motion: bool = False

    @property
    def name(self) -> str:
        """Short stable name such as `1280x800` or `320x256+dark+forced-colors`."""
        parts = [f"{self.width}x{self.height}"]
        if self.color_scheme == "dark":
            parts.append("dark")
        if self.forced_colors:
            parts.append("forced-colors")
        if self.reduced_motion:
            parts.append("reduced-motion")
        return "+".join(parts)


class Target(Frozen):
    """One thing audited: URL + state + variant."""

    url: str
    state: str = ""
    variant: Variant = Variant()

    @property
    def page_key(self) -> str:
        """Page identity for fingerprints: path, sorted query, hash route and state; no host, no variant."""
        parts = urlsplit(self.url)
        query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
        route = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
        key = (parts.path or "/") + (f"?{query}" if query else "") + (f"#{route}" if route else "")
        return key + (f" [{self.state}]" if self.state else "")


class PictureOrder(Frozen):
    """A picture to take: of the element that a selector finds in a state, as the example of a group."""

    group: str
    state: str
    selector: str


class Visit(Frozen):
    """What one worker does in one go: one load, or one flow, in one variant; yields one or more targets.

    `order` is the place in the plan; `driving` adds the collectors that drive the page (phase 2 of a run). A flow has
    `steps`, or the path of a Python file as `script` with the `states` it audits. `anonymous`: without the run's login.
    `depth`: how many links a crawl followed to get there. `repeats`: what is checked again in another variant than the
    first: `all` that can differ, or `colours` alone where the size is the same; "" in the first. `pictures`: nothing is
    judged, only these are taken.
    """

    order: int
    url: str
    variant: Variant = Variant()
    flow: str = ""
    steps: tuple[Step, ...] = ()
    script: str = ""
    states: tuple[str, ...] = ()
    anonymous: bool = False
    depth: int = 0
    repeats: Literal["", "all", "colours"] = ""
    driving: bool = False
    pictures: tuple[PictureOrder, ...] = ()

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets this visit is planned to yield, known before it runs."""
        states = [*self.states, *(step.state for step in self.steps if isinstance(step, AuditState))]
        if not (self.steps or self.script):
            states = [""]
        return tuple(Target(url=self.url, state=state, variant=self.variant) for state in states)


OwnerKind = Literal["product", "third-party", "user-content"]
"""Who answers for a part of a page."""


class Identity(Frozen):
    """What stays the same of an element when unrelated things change (design of fingerprints, docs/fingerprints.md).

    `landmarks` runs from the outermost to the innermost landmark; `signature` is three levels of tags and
    classes; `digest` is a hash of the subtree's markup. `owner` and `owner_name`: by the tables `[[ownership]]`.
    """

    role: str = ""
    name: str = ""
    landmarks: tuple[str, ...] = ()
    anchor: str = ""
    signature: str = ""
    digest: str = ""
    owner: OwnerKind = "product"
    owner_name: str = ""


class Location(Frozen):
    """One place on a page: a selector (frames and shadow hosts joined by ` >>> `), a snippet, a box in CSS px."""

    selector: str
    html: str = ""
    box: tuple[float, float, float, float] | None = None
    identity: Identity = Identity()


class CheckOutcome(Frozen):
    """One outcome of a check; with a location and `failed` or `cantTell` it is a finding."""

    check: str
    rule: str
    outcome: Outcome
    criteria: tuple[str, ...] = ()
    best_practice: bool = False
    act: tuple[str, ...] = ()
    impact: Impact | None = None
    message: str = ""
    help: str = ""
    help_url: str = ""
    location: Location | None = None
    data: dict[str, Json] = Field(default_factory=dict)
    fingerprint: str = ""
    group: str = ""

    @property
    def is_finding(self) -> bool:
        """True for `failed` and `cantTell`."""
        return self.outcome in (Outcome.FAILED, Outcome.CANT_TELL)


class PageFacts(Frozen):
    """Small facts of a page that reports, clustering and cross-page checks read.

    `settle` names the bounds that were hit (`fonts`, `dom`, `styles`, `answers`, `blank`), and `same` where a flow's state looks
    as the one before; empty when the page went quiet in time.
    """

    final_url: str = ""
    http_status: int | None = None
    title: str = ""
    language: str = ""
    elements: int = 0
    skeleton: str = ""
    settle: tuple[str, ...] = ()
    held_navigations: tuple[str, ...] = ()


class Picture(Frozen):
    """How the example of a group looks: PNG or JPEG files of at most 60 KB each.

    `element`: the marked element with what is around it. `place`: the view it stands in, small, with the element marked.
    `down`: where the element begins, from 0 (top of the page) to 1 (its end).
    """

    group: str
    element: bytes
    place: bytes
    down: float


class TargetResult(Frozen):
    """What a visit brings home for one target. `page_key`: of the URL as visited, where the target shows another."""

    order: int
    target: Target
    page_key: str = ""
    status: TargetStatus
    reason: str = ""
    message: str = ""
    facts: PageFacts = PageFacts()
    outcomes: tuple[CheckOutcome, ...] = ()
    evidence: dict[str, Json] = Field(default_factory=dict)
    shared: dict[str, Json] = Field(default_factory=dict)
    driving: bool = False
    pictures: tuple[Picture, ...] = ()
    seconds: float = 0.0

    @property
    def findings(self) -> tuple[CheckOutcome, ...]:
        """The outcomes that are findings: `failed` and `cantTell`."""
        return tuple(outcome for outcome in self.outcomes if outcome.is_finding)


def short_hash(*parts: str) -> str:
    """16 hexadecimal digits of SHA-256 over the parts, joined by an unambiguous separator."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
