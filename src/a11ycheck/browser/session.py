"""One worker's browser: a page that is reused from visit to visit, and fresh ones where something may stick."""

from __future__ import annotations

import contextlib
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Playwright, sync_playwright

from a11ycheck.application import Ownership
from a11ycheck.browser.launch import Launched, launch
from a11ycheck.browser.loaded import Requests
from a11ycheck.browser.navigation import NavigationGuard, origin
from a11ycheck.browser.realm import IsolatedWorlds
from a11ycheck.browser.redact import Redaction, redact_new_frames
from a11ycheck.browser.storage_state import for_playwright, holds_storage, restore_session_storage
from a11ycheck.browser.traffic import Traffic
from a11ycheck.browser.watchdog import Watchdog
from a11ycheck.model import Json, Variant
from a11ycheck.steps import Locate

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, CDPSession, Dialog, Page, Request, Route

PAGES_PER_CONTEXT = 200

_FRESH_TAB = """(() => {
  if (window !== window.top || document.referrer || history.length > 2) return;
  window.name = "";
  try { sessionStorage.clear(); } catch (error) { /* opaque origins have no storage */ }
})()"""


@dataclass(frozen=True)
class BrowserOptions:
    """What a browser is started with.

    `storage_state`: of a login, see `storage_state`; `headers`: for the target's origin only; `pictures`: the folder for
    pictures of pages where a flow failed; `redaction`: what is hidden before anything is collected; `ownership`: whose
    content is where; `credentials` and `certificates`: as Playwright's `http_credentials` and `client_certificates`;
    `login_form`: the elements by which the form of the run's login is known, and so a lost session; `window`: shown to a
    person, who may use popups, dialogs and downloads; `block_offsite`: send no requests to other origins than the
    target's; `notes_requests`: note what pages load, see `BrowserSession.requests`.
    """

    axe_source: str
    browser_path: Path | None = None
    storage_state: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    load_timeout: float = 30.0
    wait_for: str | None = None
    login_url_patterns: tuple[str, ...] = ()
    pictures: Path | None = None
    redaction: Redaction = field(default_factory=Redaction)
    ownership: tuple[Ownership, ...] = ()
    credentials: dict[str, Any] | None = None
    certificates: tuple[dict[str, Any], ...] = ()
    login_form: tuple[Locate, ...] = ()
    window: bool = False
    block_offsite: bool = False
    notes_requests: bool = False


@dataclass
class OpenPage:
    """A page ready for a visit, with its isolated worlds, its navigation guard and its requests.

    `anonymous`: without the run's login. `events`: popups closed and downloads refused, as sentences.
    """

    page: Page
    session: CDPSession
    worlds: IsolatedWorlds
    guard: NavigationGuard
    traffic: Traffic
    variant: Variant
    anonymous: bool = False
    crashed: bool = False
    visited: set[str] = field(default_factory=set)
    events: list[str] = field(default_factory=list)

    @property
    def happened(self) -> tuple[str, ...]:
        """What the page tried and was not let do, which may explain why a flow cannot go on."""
        left = f"the page wanted to leave for {self.guard.left_for}, which was not followed"
        return (*self.events, *([left] if self.guard.left_for else []))


