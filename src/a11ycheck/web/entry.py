"""The shared password of an audit that is open to a network: asked once in each browser, and never guessed fast."""

from __future__ import annotations

import hmac
import threading
import time
from collections import deque

from flask import Flask, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from a11ycheck.web.security import autosaves

TRIES, SECONDS = 10, 60.0
OPEN_ENDPOINTS = frozenset({"entry", "enter", "pages.static"})


class Attempts:
    """Counts wrong passwords, from wherever they come."""

    def __init__(self) -> None:
        self._wrong: deque[float] = deque(maxlen=TRIES)
        self._lock = threading.Lock()

    def too_many(self) -> bool:
        """Whether so many were wrong of late that none is looked at now."""
        with self._lock:
            return len(self._wrong) == TRIES and time.monotonic() - self._wrong[0] < SECONDS

    def wrong(self) -> None:
        """Note a wrong one."""
        with self._lock:
            self._wrong.append(time.monotonic())


def require_password(app: Flask, password: str) -> None:
    """Show nothing of the audit to a browser that has not given the password."""
    attempts = Attempts()

    @app.before_request
    def _admit() -> Response | tuple[dict[str, str], int] | None:
        if session.get("admitted") or request.endpoint in OPEN_ENDPOINTS or request.routing_exception is not None:
            return None
        if autosaves():
            return {"problem": "Give the password of the audit first: load the page again."}, 401
        return redirect(url_for("entry"))

    @app.get("/enter", endpoint="entry")
    def _entry() -> str:
        return render_template("web/entry.html")

    @app.post("/enter", endpoint="enter")
    def _enter() -> Response | tuple[str, int]:
        if attempts.too_many():
            flash("Too many wrong passwords. Wait a minute.", "bad")
            return render_template("web/entry.html"), 429
        if not hmac.compare_digest(request.form.get("password", "").encode(), password.encode()):
            attempts.wrong()
            flash("That is not the password. Whoever started the audit has it.", "bad")
            return render_template("web/entry.html"), 403
        session.permanent = True
        session["admitted"] = True
        return redirect(url_for("pages.tester"))
