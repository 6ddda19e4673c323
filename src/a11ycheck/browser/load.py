"""Opens a URL and decides whether what came is the page that was asked for. What is in doubt is not audited."""

from __future__ import annotations

import contextlib
import fnmatch
import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from a11ycheck.browser.network_fault import network_fault
from a11ycheck.browser.realm import IsolatedRealm, gone
from a11ycheck.browser.redact import redact
from a11ycheck.browser.session_loss import refuse_lost_session
from a11ycheck.browser.settle import script, settle
from a11ycheck.errors import NotAuditedError
from a11ycheck.model import PageFacts, short_hash

if TYPE_CHECKING:
    from playwright.sync_api import Response

    from a11ycheck.browser.session import BrowserOptions, OpenPage

NAVIGATIONS = 5
BACK_OFF_SECONDS = (1.0, 4.0)
LONGEST_WAIT = 15.0
BLANK_SECONDS = 3.0
ANSWERS_SECONDS = 3.0
CRASH_NEWS_MS = 300
PAGE_TYPES = ("text/html", "application/xhtml+xml", "image/svg+xml", "application/xml", "text/xml")


def load(
    opened: OpenPage, url: str, options: BrowserOptions, *, untouched: bool = False
) -> tuple[IsolatedRealm, PageFacts]:
    """Load a URL into the page, settle it and hold it there.

    `untouched`: leave motion alone. Returns the realm of the settled document and its facts. Raises `NotAuditedError`
    when the page could not be loaded, is an error page, a login wall, not a document, blank, or went elsewhere.
    """
    opened.guard.open(url)
    return arrive(opened, url, options, open_url(opened, url, options), untouched=untouched)


def open_url(opened: OpenPage, url: str, options: BrowserOptions) -> int | None:
    """Load a URL and return its HTTP status; nothing is judged but that. Raises `NotAuditedError`.

    A server that asks for patience (429; 503 with Retry-After) gets it twice, at most 15 s each.
    """
    response = _goto(opened, url, options)
    for patience in BACK_OFF_SECONDS:
        wait = _asked_to_wait(response, patience)
        if wait is None:
            break
        opened.page.wait_for_timeout(wait * 1000)
        response = _goto(opened, url, options)
    if response is not None and response.status >= 400:
        raise NotAuditedError(
            f"http-{response.status}", f"the server answered {response.status}", _status_hint(response.status)
        )
    if options.wait_for:
        _wait_for(opened, options)
    return response.status if response else None


def arrive(
    opened: OpenPage, url: str, options: BrowserOptions, http_status: int | None, *, untouched: bool = False
) -> tuple[IsolatedRealm, PageFacts]:
    """Settle the page where it stands, refuse what was not asked for, and hold it there. See `load`."""
    realm, bounds, raw = _settled(opened, options, untouched=untouched)
    _refuse_departure(opened)
    facts = PageFacts(
        final_url=opened.page.url,
        http_status=http_status,
        title=raw["title"],
        language=raw["language"],
        elements=raw["elements"],
        skeleton=short_hash(raw["skeleton"]),
        settle=tuple(bound for bound in bounds if not (bound == "dom" and options.wait_for)),
    )
    _refuse_what_was_not_asked_for(url, raw, facts, options)
    refuse_lost_session(opened, options)
    opened.guard.hold()
    return realm, facts


def _goto(opened: OpenPage, url: str, options: BrowserOptions) -> Response | None:
    response: Response | None = None
    try:
        response = opened.page.goto(url, wait_until="commit", timeout=options.load_timeout * 1000)
        _await_load(opened, response, time.monotonic() + options.load_timeout)
    except PlaywrightTimeoutError:
        raise _too_late(options.load_timeout, answered=response is not None) from None
    except PlaywrightError as error:
        _refuse_departure(opened)
        if "ERR_ABORTED" in error.message:
            with contextlib.suppress(PlaywrightError):  # the news of a crash comes a moment after the load has failed
                opened.page.wait_for_timeout(CRASH_NEWS_MS)
        if opened.crashed:
            raise _crashed() from None
        if "Download is starting" in error.message or "ERR_ABORTED" in error.message:
            raise NotAuditedError(
                "not-html", "the URL is a download, not a page", "Leave it out with --exclude-urls."
            ) from None
        _refuse_failed(error.message)
        raise gone(error) or NotAuditedError("network-error", error.message.splitlines()[0]) from None
    return response


def _too_late(seconds: float, *, answered: bool) -> NotAuditedError:
    message, slow = (
        f"the page did not load within {seconds:g} s",
        "if it is that slow, raise load_timeout in the configuration.",
    )
    if answered:
        return NotAuditedError("timeout", f"{message}: a part of it never came", f"See what the page waits for; {slow}")
    return NotAuditedError("timeout", f"{message}: the server did not answer", f"Check the server and its log; {slow}")


def _crashed() -> NotAuditedError:
    hint = "Open the URL in a browser: if it crashes there too, the page asks too much; else try again with fewer --workers."
    return NotAuditedError("renderer-crashed", "the page's renderer crashed", hint)


def _refuse_failed(told: str) -> None:
    if fault := network_fault(told):
        raise fault from None