class BrowserSession:
    """Playwright and one browser, started on first use. Not thread-safe; one per worker."""

    def __init__(self, options: BrowserOptions) -> None:
        self.options = options
        self.watchdog = Watchdog()
        self.requests = Requests()
        self._playwright: Playwright | None = None
        self._launched: Launched | None = None
        self._reused: OpenPage | None = None
        self._uses = 0
        self._streams: set[str] = set()

    @property
    def versions(self) -> dict[str, Json]:
        """Browser flavour and version, sandbox, Playwright, Python and system, for the run's record."""
        launched = self._browser()
        return {
            "browser": launched.flavour,
            "browser_version": launched.version,
            "sandbox": launched.sandbox,
            "playwright": version("playwright"),
            "python": platform.python_version(),
            "system": platform.platform(terse=True),
        }

    @contextlib.contextmanager
    def page(self, variant: Variant, *, fresh: bool = False, anonymous: bool = False) -> Iterator[OpenPage]:
        """A page on about:blank with nothing left of earlier visits.

        `fresh`: a context of its own, closed afterwards; else the reused page, reset afterwards. Whatever goes wrong
        with a reused page costs its context, so that the next visit starts clean. `anonymous`: without the run's login.
        """
        self.requests.load()
        stateful = holds_storage(self.options.storage_state)
        if fresh or anonymous or stateful or variant.forced_colors or variant.reduced_motion:
            opened = self._open(variant, anonymous=anonymous)
            try:
                yield opened
            finally:
                self._close(opened)
            return
        if self._reused is None or self._reused.variant != variant or self._uses >= PAGES_PER_CONTEXT:
            self._drop_reused()
            self._reused, self._uses = self._open(variant, reused=True), 0
        opened = self._reused
        self._uses += 1
        try:
            yield opened
        except BaseException:
            self._drop_reused()
            raise
        try:
            self._reset(opened)
        except PlaywrightError:
            self._drop_reused()

    def restart(self) -> None:
        """Throw the browser away; the next page starts a new one."""
        self.close()

    def close(self) -> None:
        """Stop browser and Playwright."""
        self._reused = None
        with contextlib.suppress(PlaywrightError):
            if self._launched is not None:
                self._launched.browser.close()
        self._launched = None
        if self._playwright is not None:
            self._playwright.stop()
            self._playwright = None

    def _browser(self) -> Launched:
        if self._launched is not None and not self._launched.browser.is_connected():
            self._reused, self._launched = None, None
        if self._playwright is None:
            self._playwright = sync_playwright().start()
        if self._launched is None:
            self._launched = launch(self._playwright, self.options.browser_path, headless=not self.options.window)
        return self._launched

    def _open(self, variant: Variant, *, anonymous: bool = False, reused: bool = False) -> OpenPage:
        options = self.options
        context = self._browser().browser.new_context(
            viewport={"width": variant.width, "height": variant.height},
            color_scheme=variant.color_scheme,
            forced_colors="active" if variant.forced_colors else "none",
            reduced_motion="reduce" if variant.reduced_motion else "no-preference",
            service_workers="block",
            accept_downloads=options.window,
            storage_state=None if anonymous else for_playwright(options.storage_state),  # type: ignore[arg-type]
            http_credentials=None if anonymous else options.credentials,  # type: ignore[arg-type]
            client_certificates=list(options.certificates) or None,  # type: ignore[arg-type]
        )
        if not anonymous:
            restore_session_storage(context, options.storage_state)
        redact_new_frames(context, options.redaction)
        page = context.new_page()
        session = context.new_cdp_session(page)
        worlds = IsolatedWorlds(page, session, self.options.axe_source, self.options.ownership)
        if reused:
            worlds.run_at_each_load(_FRESH_TAB)
            worlds.keep_axe()
        guard, traffic = NavigationGuard(session, worlds.main_frame_id), Traffic(page, self._streams)
        opened = OpenPage(page, session, worlds, guard, traffic, variant, anonymous)
        if not options.window:
            context.on("page", lambda popup: _close_popup(popup, opened))
            page.on("download", lambda download: opened.events.append(f"a download was refused: {download.url}"))
            page.on("dialog", _leave_dialog)
        page.on("crash", lambda _page: setattr(opened, "crashed", True))
        page.on("framenavigated", lambda frame: opened.visited.add(frame.url))
        if options.notes_requests:
            self.requests.watch(context, page)
        if options.headers or options.block_offsite:
            self._route(context, opened)
        return opened

    def _route(self, context: BrowserContext, opened: OpenPage) -> None:
        """Send headers to the target's origin alone, and nothing to others where they are blocked.

        Where the main frame goes is the navigation guard's business.
        """

        def decide(route: Route) -> None:
            request = route.request
            own = opened.guard.origin is not None and origin(request.url) == opened.guard.origin
            if own and self.options.headers:
                route.continue_(headers={**request.headers, **self.options.headers})
            elif (
                self.options.block_offsite and not own and not _leads(request) and not opened.guard.within(request.url)
            ):
                route.abort("blockedbyclient")
            else:
                route.continue_()

        context.route("**/*", decide)

    def _reset(self, opened: OpenPage) -> None:
        if opened.crashed:
            self._drop_reused()
            return
        page = opened.page
        opened.worlds.clear_session_storage()
        opened.guard.open(None)
        page.goto("about:blank")
        for visited in {origin(url) for url in opened.visited if url.startswith("http")}:
            opened.session.send("Storage.clearDataForOrigin", {"origin": visited, "storageTypes": "all"})
        opened.visited.clear()
        opened.traffic.forget()
        page.context.clear_cookies()
        if cookies := (self.options.storage_state or {}).get("cookies"):
            page.context.add_cookies(cookies)
        opened.session.send("Page.resetNavigationHistory")
        page.set_viewport_size({"width": opened.variant.width, "height": opened.variant.height})

    def _drop_reused(self) -> None:
        if self._reused is not None:
            self._close(self._reused)
            self._reused = None

    def _close(self, opened: OpenPage) -> None:
        with contextlib.suppress(PlaywrightError):
            opened.page.context.close()


def _close_popup(popup: Page, opened: OpenPage) -> None:
    known = popup.url not in ("", "about:blank")
    opened.events.append(f"a popup was closed: {popup.url} (a goto step opens it)" if known else "a popup was closed")
    popup.close()


def _leads(request: Request) -> bool:
    """Whether a request is the main frame's navigation."""
    return request.is_navigation_request() and request.frame.parent_frame is None


def _leave_dialog(dialog: Dialog) -> None:
    """Dismiss what a page asks; a question before leaving is answered with leaving."""
    if dialog.type == "beforeunload":
        dialog.accept()
    else:
        dialog.dismiss()
