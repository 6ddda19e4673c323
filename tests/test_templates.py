"""Templates are found, escape what pages say, and refuse a name that nobody gave."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from a11ycheck import templates
from a11ycheck.errors import A11yCheckError
from a11ycheck.language import speaking


def test_the_folder_holds_the_templates_of_every_kind() -> None:
    assert {"html", "acr", "web"} <= {path.name for path in templates.folder().iterdir()}


def test_an_installation_without_templates_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "__file__", str(tmp_path / "src" / "a11ycheck" / "templates.py"))
    with pytest.raises(A11yCheckError, match="missing from this installation") as caught:
        templates.folder()
    assert "Reinstall" in caught.value.hint


def test_the_installed_package_is_looked_at_before_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "a11ycheck"
    for folder in (tmp_path / "reports" / "templates", package):
        folder.mkdir(parents=True)
    monkeypatch.setattr(templates, "__file__", str(package / "templates.py"))
    assert templates.folder() == tmp_path / "reports" / "templates"
    (package / "_templates").mkdir()
    assert templates.folder() == package / "_templates"


@pytest.mark.parametrize("source", ["{{ said }}", '<p title="{{ said }}">', "{{ _('%(said)s', said=said) }}"])
def test_what_a_page_says_is_escaped(source: str) -> None:
    shown = templates.environment().from_string(source).render(said="<b>\"x\" 'y'</b>")
    assert "&lt;b&gt;&#34;x&#34; &#39;y&#39;&lt;/b&gt;" in shown


def test_a_name_that_nobody_gave_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="nobody"):
        templates.environment().from_string("{{ nobody }}").render()


def test_one_environment_speaks_the_language_of_the_moment() -> None:
    text = templates.environment().from_string("{{ _('Pages') }}")
    with speaking("es"):
        assert text.render() == "Páginas"
    assert text.render() == "Pages"
