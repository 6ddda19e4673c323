"""What stands below the options in a command's help: commands to try, and what to do next."""

from __future__ import annotations


def examples(*commands: str, then: str = "") -> str:
    """The end of a help text. `then`: the next step, without its first word."""
    lines = ["\b", "Examples:", *(f"  $ {command}" for command in commands)]
    return "\n".join(lines) + (f"\n\nThen {then}" if then else "")
