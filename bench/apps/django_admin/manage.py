"""Django's own command line, with the project of site_admin.py."""

from __future__ import annotations

import sys

import site_admin  # noqa: F401
from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
