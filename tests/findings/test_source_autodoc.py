from __future__ import annotations

import pytest

from a11ycheck.findings.source_autodoc import directive_line

SOURCE = """\
.. autoclass:: flask.Request
   :members:

.. autofunction:: run
.. autoclass:: Twice
.. autoclass:: other.Twice
```{autofunction} pack
```
.. automodule:: flask.json
"""


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("flask.Request", 1), ("flask.Request.args", 1), ("flask.run", 4), ("pack", 7), ("flask.json.dumps", 9),
        ("other.Twice.get", None), ("flask.Response", None), ("prerun", None), ("", None),
    ],
)  # fmt: skip
def test_the_nearest_directive_that_holds_an_object(name: str, line: int | None) -> None:
    assert directive_line(SOURCE.splitlines(), name) == line
