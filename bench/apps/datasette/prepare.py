"""A database of harbours and ships, and the metadata with one person's password hash."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from base64 import b64encode

connection = sqlite3.connect("harbours.db")
connection.executescript(
    """
    CREATE TABLE harbour (id INTEGER PRIMARY KEY, name TEXT, country TEXT);
    CREATE TABLE ship (id INTEGER PRIMARY KEY, name TEXT, harbour_id INTEGER REFERENCES harbour(id), tonnes INTEGER, note TEXT);
    """
)
countries = ("Denmark", "Norway", "Sweden")
connection.executemany(
    "INSERT INTO harbour VALUES (?, ?, ?)", [(n, f"Harbour {n}", countries[n % 3]) for n in range(1, 13)]
)
connection.executemany(
    "INSERT INTO ship VALUES (?, ?, ?, ?, ?)",
    [(n, f"Ship {n}", n % 12 + 1, n * 37 % 900, f"Note {n}") for n in range(1, 251)],
)
connection.commit()
salt = os.urandom(16).hex()
rounds = 260_000
digest = (
    b64encode(hashlib.pbkdf2_hmac("sha256", os.environ["APP_PASSWORD"].encode(), salt.encode(), rounds))
    .decode()
    .strip()
)
with open("metadata.json", "w", encoding="utf-8") as file:
    json.dump(
        {
            "title": "Harbours",
            "allow": {"id": "*"},
            "plugins": {"datasette-auth-passwords": {"ada_password_hash": f"pbkdf2_sha256${rounds}${salt}${digest}"}},
        },
        file,
    )
