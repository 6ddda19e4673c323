"""Benchmarks of the project, run by hand; their tables are committed in docs/."""
