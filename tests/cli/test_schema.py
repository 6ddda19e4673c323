from __future__ import annotations

import json

import jsonschema
import pytest

from a11ycheck.cli import main


@pytest.mark.parametrize("name", ["findings", "findings-line", "config"])
def test_schema_prints_a_valid_json_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["schema", name])
    assert left.value.code == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["type"] == "object"


def test_unknown_schema_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["schema", "nothing"])
    assert left.value.code == 2
    assert "'findings', 'findings-line', 'config'" in capsys.readouterr().err
