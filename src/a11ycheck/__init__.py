"""Accessibility conformance: scan, evidence, people's verdicts, and an ACR that a reviewer can trust."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from a11ycheck.audit import audit_page

__version__ = "0.1.0"
__all__ = ["__version__", "audit_page"]


def __getattr__(name: str) -> Any:
    """Import `audit_page` on first use, so that `a11ycheck --help` does not load a browser library."""
    if name == "audit_page":
        from a11ycheck.audit import audit_page

        return audit_page
    raise AttributeError(f"module 'a11ycheck' has no attribute {name!r}")
