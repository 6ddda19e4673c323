"""The database: one person who may do everything, forty who may do nothing, three groups."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import site_admin  # noqa: F401
from django.contrib.auth.models import Group, User
from django.core.management import call_command

call_command("migrate", verbosity=0)
User.objects.create_superuser("ada", "ada@example.com", os.environ["APP_PASSWORD"])
joined = datetime(2024, 5, 1, 12, tzinfo=UTC)
User.objects.bulk_create(
    User(username=f"person-{number}", email=f"person-{number}@example.com", date_joined=joined, password="!")
    for number in range(40)
)
for name in ("Editors", "Readers", "Writers"):
    Group.objects.create(name=name)
