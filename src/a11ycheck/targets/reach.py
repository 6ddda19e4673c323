"""What a server may send us to: other public hosts, but nothing inside the network that the target itself is not part of.

A redirect or a sitemap entry is text from elsewhere. Followed blindly, it would let a public site read a metadata service
or an intranet from the machine that runs the audit (server-side request forgery, CWE-918).
"""

from __future__ import annotations

import ipaddress
import socket
from functools import cache
from urllib.parse import urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Reach:
    """The addresses that a run may ask because of `target`, the URL that a person gave."""

    def __init__(self, target: str) -> None:
        self._own = _addresses(_host(target))

    def refuses(self, url: str) -> bool:
        """Whether a URL leads to an address that is not public (RFC 6890) and not one of the target's own.

        A host that cannot be resolved is not refused: there is nothing to reach.
        """
        return any(not _is_public(address) for address in _addresses(_host(url)) - self._own)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


@cache
def _addresses(host: str) -> frozenset[Address]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM) if host else []
    except (OSError, UnicodeError):
        return frozenset()
    return frozenset(_plain(ipaddress.ip_address(str(entry[4][0]).partition("%")[0])) for entry in found)


def _plain(address: Address) -> Address:
    """An IPv4 address that is written as IPv6 is the IPv4 address."""
    return (address.ipv4_mapped or address) if isinstance(address, ipaddress.IPv6Address) else address


def _is_public(address: Address) -> bool:
    return address.is_global and not address.is_multicast
