"""`--format github`: workflow commands that annotate a pull request. Print them in a step: `a11ycheck report github -o -`.

GitHub shows ten errors and ten warnings of a step, so that there is one annotation a group and the rest is counted.
Nothing from a page can start a command of its own: each is one line, with `%`, colons and commas escaped.
Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.config import Config
from a11ycheck.gate.verdict import Standing
from a11ycheck.reporters.base import ReporterMeta, ReportPaths
from a11ycheck.reporters.items import Item, Items
from a11ycheck.reporters.wording import count, group_label, one_line, page_label, reason
from a11ycheck.store.queries import RunView
from a11ycheck.store.rows import GroupRow

META = ReporterMeta(format="github", extension="github.txt", title="GitHub annotations as workflow commands.")

MOST = 10


def write(view: RunView, config: Config, report: ReportPaths) -> None:
    """Write one command a line."""
    report.main.write_text(
        "".join(f"{line}\n" for line in _commands(Items(view, config))), encoding="utf-8", newline="\n"
    )


def command(kind: str, message: str, **properties: str) -> str:
    """A workflow command on one line."""
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{kind}{' ' + told if told else ''}::{_data(one_line(message, 2000))}"


def _commands(items: Items) -> Iterator[str]:
    unknown = items.gate.not_audited
    failing = items.groups(lambda item: item.standing is Standing.FAILS)
    room = MOST - 1 if len(unknown) + len(failing) > MOST else MOST
    for target in unknown[: room // 2]:
        yield command("error", f"{page_label(target)}: {reason(target)}", title="Not audited")
    for group, found in failing[: room - min(len(unknown), room // 2)]:
        yield _annotation(group, found)
    left = len(unknown) + len(failing) - room
    if left > 0:
        yield command(
            "error", f"{count(left, 'more annotation')} left out; the reports have them all.", title="a11ycheck"
        )
    for rule in items.gate.expired[:MOST]:
        yield command("warning", f"{rule.label}: {rule.reason}", title=f"Suppression expired on {rule.until}")
    yield command("notice", items.gate.line, title="a11ycheck")


def _annotation(group: GroupRow, found: list[Item]) -> str:
    first = found[0]
    pages = len({item.target.id for item in found})
    told = f"{first.sentence} {count(len(found), 'place')} on {count(pages, 'page')}, first: {page_label(first.target)}"
    told += f" {first.finding.location.selector}" + (f" ({first.why})" if first.why else "")
    return command("error", told, file=first.file, line=str(first.line), title=group_label(group))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text, 300)).replace(":", "%3A").replace(",", "%2C")
