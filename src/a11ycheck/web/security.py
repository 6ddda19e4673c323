"""Headers of every answer, and error pages that say what happened without showing how the program works."""

from __future__ import annotations

import logging

from flask import Flask, Response, abort, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from a11ycheck.errors import A11yCheckError

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
    " frame-ancestors 'none'; base-uri 'none'"
)
_MESSAGES = {
    400: "The request could not be understood.",
    404: "There is no such page in this audit.",
    405: "This address does not take that kind of request.",
    413: "What was sent is too large. Files may have up to 10 MB.",
}


def guard(app: Flask) -> None:
    """Set headers on all answers, refuse broken forms, and show errors as pages. To be called before anything reads a form."""

    @app.before_request
    def _form() -> None:
        if any(name is None for name in request.form):
            abort(400)

    @app.after_request
    def _headers(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    @app.errorhandler(SecurityError)
    def _host(_: SecurityError) -> tuple[str, int, dict[str, str]]:
        return "This address is not one of this audit.", 400, {"Content-Type": "text/plain; charset=utf-8"}

    @app.errorhandler(CSRFError)
    def _csrf(_: CSRFError) -> tuple[str, int] | tuple[dict[str, str], int]:
        return problem("This page is older than the running audit. Load it again; copy long notes first.", 400)

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> tuple[str, int] | tuple[dict[str, str], int]:
        code = error.code or 500
        return problem(_MESSAGES.get(code, "That did not work."), code)

    @app.errorhandler(A11yCheckError)
    def _own(error: A11yCheckError) -> tuple[str, int] | tuple[dict[str, str], int]:
        return problem(f"{error.message} {error.hint}".strip(), 422)

    @app.errorhandler(Exception)
    def _fault(error: Exception) -> tuple[str, int] | tuple[dict[str, str], int]:
        logging.getLogger("a11ycheck.web").error("fault while answering %s", request.path, exc_info=error)
        return problem("A fault of a11ycheck itself. The terminal shows more; nothing was saved by this request.", 500)


def problem(message: str, code: int) -> tuple[str, int] | tuple[dict[str, str], int]:
    """A page that says what is wrong; as data for the script that saves while one types."""
    if autosaves():
        return {"problem": message}, code
    return render_template("web/problem.html", message=message), code


def autosaves() -> bool:
    """Whether the script saves while one types: it is answered with data, and it never signs an answer of the report."""
    return request.method == "POST" and request.args.get("autosave") == "yes"
