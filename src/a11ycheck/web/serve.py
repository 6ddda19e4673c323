"""Serves the audit until it is interrupted: on loopback, or on a network behind a shared password."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence

import psutil
from waitress.server import create_server

from a11ycheck.errors import UsageError
from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit

LOOPBACK = "127.0.0.1"
FAMILIES = (socket.AF_INET, socket.AF_INET6)
THREADS = 8
WAITING = 128


def is_loopback(host: str) -> bool:
    """Whether an address is one of this machine alone. Raises `UsageError` when it is no IP address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        raise UsageError(
            f"--host {host}: not an IP address", "Write 0.0.0.0 for all networks of this machine."
        ) from None


def names_of(host: str) -> tuple[str, ...]:
    """The names by which browsers on the network may call this machine when it listens on an address."""
    own = tuple(dict.fromkeys((socket.gethostname().lower(), socket.getfqdn().lower())))
    if not ipaddress.ip_address(host).is_unspecified:
        return (_in_url(host), *own)
    adapters = (each for adapter in psutil.net_if_addrs().values() for each in adapter)
    found = (each.address.partition("%")[0] for each in adapters if each.family in FAMILIES)
    return (*(_in_url(address) for address in found), *own)


def shown_address(opened: socket.socket, host: str) -> str:
    """The URL to open on this machine."""
    address = LOOPBACK if ipaddress.ip_address(host).is_unspecified else host
    return f"http://{_in_url(address)}:{opened.getsockname()[1]}/"


def listen(port: int, host: str = LOOPBACK) -> socket.socket:
    """A socket that takes connections from now on; port 0 takes any free one.

    Raises `UsageError` when the port is taken or the address is not one of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
        opened.listen(WAITING)
    except OSError as error:
        opened.close()
        raise UsageError(
            f"{host} port {port} cannot be used: {error.strerror}", "Name another with --port or --host."
        ) from error
    return opened


def serve(audit: Audit, opened: socket.socket, *, hosts: Sequence[str] = (), password: str = "") -> None:
    """Answer requests on a socket made by `listen`. Returns when the process is interrupted; see `create_app`."""
    create_server(create_app(audit, hosts=hosts, password=password), sockets=[opened], threads=THREADS, ident="").run()


def _in_url(address: str) -> str:
    return f"[{address}]" if ":" in address else address
