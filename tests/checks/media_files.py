"""Sounds and subtitles that tests of media serve."""

from __future__ import annotations

import io
import math
import struct
import wave
from http.server import BaseHTTPRequestHandler

from tests.conftest import Web

CUES = "WEBVTT\n\n00:00.000 --> 00:05.000\nGood morning, all of you.\n"


def tone(seconds: float, silence: float = 0.0, volume: float = 0.5) -> bytes:
    """A WAV file: a tone, then silence."""
    rate, out = 8000, io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        loud = [int(volume * 32767 * math.sin(n / 4)) for n in range(int(seconds * rate))]
        file.writeframes(struct.pack(f"<{len(loud)}h", *loud) + bytes(2 * int(silence * rate)))
    return out.getvalue()


def serve(pages: Web, path: str, body: bytes, kind: str) -> None:
    """Serve bytes at a path."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    pages.answer(path, answer)
