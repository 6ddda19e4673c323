"""Finds the Jinja2 templates: in the installed package, or in the repository for an editable install."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from a11ycheck import language
from a11ycheck.errors import A11yCheckError


def folder() -> Path:
    """The folder that holds `html/`, `acr/`, `web/` and `markdown/`."""
    package = Path(__file__).resolve().parent
    for candidate in (package / "_templates", package.parents[1] / "reports" / "templates"):
        if candidate.is_dir():
            return candidate
    raise A11yCheckError(
        "the report templates are missing from this installation", "Reinstall: pip install --force-reinstall a11ycheck"
    )


@cache
def environment() -> Environment:
    """A Jinja2 environment that escapes every value, raises on an undefined name, and speaks the language of the moment."""
    environment = Environment(
        loader=FileSystemLoader(folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)  # type: ignore[attr-defined]
    return environment
