"""Makes findings of the rows that hold them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from pydantic_core import from_json

from a11ycheck.model import Identity, Impact, Location, Outcome
from a11ycheck.store.rows import FindingRow, RuleRow, TargetRow

_LOCATION_FIELDS, _IDENTITY_FIELDS = set(Location.model_fields), set(Identity.model_fields)
_ALIKE = frozenset(("role", "landmarks", "signature", "owner", "owner_name"))


class FindingRows:
    """Reads findings of one run. The gate holds all of them, hundreds of thousands: what many share is held once."""

    def __init__(self, targets: Mapping[int, TargetRow], rules: Mapping[int, RuleRow]) -> None:
        """`targets`, `rules`: those of the run, by id."""
        self._targets = targets
        self._rules = rules
        self._shared: dict[Any, Any] = {}

    def read(self, row: sqlite3.Row) -> FindingRow:
        """The finding of a row of the table `finding`, with the key of its group as `group_key`."""
        variants = (self._targets[row["target_id"]].target.variant.name,)
        if row["variants"] != "[]":
            variants = tuple(json.loads(row["variants"]))
        return FindingRow(
            id=row["id"],
            target_id=row["target_id"],
            rule=self._rules[row["rule_id"]],
            group=self._once(row["group_key"]),
            outcome=Outcome(row["outcome"]),
            impact=Impact(row["impact"]) if row["impact"] else None,
            message=self._once(row["message"]),
            fingerprint=row["fingerprint"],
            location=self._location(row),
            data={} if row["data"] == "{}" else json.loads(row["data"]),
            variants=self._once(variants),
        )

    def _location(self, row: sqlite3.Row) -> Location:
        """The place of a finding, as the writer checked it."""
        stored = from_json(row["location"])
        identity = stored.get("identity", {})
        identity["landmarks"] = tuple(identity.get("landmarks", ()))
        return Location.model_construct(
            _LOCATION_FIELDS,
            selector=row["selector"],
            html=row["html"],
            box=tuple(box) if (box := stored.get("box")) else None,
            identity=Identity.model_construct(
                _IDENTITY_FIELDS,
                **{name: self._once(value) if name in _ALIKE else value for name, value in identity.items()},
            ),
        )

    def _once(self, value: Any) -> Any:
        return self._shared.setdefault(value, value)
