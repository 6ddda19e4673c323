"""The YAML that users copy holds to the schemas of the systems it is for."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


class _Yaml12(yaml.SafeLoader):
    """As the systems read it: `on` is a word."""


_Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool" or first not in "oOyYnN"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def holds(text: str, schema: str) -> None:
    rules = json.loads(
        (files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{schema}.json").read_text(encoding="utf-8")
    )
    jsonschema.validators.validator_for(rules)(rules).validate(yaml.load(text, Loader=_Yaml12))


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("action.yml", "github-actions"),
        ("templates/gitlab/a11ycheck.gitlab-ci.yml", "gitlab-ci"),
        (".github/workflows/ci.yml", "github-workflows"),
        (".github/workflows/release.yml", "github-workflows"),
    ],
)
def test_files(file: str, schema: str) -> None:
    holds((ROOT / file).read_text(encoding="utf-8"), schema)


@pytest.mark.parametrize(
    ("page", "schemas"),
    [
        ("github.md", ["github-workflows"]),
        ("gitlab.md", ["gitlab-ci"]),
        ("others.md", ["circle-ci", "azure-pipelines", "bitbucket-pipelines"]),
    ],
)
def test_examples_in_the_docs(page: str, schemas: list[str]) -> None:
    blocks = _BLOCK.findall((ROOT / "docs" / "ci" / page).read_text(encoding="utf-8"))
    assert len(blocks) == len(schemas)
    for block, schema in zip(blocks, schemas, strict=True):
        holds(block, schema)


def test_no_step_of_the_action_puts_an_input_into_a_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    for step in action["runs"]["steps"]:
        assert "${{" not in step["run"]
