"""Faulty servers, hostile pages and a broken machine: each fault beside healthy pages in a scan of its own.

    python -m bench.faults [NAME…] [--write docs/hostile-world.md]

`table.toml` says before the run what must come of each fault: the page's status and reason, what the user reads, the exit
code. `answers` are faults of servers, `pages` those of documents, `machine` those of processes, disk and clock.
"""
