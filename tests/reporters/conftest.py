"""One sample run that all reporters are tested on, with every kind of outcome and with hostile page texts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from a11ycheck.browser.session import BrowserSession
from a11ycheck.config import Config, Product
from a11ycheck.model import (
    CheckOutcome,
    Identity,
    Impact,
    Location,
    Outcome,
    PageFacts,
    Picture,
    Target,
    TargetResult,
    TargetStatus,
    Variant,
    Visit,
    short_hash,
)
from a11ycheck.store import writer
from a11ycheck.store.audit_file import open_audit_file
from a11ycheck.store.pictures import save_pictures
from a11ycheck.store.queries import RunView

DOCS = "https://docs.example.test"
CANARY_HTML = (
    '<img alt="" src=x onerror="window.canary=1"><script>window.canary=1</script>'
    "</code></pre></textarea></title><script>window.canary=1</script>"
)
CANARY_SELECTOR = "a[title='\"><script>window.canary=1</script>']"
CANARY_TITLE = (
    "</title><script>window.canary=1</script>\u202egnp.exe\u202c "
    "\x1b]8;;https://evil.test\x07click\x1b]8;;\x07 [bold red]x[/]"
)
SECRET_ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b31m red\x00\u2028 [link=https://evil.test]here[/link] :skull: \ud7ff"
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitän" * 12


def axe(rule: str, outcome: Outcome, **values: object) -> CheckOutcome:
    return CheckOutcome.model_validate({"check": "axe", "rule": rule, "outcome": outcome, **AXE[rule], **values})


AXE: dict[str, dict[str, object]] = {
    "image-alt": {
        "criteria": ("1.1.1",),
        "act": ("23a2a8",),
        "help": "Images must have alternative text",
        "help_url": "https://dequeuniversity.com/rules/axe/4.12/image-alt",
    },
    "color-contrast": {
        "criteria": ("1.4.3",),
        "act": ("afw4f7",),
        "help": "Elements must meet minimum color contrast ratio thresholds",
        "help_url": "https://dequeuniversity.com/rules/axe/4.12/color-contrast",
    },
    "region": {
        "best_practice": True,
        "help": "All page content should be contained by landmarks",
        "help_url": "https://dequeuniversity.com/rules/axe/4.12/region",
    },
    "link-name": {
        "criteria": ("2.4.4", "4.1.2"),
        "act": ("c487ae",),
        "help": "Links must have discernible text",
        "help_url": "javascript:window.canary=1",
    },
    "html-has-lang": {
        "criteria": ("3.1.1",),
        "help": "<html> element must have a lang attribute",
        "help_url": "https://dequeuniversity.com/rules/axe/4.12/html-has-lang",
    },
    "video-caption": {"criteria": ("1.2.2",), "help": "<video> elements must have a <track> for captions"},
}


def place(selector: str, html: str = "", *, role: str = "", name: str = "", inside: str = "") -> Location:
    identity = Identity(role=role, name=name, landmarks=(inside,) if inside else ())
    return Location(selector=selector, html=html, box=(8, 16, 120.5, 40), identity=identity)


def found(outcome: CheckOutcome, target: Target, location: Location, impact: Impact, message: str) -> CheckOutcome:
    return outcome.model_copy(
        update={
            "location": location,
            "impact": impact,
            "message": message,
            "fingerprint": short_hash(outcome.rule, target.page_key, location.selector),
            "group": short_hash(outcome.check, outcome.rule, location.identity.role),
        }
    )


def image_without_alt(target: Target, selector: str, src: str) -> CheckOutcome:
    return found(
        axe("image-alt", Outcome.FAILED),
        target,
        place(selector, f'<img src="{src}">', role="img"),
        Impact.CRITICAL,
        "Element does not have an alt attribute",
    )


def home() -> TargetResult:
    target = Target(url=f"{DOCS}/")
    reflow = CheckOutcome(
        check="reflow",
        rule="reflow",
        outcome=Outcome.CANT_TELL,
        criteria=("1.4.10",),
        help="Content needs scrolling in two directions at 320 CSS px",
    )
    return TargetResult(
        order=0,
        target=target,
        status=TargetStatus.AUDITED,
        facts=PageFacts(
            final_url=target.url, http_status=200, title="Guide – Überblick 日本語", language="en", elements=120
        ),
        outcomes=(
            image_without_alt(target, "#logo", "logo.png"),
            image_without_alt(target, "figure > img", "arrow.png"),
            found(
                axe("color-contrast", Outcome.FAILED),
                target,
                place("p.note", '<p class="note">Grey on grey</p>', role="paragraph", name="Grey on grey"),
                Impact.SERIOUS,
                "Contrast of 2.31:1 (foreground #aaaaaa, background #ffffff), expected 4.5:1",
            ),
            found(
                axe("color-contrast", Outcome.CANT_TELL),
                target,
                place(".hero h1", "<h1>Welcome</h1>", role="heading", name="Welcome", inside="main"),
                Impact.SERIOUS,
                "The background image hides the colour behind the text",
            ),
            found(reflow, target, place("table.wide", "<table>"), Impact.MODERATE, "The table is 640 px wide"),
            axe("html-has-lang", Outcome.PASSED),
            axe("link-name", Outcome.PASSED),
            axe("video-caption", Outcome.INAPPLICABLE),
        ),
        seconds=1.25,
        driving=True,
    )


def guide() -> TargetResult:
    target = Target(url=f"{DOCS}/guide.html", variant=Variant(width=320, height=256, color_scheme="dark"))
    return TargetResult(
        order=1,
        target=target,
        status=TargetStatus.AUDITED,
        facts=PageFacts(final_url=target.url, http_status=200, title="Guide"),
        outcomes=(
            image_without_alt(target, "#logo", "logo.png"),
            found(
                axe("region", Outcome.FAILED),
                target,
                place("body > div", "<div>Outside</div>"),
                Impact.MODERATE,
                "Some page content is not contained by landmarks",
            ),
            axe("color-contrast", Outcome.PASSED),
            axe("video-caption", Outcome.UNTESTED, message="the rule stopped after 10 s"),
        ),
        seconds=0.75,
    )


def hostile() -> TargetResult:
    target = Target(url=f"{DOCS}/hostile.html?q=%3Cscript%3E&x='\"><script>window.canary=1</script>")
    return TargetResult(
        order=2,
        target=target,
        status=TargetStatus.AUDITED,
        facts=PageFacts(final_url="javascript:window.canary=1", http_status=200, title=CANARY_TITLE),
        outcomes=(
            found(
                axe("link-name", Outcome.FAILED),
                target,
                place(CANARY_SELECTOR, CANARY_HTML + LONG_WORD, role="link", name=LONG_WORD),
                Impact.SERIOUS,
                SECRET_ESCAPES,
            ),
        ),
        seconds=0.5,
    )


def menu() -> TargetResult:
    target = Target(url="https://app.example.test/#/settings", state="menu open")
    return TargetResult(
        order=3,
        target=target,
        status=TargetStatus.PARTIAL,
        reason="dom-not-quiet",
        message="the page was still changing after 3 s",
        facts=PageFacts(final_url=target.url, http_status=200, title="Settings", settle=("dom",)),
        outcomes=(axe("image-alt", Outcome.PASSED), axe("html-has-lang", Outcome.INAPPLICABLE)),
        seconds=4,
    )


def missing() -> TargetResult:
    target = Target(url=f"{DOCS}/missing.html")
    return TargetResult(
        order=4,
        target=target,
        status=TargetStatus.NOT_AUDITED,
        reason="http-error",
        message="the server answered 404 Not Found",
        facts=PageFacts(final_url=target.url, http_status=404),
    )


def script_address() -> TargetResult:
    target = Target(url="javascript:window.canary=1//")
    return TargetResult(
        order=5,
        target=target,
        status=TargetStatus.NOT_AUDITED,
        reason="load-failed",
        message=f"no such page {CANARY_TITLE}",
    )


VERSIONS = {"axe": "4.12.1", "browser": "chromium-headless-shell 150.0", "python": "3.11"}


def write_sample(path: Path, results: tuple[TargetResult, ...] | None = None, status: str = "complete") -> None:
    """Write a run; by default the whole sample, finished targets in another order than planned, as workers do."""
    if results is None:
        results = (guide(), home(), hostile(), menu(), missing(), script_address())
    with closing(open_audit_file(path)) as connection:
        run = writer.RunWriter.start(connection, {"targets": [DOCS], "effort": "standard"})
        visits = {result.order: Visit(order=result.order, url=result.target.url) for result in results}
        run.add_visits(visits.values())
        for result in results:
            run.save(visits[result.order], [result], keep_evidence=False)
        with suppress(StopIteration):
            first, example = next(
                (result, each)
                for result in sorted(results, key=lambda result: result.order)
                for each in result.findings
                if each.rule == "image-alt"
            )
            save_pictures(connection, run.run_id, first.target, [picture(example.group)])
        run.finish(status, VERSIONS)


def picture(group: str) -> Picture:
    """A picture of a group: a grey element in a darker view."""
    files = []
    for size, colour in (((320, 120), "#888888"), ((400, 250), "#444444")):
        buffer = io.BytesIO()
        Image.new("RGB", size, colour).save(buffer, "PNG")
        files.append(buffer.getvalue())
    return Picture(group=group, element=files[0], place=files[1], down=0.25)


@pytest.fixture
def sample_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An audit file that holds the sample run."""
    monkeypatch.setattr(writer, "now", lambda: "2026-01-02T03:04:05+00:00")
    path = tmp_path / "audit.db"
    write_sample(path)
    return path


@pytest.fixture
def view(sample_file: Path) -> Iterator[RunView]:
    """The sample run, as reporters read it."""
    with closing(open_audit_file(sample_file, create=False)) as connection:
        yield RunView(connection)


@pytest.fixture
def config() -> Config:
    """The configuration of the sample run."""
    return Config(targets=(DOCS,), product=Product(name="Parley", version="7.1"))


@pytest.fixture(scope="module")
def reader(chromium: BrowserSession) -> Browser:
    """The browser of the whole session: Playwright's sync API takes one at a time in a thread."""
    with chromium.page(Variant()) as opened:
        browser = opened.page.context.browser
    assert browser is not None
    return browser
