"""Keeps a page that is being driven from changing anything elsewhere, and notes what it tried.

Below `submit`, requests that may change something (all but GET, HEAD and OPTIONS) and outgoing frames of sockets are
dropped from `begin` on; loading the page and a flow's own steps are over by then. Shared workers end then and none begins,
since what they send cannot be held from outside; nor can sockets and WebTransport of other workers, which are not covered.
Windows that scripts open are refused, as popup blockers do; those that links and forms open are closed.
"""

from __future__ import annotations

import contextlib
import secrets
import time
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Dialog, Frame, Page, Request, Route

HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})
WINDOWS_SECONDS = 5.0
WINDOWS_STEP_MS = 50

_MUTE = """(() => {
  const kept = globalThis[BINDING];
  for (const name of ["WebSocket", "RTCDataChannel"]) {
    const kind = globalThis[name];
    if (!kind || !kept) continue;
    const described = Object.getOwnPropertyDescriptor(kind.prototype, "send");
    const send = function (data) {
      if (this.readyState === 0 || this.readyState === "connecting") {
        throw new DOMException("still connecting", "InvalidStateError");
      }
      kept("socket " + (this.url || this.label || ""));
    };
    Object.defineProperty(kind.prototype, "send", { ...described, value: send });
  }
  const replace = (name, value) => {
    if (kept && globalThis[name]) Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  };
  const told = (given, kind = "request") => {
    try { kept(kind + " " + new URL(given?.url ?? given, document.baseURI)) } catch (error) { kept(kind + " ") }
  };
  // A window that a script fills and sends at once would be gone before it could be closed.
  const { open } = globalThis;
  const frames = () => [...document.querySelectorAll("iframe,frame")];
  const stays = (target) => /^_(self|parent|top)$/i.test(target) || frames().some(({ name }) => name && name === target);
  replace("open", function (url = "", target = "_blank", ...rest) {
    if (stays(String(target))) return Reflect.apply(open, this, [url, target, ...rest]);
    told(url || "about:blank", "popup");
    return null;
  });
  const { WebTransport } = globalThis;
  if (WebTransport && kept) {
    const held = () => Promise.reject(new DOMException("the connection is lost", "NetworkError"));
    const keep = (name, told) => Object.defineProperty(WebTransport.prototype, name, { configurable: true, ...told });
    for (const name of ["createBidirectionalStream", "createUnidirectionalStream"]) {
      keep(name, { writable: true, value() { kept("socket "); return held() } });
    }
    const writable = () => new WritableStream({ write: () => kept("socket ") });
    keep("datagrams", { get: () => ({ readable: new ReadableStream(), writable: writable() }) });
    replace("WebTransport", function (given) {
      told(given, "socket");
      return Object.create(WebTransport.prototype, { ready: { value: held() }, closed: { value: held() } });
    });
  }
  replace("fetchLater", function fetchLater(given) { told(given); return { activated: false } });
  replace("SharedWorker", function SharedWorker(given) {
    told(given);
    return Object.assign(new EventTarget(), { port: new MessageChannel().port1, onerror: null });
  });
})()"""


class HandsOff:
    """What a driven page tried, and what it was kept from.

    `events` grows as things happen: (kind, URL without query, or message), where kind is `request` or `socket` (kept from
    leaving), `navigation` (of the main frame, answered or held by the navigation guard), `route` (a new URL without a
    new document), `popup` or `dialog`.
    """

    def __init__(self, page: Page, session: CDPSession) -> None:
        self._page = page
        self._session = session
        self.events: list[tuple[str, str]] = []
        self._watches = False

    def watch(self) -> None:
        """Note from now on what the page does, and keep it from nothing yet."""
        if self._watches:
            return
        self._watches = True
        page = self._page
        page.on("request", self._navigation)
        page.on("framenavigated", self._route)
        page.on("dialog", self._dialog)
        page.context.on("page", lambda popup: self._note("popup", popup.url))

    def begin(self, *, submitting: bool) -> None:
        """Note from now on what the page does; unless `submitting`, keep from leaving what may change something."""
        page = self._page
        self.watch()
        if submitting:
            return
        self._end_shared_workers()
        self._mute(self._session)
        for frame in page.frames[1:]:
            try:
                session = page.context.new_cdp_session(frame)
            except PlaywrightError:
                continue  # in the page's own process, where the page's session reaches it
            self._mute(session)
        self._hold_requests()

    def _hold_requests(self) -> None:
        """Hold what the context's pages send. No route can be added while a window of the context opens or closes."""
        until = time.monotonic() + WINDOWS_SECONDS
        context = self._page.context
        while True:
            try:
                context.route("**/*", self._request)
            except PlaywrightError:
                with contextlib.suppress(PlaywrightError):
                    context.unroute("**/*", self._request)
                if self._page.is_closed() or time.monotonic() > until:
                    raise
                self._page.wait_for_timeout(WINDOWS_STEP_MS)
            else:
                return

    def _mute(self, session: CDPSession) -> None:
        binding = f"a11ycheck{secrets.token_hex(8)}"
        session.on("Runtime.bindingCalled", lambda event: self._socket(binding, event))
        session.send("Runtime.enable")
        session.send("Runtime.addBinding", {"name": binding})
        session.send("Page.enable")
        session.send(
            "Page.addScriptToEvaluateOnNewDocument",
            {"source": _MUTE.replace("BINDING", f'"{binding}"'), "runImmediately": True},
        )

    def _end_shared_workers(self) -> None:
        """End those of the page's context; whoever speaks to them speaks to nobody from now on."""
        browser = self._page.context.browser
        if browser is None:
            return
        own = self._session.send("Target.getTargetInfo")["targetInfo"].get("browserContextId")
        session = browser.new_browser_cdp_session()
        try:
            for target in session.send("Target.getTargets", {"filter": [{"type": "shared_worker"}]})["targetInfos"]:
                if target.get("browserContextId") == own:
                    session.send("Target.closeTarget", {"targetId": target["targetId"]})
        finally:
            session.detach()

    def _note(self, kind: str, what: str) -> None:
        self.events.append((kind, what.partition("?")[0][:300]))

    def _request(self, route: Route) -> None:
        if route.request.method in HARMLESS:
            route.fallback()
            return
        self._note("request", route.request.url)
        route.abort("aborted")

    def _socket(self, binding: str, event: dict[str, str]) -> None:
        if event["name"] == binding:
            kind, _, what = event["payload"].partition(" ")
            self._note(kind if kind in ("socket", "popup") else "request", what)

    def _navigation(self, request: Request) -> None:
        if request.is_navigation_request() and request.frame.parent_frame is None:
            self._note("navigation", request.url)
            if request.method not in HARMLESS:
                self._note("request", request.url)

    def _route(self, frame: Frame) -> None:
        if frame.parent_frame is None:
            self._note("route", frame.url)

    def _dialog(self, dialog: Dialog) -> None:
        self._note("dialog", dialog.type)
