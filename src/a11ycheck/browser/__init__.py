"""The browser: found, launched, settled, reset, driven through steps. Knows nothing of checks."""
