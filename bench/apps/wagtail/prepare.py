"""A Wagtail site as `wagtail start` makes it, with one editor and ten pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

Path("project").mkdir()
subprocess.run(
    [Path(sys.executable).parent / "wagtail", "start", "harbour_site", "project"], check=True, stdout=subprocess.DEVNULL
)
os.chdir("project")
sys.path.insert(0, os.getcwd())
os.environ["DJANGO_SETTINGS_MODULE"] = "harbour_site.settings.dev"

import django

django.setup()

from django.contrib.auth import get_user_model
from django.core.management import call_command

call_command("migrate", verbosity=0)
get_user_model().objects.create_superuser("ada", "ada@example.com", os.environ["APP_PASSWORD"])

from home.models import HomePage

root = HomePage.objects.get()
for number in range(10):
    root.add_child(instance=HomePage(title=f"Harbour {number}", slug=f"harbour-{number}"))
