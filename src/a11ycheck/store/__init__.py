"""The audit file: one SQLite database that scans, people's verdicts, gate and reports share."""
