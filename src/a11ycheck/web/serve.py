"""Serves the audit on loopback until it is interrupted."""

from __future__ import annotations

import socket

from waitress.server import create_server

from a11ycheck.errors import UsageError
from a11ycheck.web.app import create_app
from a11ycheck.web.desk import Audit

LOOPBACK = "127.0.0.1"
THREADS = 8
WAITING = 128


def listen(port: int) -> socket.socket:
    """A socket on loopback that takes connections from now on; port 0 takes any free one.

    Raises `UsageError` when the port is taken.
    """
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((LOOPBACK, port))
        opened.listen(WAITING)
    except OSError as error:
        opened.close()
        raise UsageError(f"port {port} cannot be used: {error.strerror}", "Name another with --port.") from error
    return opened


def serve(audit: Audit, opened: socket.socket) -> None:
    """Answer requests on a socket made by `listen`. Returns when the process is interrupted."""
    create_server(create_app(audit), sockets=[opened], threads=THREADS, ident="").run()