def _await_load(opened: OpenPage, response: Response | None, until: float) -> None:
    """Wait for the load event; a page that was held back from leaving, or whose answer breaks off, never fires it."""
    while True:
        try:
            left = max(until - time.monotonic(), 0.001)
            opened.page.wait_for_load_state("load", timeout=min(left, 1.0) * 1000)
        except PlaywrightTimeoutError:
            _refuse_departure(opened)
            _refuse_failed((response and response.request.failure) or "")
            if time.monotonic() > until:
                raise
        else:
            return


def _refuse_departure(opened: OpenPage) -> None:
    if opened.guard.left_for is not None:
        raise NotAuditedError(
            "redirected-off-target",
            f"the page sends visitors to another site: {opened.guard.left_for}",
            "Audit that URL itself if it is part of your product.",
        ) from None


def _asked_to_wait(response: Response | None, patience: float) -> float | None:
    """Seconds to wait before asking again; None when the server does not ask for it (RFC 9110, 10.2.3)."""
    if response is None or response.status not in (429, 503):
        return None
    asked = response.headers.get("retry-after", "").strip()
    if not asked:
        return patience if response.status == 429 else None
    try:
        seconds = float(asked) if asked.isdigit() else parsedate_to_datetime(asked).timestamp() - time.time()
    except ValueError:
        return patience
    return min(max(seconds, 0.1), LONGEST_WAIT)


def _wait_for(opened: OpenPage, options: BrowserOptions) -> None:
    assert options.wait_for is not None
    try:
        opened.page.wait_for_selector(options.wait_for, state="visible", timeout=options.load_timeout * 1000)
    except PlaywrightTimeoutError:
        raise NotAuditedError(
            "wait-for",
            f"nothing matching {options.wait_for!r} became visible",
            "Check the selector given with --wait-for.",
        ) from None
    except PlaywrightError as error:
        raise gone(error) or NotAuditedError("wait-for", error.message.splitlines()[0]) from None


def _settled(
    opened: OpenPage, options: BrowserOptions, *, untouched: bool
) -> tuple[IsolatedRealm, tuple[str, ...], dict[str, Any]]:
    """Settle, following navigations that the page makes on its own, and giving a page time for its data, a blank one to fill."""
    bounds: tuple[str, ...] = ()
    answers_until = time.monotonic() + ANSWERS_SECONDS
    blank_until = time.monotonic() + BLANK_SECONDS
    navigations = 0
    while True:
        try:
            realm = opened.worlds.root()
            bounds = () if untouched else settle(realm)
            if not options.wait_for and (came := opened.traffic.wait_for_answers(answers_until)) is not False:
                if came:
                    continue
                bounds = (*bounds, "answers")
            redact(opened.page, options.redaction)
            raw: dict[str, Any] = realm.evaluate(script("facts"))
        except (NotAuditedError, PlaywrightError) as error:
            navigations += 1
            if (
                opened.crashed
                or getattr(error, "reason", "navigated-away") != "navigated-away"
                or navigations > NAVIGATIONS
            ):
                raise _unsettled(opened, error) from None
            _await_next(opened)
            continue
        if not raw["blank"]:
            return realm, bounds, raw
        if not raw["scripted"] or time.monotonic() > blank_until:
            return realm, (*bounds, "blank"), raw
        opened.page.wait_for_timeout(200)


def _await_next(opened: OpenPage) -> None:
    try:
        opened.page.wait_for_load_state("load")
    except PlaywrightError as error:
        raise _unsettled(opened, gone(error) or error) from None


def _unsettled(opened: OpenPage, error: Exception) -> NotAuditedError:
    if opened.crashed:
        return _crashed()
    if isinstance(error, NotAuditedError) and error.reason != "navigated-away":
        return error
    return NotAuditedError(
        "redirect-loop", "the page keeps navigating away", "Open the URL in a browser and see where it goes."
    )


def _refuse_what_was_not_asked_for(url: str, raw: dict[str, Any], facts: PageFacts, options: BrowserOptions) -> None:
    if raw["contentType"] not in PAGE_TYPES:
        raise NotAuditedError(
            "not-html", f"the URL is {raw['contentType']}, not a page", "Leave it out with --exclude-urls."
        )
    moved = urlsplit(facts.final_url).path.rstrip("/") != urlsplit(url).path.rstrip("/")
    login = any(
        fnmatch.fnmatch(facts.final_url, glob) and not fnmatch.fnmatch(url, glob) for glob in options.login_url_patterns
    )
    if moved and (login or raw["passwordField"]):
        raise NotAuditedError(
            "login-wall",
            f"the page sends visitors to a login: {facts.final_url}",
            "Log in first: `a11ycheck login URL`, then scan with --storage-state.",
        )
    if raw["blank"] and raw["scripted"]:
        raise NotAuditedError("blank", "the page shows nothing", "If it fills later, name an element with --wait-for.")


def _status_hint(status: int) -> str:
    if status in (401, 403):
        return "Log in first: `a11ycheck login URL`, then scan with --storage-state."
    return "Leave the URL out with --exclude-urls, or repair the link." if status == 404 else "Check the server's log."
