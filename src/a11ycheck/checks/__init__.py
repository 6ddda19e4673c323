"""Checks: test procedures that judge evidence. One check is one file is one id; pure functions, no browser."""
