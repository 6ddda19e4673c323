"""The server's side of a WebSocket, for servers of tests."""

from __future__ import annotations

import base64
import hashlib
from http.server import BaseHTTPRequestHandler


def accept(request: BaseHTTPRequestHandler) -> None:
    """Open a WebSocket for a request that asks for one (RFC 6455, 4.2.2)."""
    key = request.headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    request.send_response(101)
    request.send_header("Upgrade", "websocket")
    request.send_header("Connection", "Upgrade")
    request.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
    request.end_headers()
    request.wfile.flush()
