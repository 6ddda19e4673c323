"""The application of the manual audit: its pages, its saves, and what guards them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import timedelta

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from a11ycheck import __version__
from a11ycheck.reporters.wording import count, one_line, page_label, visible, web_link
from a11ycheck.templates import folder
from a11ycheck.web import criteria, files, instances, page_pictures, progress, saving, scope, scripts, security, triage
from a11ycheck.web.blueprint import blueprint
from a11ycheck.web.desk import Audit
from a11ycheck.web.entry import require_password

PAGES = (progress, scope, criteria, instances, scripts, triage, files, page_pictures, saving)
"""Modules whose pages hang on the blueprint."""
LARGEST_REQUEST = 11 * 1024 * 1024
TRUSTED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]


def create_app(audit: Audit, *, hosts: Sequence[str] = (), password: str = "") -> Flask:
    """Make the application for one audit file, run and edition.

    It answers on loopback names and `hosts` alone. With a `password` it shows nothing before that was given.
    """
    app = Flask("a11ycheck.web", template_folder=str(folder()), static_folder=None)
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),
        TRUSTED_HOSTS=[*TRUSTED_HOSTS, *hosts],
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=1024 * 1024,
        MAX_FORM_PARTS=4000,
        SESSION_COOKIE_NAME="a11ycheck_audit",
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_HTTPONLY=True,
        PERMANENT_SESSION_LIFETIME=timedelta(days=1),
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(one_line=one_line, visible=visible, page_label=page_label, web_link=web_link)
    app.jinja_env.globals.update(count=count, tool_version=__version__)
    app.extensions["audit"] = audit
    app.jinja_env.globals["is_shared"] = bool(password)
    security.guard(app)
    CSRFProtect(app)
    if password:
        require_password(app, password)
    app.register_blueprint(blueprint)
    return app
