"""The CI gate: reads a run and decides; it never changes what conformance reports say."""
