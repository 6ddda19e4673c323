"""JavaScript worlds in the frames of a page.

`IsolatedRealm` lives in a world of its own through the Chrome DevTools Protocol: a page that redefines `JSON`, `Promise`
or plants an `axe` cannot reach it, and no Content Security Policy applies. `MainRealm` is for other browsers and for
pages that somebody else opened.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as PlaywrightError

from a11ycheck.browser import ownership
from a11ycheck.browser.settle import script
from a11ycheck.errors import NotAuditedError, ScriptError

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Frame, Page

    from a11ycheck.application import Ownership
    from a11ycheck.model import Json

WORLD = "a11ycheck"
_TIMERS = """(() => {
  if (!matchMedia("(scripting: none)").matches) return;
  const soon = (call, ...rest) => { Promise.resolve().then(() => call(...rest)); return 0 };
  globalThis.setTimeout = (call, delay, ...values) => soon(call, ...values);
  globalThis.requestAnimationFrame = globalThis.requestIdleCallback = (call) => soon(call, performance.now());
})()"""
"""Where a sandbox lets no script run, timers never fire, in our world neither; axe and settling wait for them."""

_KEPT_AXE = "if (window === window.top && /^(https?|file):$/.test(location.protocol)) {\n%s\n}"
_HAS_AXE = "() => typeof axe === 'object' && typeof axe.runPartial === 'function'"

GONE = (
    "Cannot find context",
    "Execution context was destroyed",
    "Inspected target navigated or closed",
    "Frame was detached",
    "uniqueContextId not found",
    "Target crashed",
    "Page crashed",
)


LOST = ("Target closed", "Session closed", "has been closed", "Connection closed")


def gone(error: PlaywrightError) -> NotAuditedError | None:
    """The page went away under us; None when the error is something else."""
    if "crashed" in error.message:
        return NotAuditedError("renderer-crashed", "the page's renderer crashed", "The page may need too much memory.")
    if any(part in error.message for part in LOST):
        return NotAuditedError("browser-lost", "the browser ended while the page was audited", "Try again.")
    if any(part in error.message for part in GONE):
        return NotAuditedError("navigated-away", "the page went away while it was audited")
    return None


class IsolatedWorlds:
    """All isolated realms of one page; frames in other processes get DevTools sessions of their own."""

    def __init__(self, page: Page, session: CDPSession, axe_source: str, ownership: tuple[Ownership, ...] = ()) -> None:
        self.page = page
        self.session = session
        self.axe_source = axe_source
        self._ownership = ownership
        self._keeps_axe = False
        self._main_frame = str(session.send("Page.getFrameTree")["frameTree"]["frame"]["id"])

    @property
    def main_frame_id(self) -> str:
        """The DevTools id of the main frame; it stays the same over navigations."""
        return self._main_frame

    def run_at_each_load(self, script: str) -> None:
        """Run a script in each document of the page, before the page's own scripts."""
        self.session.send("Page.addScriptToEvaluateOnNewDocument", {"source": script, "worldName": WORLD})

    def keep_axe(self) -> None:
        """Load axe into each document of the main frame as it begins: the browser keeps the source, which is long to send."""
        self._keeps_axe = True
        self.run_at_each_load(_KEPT_AXE % self.axe_source)

    def root(self) -> IsolatedRealm:
        """A fresh realm in the main frame's current document."""
        return self._realm(self.session, self._main_frame, self.page.url)

    def clear_session_storage(self) -> None:
        """Clear it in every frame of the page's process; never waits for a frame that is still loading."""
        trees = [self.session.send("Page.getFrameTree")["frameTree"]]
        for tree in trees:
            trees += tree.get("childFrames", [])
            if tree["frame"]["url"].startswith("http"):
                realm = self._realm(self.session, tree["frame"]["id"], tree["frame"]["url"])
                with contextlib.suppress(ScriptError):  # a sandboxed frame has no storage
                    realm.evaluate("() => sessionStorage.clear()")

    def child(self, session: CDPSession, object_id: str) -> IsolatedRealm | None:
        """The realm inside a frame element; None when the element holds no frame or it cannot be entered."""
        node = session.send("DOM.describeNode", {"objectId": object_id})["node"]
        frame_id = node.get("frameId")
        if not frame_id:
            return None
        url = str(node.get("contentDocument", {}).get("documentURL", ""))
        owner = self._owner(session, object_id)
        try:
            return self._realm(session, frame_id, url, owner)
        except PlaywrightError:
            return self._other_process(frame_id, owner)

    def _owner(self, session: CDPSession, object_id: str) -> Json:
        """Who answers for a frame by its element, or None."""
        if not self._ownership:
            return None
        asked = {"objectId": object_id, "functionDeclaration": ownership.OF_ELEMENT, "returnByValue": True}
        return session.send("Runtime.callFunctionOn", asked)["result"].get("value")

    def _other_process(self, frame_id: str, owner: Json) -> IsolatedRealm | None:
        for frame in self.page.frames:
            try:
                session = self.page.context.new_cdp_session(frame)
            except PlaywrightError:
                continue
            if session.send("Page.getFrameTree")["frameTree"]["frame"]["id"] == frame_id:
                return self._realm(session, frame_id, frame.url, owner)
            session.detach()
        return None

    def _realm(self, session: CDPSession, frame_id: str, url: str, owner: Json = None) -> IsolatedRealm:
        created = session.send("Page.createIsolatedWorld", {"frameId": frame_id, "worldName": WORLD})
        session.send("Runtime.evaluate", {"expression": _TIMERS, "contextId": created["executionContextId"]})
        kept = self._keeps_axe and frame_id == self._main_frame
        realm = IsolatedRealm(self, session, int(created["executionContextId"]), url, keeps_axe=kept)
        if self._ownership:
            by_address = None if frame_id == self._main_frame else ownership.of_frame(self._ownership, url)
            realm.evaluate(script("ownership"), ownership.told(self._ownership, by_address or owner))
        return realm


