"""The front matter of the report: what the configuration gives, and a visible gap for what it does not."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck.config import Config
from a11ycheck.config_file import CONFIG_NAME
from a11ycheck.conformance.dates import report_date, stored_date
from a11ycheck.store.queries import RunView


@dataclass(frozen=True)
class Field:
    """One entry of the front matter. `gap` tells where to set a value that is missing; `required` ones stop a final report."""

    label: str
    paragraphs: tuple[str, ...]
    gap: str = ""
    required: bool = True


@dataclass(frozen=True)
class FrontMatter:
    """Title parts and fields in template order. `iso_date`: the report date for machines, as far as it is a day."""

    company: str
    product: str
    date: str
    iso_date: str
    fields: tuple[Field, ...]

    @property
    def title(self) -> str:
        """`[Company] Accessibility Conformance Report`, with the gap visible."""
        return f"{self.company or '[Company not given]'} Accessibility Conformance Report"

    @property
    def gaps(self) -> tuple[str, ...]:
        """Where required values are missing."""
        return tuple(field.gap for field in self.fields if field.gap and field.required)


def front_matter(config: Config, view: RunView) -> FrontMatter:
    """Fill the front matter from the configuration; the report date of a draft is the day of the run until it is set.

    Raises `ConfigError` for an ambiguous report date.
    """
    product = config.product
    name = " ".join(part for part in (product.name, product.version) if part)
    day = stored_date(view.finished or view.started)
    if product.report_date:
        date = Field("Report Date", (report_date(product.report_date),))
    else:
        date = Field("Report Date", (f"{day} (the day of the run)",), _gap("report_date"))
    return FrontMatter(
        company=product.company,
        product=name,
        date=date.paragraphs[0],
        iso_date=product.report_date or (view.finished or view.started)[:10],
        fields=(
            _field("Company", "company", product.company),
            Field("Name of Product/Version", (name,) if name else (), _name_gap(product.name, product.version)),
            date,
            _field("Product Description", "description", product.description),
            _field("Contact Information", "contact", product.contact),
        ),
    )


def _name_gap(name: str, version: str) -> str:
    missing = [key for key, value in (("name", name), ("version", version)) if not value]
    return _gap(*missing) if missing else ""


def _field(label: str, key: str, value: str) -> Field:
    return Field(label, paragraphs(value), "" if value.strip() else _gap(key))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, parted by empty lines."""
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def _gap(*keys: str) -> str:
    return f"Not given: set {' and '.join(f'product.{key}' for key in keys)} in {CONFIG_NAME}."
