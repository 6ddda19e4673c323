"""The in-page scripts of this room, put together into functions a realm can call."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def source(name: str) -> str:
    """The text of a script in `evidence/js`, without its leading comment: one JavaScript expression."""
    lines = files("a11ycheck.evidence").joinpath("js", f"{name}.js").read_text(encoding="utf-8").splitlines()
    while lines and lines[0].startswith("//"):
        lines.pop(0)
    return "\n".join(lines).strip().removesuffix(";")


@cache
def with_locate(name: str, member: str = "") -> str:
    """A function expression taking one argument: script `name` gets the library `locate`, then `member` is called.

    The script is an expression `(lib) => function`, or `(lib) => object of functions` when `member` is given.
    """
    call = f".{member}" if member else ""
    return f"function (argument) {{ const lib = {source('locate')}; return ({source(name)})(lib){call}(argument); }}"