class IsolatedRealm:
    """One isolated world in one document. See `evidence.base.Realm`."""

    def __init__(
        self, worlds: IsolatedWorlds, session: CDPSession, context_id: int, url: str, *, keeps_axe: bool = False
    ) -> None:
        self._worlds = worlds
        self._session = session
        self._context = context_id
        self._keeps_axe = keeps_axe
        self._axe = False
        self.axe_source = worlds.axe_source
        self.url = url

    def evaluate(self, function: str, argument: Json = None) -> Any:
        """See `evidence.base.Realm.evaluate`."""
        return self._call(function, argument, by_value=True).get("value")

    def child(self, function: str, argument: Json = None) -> IsolatedRealm | None:
        """See `evidence.base.Realm.child`."""
        element = self._call(function, argument, by_value=False)
        if "objectId" not in element:
            return None
        return self._worlds.child(self._session, element["objectId"])

    def load_axe(self) -> None:
        """See `evidence.base.Realm.load_axe`."""
        if not self._axe:
            if not (self._keeps_axe and self.evaluate(_HAS_AXE)):
                self._send("Runtime.evaluate", {"expression": self.axe_source, "contextId": self._context})
            self._axe = True

    def _call(self, function: str, argument: Json, *, by_value: bool) -> dict[str, Any]:
        reply = self._send(
            "Runtime.callFunctionOn",
            {
                "functionDeclaration": function,
                "executionContextId": self._context,
                "arguments": [{"value": argument}],
                "returnByValue": by_value,
                "awaitPromise": True,
            },
        )
        result: dict[str, Any] = reply["result"]
        return result

    def _send(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        try:
            reply: dict[str, Any] = self._session.send(method, params)
        except PlaywrightError as error:
            raise gone(error) or error from error
        if details := reply.get("exceptionDetails"):
            raise ScriptError(str(details.get("exception", {}).get("description") or details.get("text")))
        return reply


class MainRealm:
    """The page's own world in one frame. See `evidence.base.Realm`."""

    def __init__(self, frame: Frame, axe_source: str) -> None:
        self._frame = frame
        self.axe_source = axe_source
        self.url = frame.url

    def evaluate(self, function: str, argument: Json = None) -> Any:
        """See `evidence.base.Realm.evaluate`."""
        try:
            return self._frame.evaluate(function, argument)
        except PlaywrightError as error:
            raise gone(error) or ScriptError(error.message) from error

    def child(self, function: str, argument: Json = None) -> MainRealm | None:
        """See `evidence.base.Realm.child`."""
        element = self._frame.evaluate_handle(function, argument).as_element()
        frame = element.content_frame() if element else None
        return MainRealm(frame, self.axe_source) if frame else None

    def load_axe(self) -> None:
        """See `evidence.base.Realm.load_axe`."""
        if not self.evaluate(_HAS_AXE):
            self.evaluate(f"() => {{ {self.axe_source} }}")
