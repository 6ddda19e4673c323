"""URLs of pages: checked, brought to one form, and compared."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from w3lib.url import canonicalize_url, safe_url_string

_DEFAULT_PORTS = {"http": 80, "https": 443}


class WrongUrlError(ValueError):
    """Text that is not the URL of a page. `args[0]` says why, without repeating the text: it may hold a password."""


def page_url(text: str) -> str:
    """The URL to visit: percent-encoded, host in lower case, no default port, a path of at least `/`.

    A fragment is dropped unless it is a route of the application (`#/x`, `#!/x`), which is a state of its own. Raises
    `WrongUrlError` for another scheme, no host, or a name and password in the URL.
    """
    try:
        parts = urlsplit(safe_url_string(text.strip()))
        host, port = parts.hostname, parts.port
    except (ValueError, UnicodeError):
        raise WrongUrlError("not a valid URL") from None
    if parts.scheme not in _DEFAULT_PORTS:
        raise WrongUrlError("not an http or https URL")
    if "@" in parts.netloc:
        raise WrongUrlError("a name or password in the URL")
    if not host:
        raise WrongUrlError("a URL without a host")
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{shown}:{port}"
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, _route(parts.fragment)))


def page_identity(url: str) -> str:
    """Equal for URLs of one page: trailing slash, plain fragment, order of the query and encoding do not matter."""
    parts = urlsplit(canonicalize_url(url, keep_blank_values=True, keep_fragments=True))
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/"), parts.query, _route(parts.fragment)))


def _route(fragment: str) -> str:
    return fragment if fragment.startswith(("/", "!")) else ""
