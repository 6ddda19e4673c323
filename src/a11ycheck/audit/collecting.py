"""The evidence of one target: which collectors run, and what came of each."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.audit.loads import Loaded
from a11ycheck.browser.realm import gone
from a11ycheck.browser.redact import Redaction, redact
from a11ycheck.checks.base import checks
from a11ycheck.errors import NotAuditedError, ScriptError
from a11ycheck.evidence.base import Collector, PageAccess, Realm, collectors
from a11ycheck.model import Effort, Interact, Json, Variant

if TYPE_CHECKING:
    from playwright.sync_api import Page


@dataclass(frozen=True)
class AuditOptions:
    """How deep an audit goes.

    `timeout`: seconds one visit may take; `secrets`: values that must not be stored; `survey`: only look where pages link;
    `repeats`: as in `Visit`; `redaction`: as of the browser.
    """

    effort: Effort = Effort.STANDARD
    interact: Interact = Interact.OBSERVE
    timeout: float = 120.0
    secrets: tuple[str, ...] = ()
    survey: bool = False
    repeats: str = ""
    redaction: Redaction = field(default_factory=Redaction)


@dataclass
class Notes:
    """What collecting from one target brought, and what went wrong."""

    collected: dict[str, Json] = field(default_factory=dict)
    troubles: list[tuple[str, str]] = field(default_factory=list)


def chosen_collectors(effort: Effort, interact: Interact, *, driving: bool, repeated: bool = False) -> list[Collector]:
    """Collectors that effort and `--interact` allow: in a driving visit the driving ones and what their checks read besides.

    `repeated`: only what checks read whose outcome can differ between variants.
    """
    allowed = [
        collector
        for collector in collectors()
        if collector.META.effort.rank <= effort.rank and collector.META.interact.rank <= interact.rank
    ]
    if repeated:
        wanted = {name for check in checks() if check.META.variants == "all" for name in check.META.needs}
        allowed = [collector for collector in allowed if collector.META.name in wanted]
    names = {collector.META.name for collector in allowed if collector.META.driving}
    if not driving:
        return [collector for collector in allowed if not collector.META.driving]
    for check in checks():
        if set(check.META.needs) & names:
            names |= set(check.META.needs)
    return [collector for collector in allowed if collector.META.name in names]


def collect(
    collector: Collector,
    page: Page,
    realm: Realm,
    variant: Variant,
    options: AuditOptions,
    deadline: float,
    notes: Notes,
    events: Sequence[tuple[str, str]] = (),
    *,
    undoable: bool = False,
) -> None:
    """Collect one kind of evidence. A failed collector costs only the checks that need it, and is said.

    `undoable`: redact as `redacted` does.
    """
    name = collector.META.name
    if time.monotonic() > deadline:
        notes.troubles.append(("time", f"no time left for {name}"))
        return
    access = PageAccess(
        page, realm, variant, options.interact, deadline, notes.collected, options.effort, events, options.repeats
    )
    try:
        redact(page, options.redaction, undoable=undoable)
        found = notes.collected[name] = collector.collect(access)
        if left := isinstance(found, dict) and found.get("unfinished"):
            notes.troubles.append(("time", f"no time left for {', '.join(left)}"))
    except (ScriptError, NotAuditedError) as error:
        notes.troubles.append((getattr(error, "reason", "collector-failed"), f"{name}: {first_line(error.message)}"))
    except PlaywrightError as error:
        lost = gone(error)
        notes.troubles.append((lost.reason if lost else "collector-failed", f"{name}: {first_line(error.message)}"))
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        told = f"{name}: {type(error).__name__}: {first_line(str(error))}"
        notes.troubles.append(("collector-failed", told))


def unneeded(
    collector: Collector, page: Loaded, variant: Variant, options: AuditOptions, deadline: float, notes: Notes
) -> bool:
    """Whether an open page, as found, holds nothing for a collector; what it would have found is noted then.

    A collector that needs a load of its own may say so by a function `unneeded`, see `evidence.base.Collector`.
    """
    ask = getattr(collector, "unneeded", None)
    if ask is None or not page.has_its_content():
        return False
    access = PageAccess(
        page.opened.page, page.realm, variant, options.interact, deadline, notes.collected, options.effort
    )
    try:
        found = ask(access)
    except (ScriptError, NotAuditedError, PlaywrightError):
        return False
    if found is not None:
        notes.collected[collector.META.name] = found
    return found is not None


def first_line(text: str) -> str:
    """The first line of a message; the rest is how the browser was called."""
    return text.partition("\n")[0]
