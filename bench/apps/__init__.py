"""Real applications from PyPI, pinned, with a login and five states each."""
