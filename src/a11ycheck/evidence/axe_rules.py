"""Where the table of axe's rules is kept, once for all targets that the same axe-core looked at in the same language."""

from __future__ import annotations

from collections.abc import Mapping

from a11ycheck.model import Json


def key(results: Mapping[str, Json]) -> str:
    """The name among shared evidence of the rule table that belongs to results of `evidence.axe`.

    `lang` is there for messages of a locale file only.
    """
    return ":".join(["axe-rules", results["version"], *filter(None, [results.get("lang")])])
