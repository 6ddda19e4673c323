"""A changedetection.io with one password and two pages to watch, all watching paused: it asks nothing of any network."""

from __future__ import annotations

import base64
import hashlib
import os
from pathlib import Path

salt = bytes(32)
key = hashlib.pbkdf2_hmac("sha256", os.environ["APP_PASSWORD"].encode(), salt, 100_000)
Path("serve.sh").write_text(
    f"export SALTED_PASS={base64.b64encode(salt + key).decode()} DISABLE_VERSION_CHECK=true\n"
    "exec ../venv/bin/changedetection.io -d data -C -h 127.0.0.1 -p 18955 -P true"
    " -u http://harbours.example/ships -u http://harbours.example/lights\n"
)
