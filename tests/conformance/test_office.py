"""A missing office package names the extra to install; another missing module is a fault of its own."""

from __future__ import annotations

import pytest

from a11ycheck.conformance.office import PACKAGES, office_extra
from a11ycheck.errors import UsageError


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_a_missing_package_of_the_extra_says_how_to_get_it(package: str) -> None:
    with pytest.raises(UsageError, match=f"DOCX needs the package {package}") as caught, office_extra("DOCX"):
        raise ModuleNotFoundError(name=package)
    assert "a11ycheck[office]" in caught.value.hint


@pytest.mark.parametrize("error", [ModuleNotFoundError(name="yaml"), ModuleNotFoundError(), ImportError(name="docx")])
def test_any_other_fault_is_not_hidden(error: ImportError) -> None:
    with pytest.raises(type(error)) as caught, office_extra("DOCX"):
        raise error
    assert caught.value is error


def test_what_is_installed_is_imported() -> None:
    with office_extra("Excel"):
        import docx
    assert docx
