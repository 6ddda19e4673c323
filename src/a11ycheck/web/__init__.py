"""The manual audit UI."""
