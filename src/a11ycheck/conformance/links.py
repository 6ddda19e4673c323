"""Addresses that a report may link to."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from a11ycheck.store.rows import TargetRow


def web_href(url: str) -> str:
    """The address if it is a web address, else an empty string."""
    return url if urlsplit(url).scheme in ("http", "https") else ""


def page_href(target: TargetRow) -> str:
    """The address of a page if a reader can open it; empty for pages served from this machine during the run."""
    url = web_href(target.target.url)
    return "" if is_local(url) else url


def is_local(url: str) -> bool:
    """Whether an address leads to the machine itself, as those of a folder that is served during a run."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
