"""How a save is answered: as data to the script that saves while one types, else with a page to go on at."""

from __future__ import annotations

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from a11ycheck.web.security import autosaves

Answer = Response | dict[str, str] | tuple[dict[str, str], int]
NO_NAME = "Say who you are first, under Tester. Nothing was saved."


def refuse(message: str, to: str) -> Answer:
    """Say why nothing was saved."""
    if autosaves():
        return {"problem": message}, 422
    flash(message, "bad")
    return redirect(to)


def back(default: str, *, refused: bool = False) -> str:
    """Where the button or the form said to go on: a path of this server alone. What was `refused` stays with its form."""
    to = (not refused and request.form.get("then")) or request.form.get("back", "")
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable() else default
