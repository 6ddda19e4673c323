"""A sample run written as a scan writes one: eight pages, one of which could not be audited."""

from __future__ import annotations

from collections.abc import Callable

from a11ycheck.conformance.verdicts import Signature
from a11ycheck.model import (
    CheckOutcome,
    Identity,
    Impact,
    Location,
    Outcome,
    OwnerKind,
    PageFacts,
    Target,
    TargetResult,
    TargetStatus,
)
from a11ycheck.standards.profile import questions
from a11ycheck.store.queries import RunView

WriteRun = Callable[..., RunView]
SITE = "https://docs.example.org"
PAGES = ("index", "install", "channels", "tour", "admin", "security", "support")
VERSIONS = {
    "axe": "4.12.1",
    "browser": "chromium-headless-shell",
    "browser_version": "156.0.1",
    "playwright": "1.55.0",
    "sandbox": True,
    "system": "Linux-6.1-x86_64",
}
ANN = Signature(name="Ann Auditor", date="2026-11-20", method="keyboard", product_version="7.2")
COMPLETE_PROFILE = {name: name in ("docs", "support", "downloads") for name in questions()}


def outcome(
    rule: str,
    result: Outcome,
    *criteria: str,
    selector: str = "",
    name: str = "",
    role: str = "",
    message: str = "",
    check: str = "axe",
    landmarks: tuple[str, ...] = (),
    impact: Impact | None = Impact.SERIOUS,
    best_practice: bool = False,
    html: str = "",
    help: str = "",
) -> CheckOutcome:
    """An outcome as axe's adapter gives it; with a selector it has a place."""
    finding = result in (Outcome.FAILED, Outcome.CANT_TELL)
    place = Location(selector=selector, html=html, identity=Identity(role=role, name=name, landmarks=landmarks))
    return CheckOutcome(
        check=check,
        rule=rule,
        outcome=result,
        criteria=criteria,
        best_practice=best_practice,
        impact=impact if finding else None,
        message=message,
        help=help or f"Help of {rule}",
        help_url=f"https://example.org/rules/{rule}",
        location=place if finding else None,
        fingerprint=f"{rule}|{selector}|{name}" if finding else "",
        group=f"{rule}-{'/'.join(landmarks) or 'page'}" if finding else "",
    )


def owned(found: CheckOutcome, owner: OwnerKind, name: str = "") -> CheckOutcome:
    """The outcome at a place that somebody else made."""
    assert found.location is not None
    identity = found.location.identity.model_copy(update={"owner": owner, "owner_name": name})
    return found.model_copy(update={"location": found.location.model_copy(update={"identity": identity})})


def page(order: int, url: str, outcomes: tuple[CheckOutcome, ...], *, title: str = "", state: str = "") -> TargetResult:
    """An audited page."""
    return TargetResult(
        order=order,
        target=Target(url=url, state=state),
        status=TargetStatus.AUDITED,
        facts=PageFacts(final_url=url, http_status=200, title=title or url, language="en"),
        outcomes=outcomes,
    )


def not_audited(order: int, url: str, reason: str, message: str) -> TargetResult:
    """A page that could not be audited."""
    return TargetResult(
        order=order, target=Target(url=url), status=TargetStatus.NOT_AUDITED, reason=reason, message=message
    )


def sample_results() -> tuple[TargetResult, ...]:
    """Seven audited pages with failures, questions, passes and absent content, and one that answered 500."""
    results = []
    for order, name in enumerate(PAGES):
        outcomes = [
            outcome("html-has-lang", Outcome.PASSED, "3.1.1"),
            outcome("document-title", Outcome.PASSED, "2.4.2"),
            outcome("video-caption", Outcome.INAPPLICABLE, "1.2.2"),
            outcome("region", Outcome.FAILED, selector="div.banner", best_practice=True),
        ]
        if name in ("index", "install", "tour"):
            outcomes.append(
                outcome(
                    "image-alt", Outcome.FAILED, "1.1.1", selector=f"img[src='{name}.png']", role="image",
                    landmarks=("main",), impact=Impact.CRITICAL, message="The image has no text alternative.",
                    html=f"<img src='{name}.png'>",
                )
            )  # fmt: skip
        else:
            outcomes.append(outcome("image-alt", Outcome.PASSED, "1.1.1"))
        contrast = outcome(
            "color-contrast", Outcome.FAILED, "1.4.3", selector="footer a.small", name="Imprint", role="link",
            landmarks=("contentinfo",), message="The contrast is 3.1:1 and has to be 4.5:1.",
            html='<a class="small" href="/imprint">Imprint</a>',
        )  # fmt: skip
        outcomes.append(contrast)
        if name == "channels":
            outcomes.append(
                outcome(
                    "color-contrast", Outcome.CANT_TELL, "1.4.3", selector="h1.hero", name="Channels", role="heading",
                    landmarks=("main",), message="The background is an image.",
                )
            )  # fmt: skip
            outcomes.append(outcome("bypass", Outcome.CANT_TELL, "2.4.1", selector="html", message="No skip link."))
        if name == "admin":
            outcomes.append(
                outcome("focus-visible", Outcome.UNTESTED, "2.4.7", check="focus-visible", message="the page closed")
            )
        results.append(page(order, f"{SITE}/{name}.html", tuple(outcomes), title=f"{name.title()} – Parley docs"))
    results.append(not_audited(len(PAGES), f"{SITE}/status.html", "http-error", "The server answered 500."))
    return tuple(results)
