"""Two runs side by side: what is new, seen fixed, not rechecked and unchanged, by group; as text, Markdown or HTML."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from a11ycheck import templates
from a11ycheck.conformance.markup import markdown
from a11ycheck.gate.baseline import Entry, of_run
from a11ycheck.gate.comparison import Comparison, compare
from a11ycheck.gate.instances import Instance, instances
from a11ycheck.gate.reasons import reasons
from a11ycheck.language import gettext as _
from a11ycheck.language import moment, ngettext, spoken
from a11ycheck.language import number as in_figures
from a11ycheck.model import Identity
from a11ycheck.reporters.findings_markdown import code
from a11ycheck.reporters.html_environment import breakable, minified, policy
from a11ycheck.reporters.said import gate_said
from a11ycheck.reporters.wording import count, one_line
from a11ycheck.store.queries import RunView

KINDS = ("violation", "needs review", "best practice")
MOST = 10


@dataclass
class GroupDifference:
    """One group in both runs. `new`: places with the reason; `fixed` and `unchecked`: places, the latter with the reason."""

    label: str
    new: list[tuple[str, str]] = field(default_factory=list)
    fixed: list[str] = field(default_factory=list)
    unchecked: list[tuple[str, str]] = field(default_factory=list)
    unchanged: int = 0

    @property
    def line(self) -> str:
        """The counts in words."""
        told = [_new(len(self.new)), _fixed(len(self.fixed)), _unchecked(len(self.unchecked))]
        known = ngettext("%(number)s unchanged", "%(number)s unchanged", self.unchanged)
        return ", ".join([*filter(None, told), known % {"number": in_figures(self.unchanged)}])


def _new(number: int) -> str:
    told = ngettext("%(number)s new", "%(number)s new", number)
    return told % {"number": in_figures(number)} if number else ""


def _fixed(number: int) -> str:
    told = ngettext("%(number)s seen fixed", "%(number)s seen fixed", number)
    return told % {"number": in_figures(number)} if number else ""


def _unchecked(number: int) -> str:
    told = ngettext("%(number)s not rechecked", "%(number)s not rechecked", number)
    return told % {"number": in_figures(number)} if number else ""


@dataclass(frozen=True)
class Difference:
    """What lies between two runs. `notes`: what makes them different measurements."""

    title: str
    notes: tuple[str, ...]
    groups: tuple[GroupDifference, ...]
    totals: GroupDifference


def difference(before: RunView, after: RunView) -> Difference:
    """Compare two runs, in the language spoken now; all kinds of findings count, whatever the gate asks for."""
    compared = compare(of_run(before, instances(before), KINDS), after, list(instances(after)))
    groups = _groups(compared, reasons(compared, after))
    ordered = sorted(groups.values(), key=lambda one: (-len(one.new), -len(one.fixed), -len(one.unchecked), one.label))
    totals = GroupDifference("")
    for one in ordered:
        totals.new += one.new
        totals.fixed += one.fixed
        totals.unchecked += one.unchecked
        totals.unchanged += one.unchanged
    title = _("Run %(one)s of %(then)s and run %(other)s of %(now)s") % {
        "one": before.id, "then": moment(before.started), "other": after.id, "now": moment(after.started),
    }  # fmt: skip
    return Difference(title, tuple(map(gate_said, compared.notes)), tuple(ordered), totals)


def _groups(compared: Comparison, why: Callable[[Instance], str]) -> dict[str, GroupDifference]:
    labels: dict[str, str] = {
        entry.group: _label(entry.rule, entry.role, entry.landmarks) for entry in compared.baseline.findings.values()
    }
    for one in (*compared.known, *compared.new):
        identity = one.example.location.identity
        labels[one.example.group] = _label(one.example.rule.rule, identity.role, " > ".join(identity.landmarks))
    groups: dict[str, GroupDifference] = defaultdict(lambda: GroupDifference(""))
    for one in compared.known:
        groups[one.example.group].unchanged += 1
    for one in compared.new:
        groups[one.example.group].new.append((_place(one.page, one.example.location.identity), gate_said(why(one))))
    for gone in compared.seen_fixed:
        groups[gone.entry.group].fixed += [_place(gone.entry.page, gone.entry)] * gone.count
    for gone in compared.not_rechecked:
        groups[gone.entry.group].unchecked += [
            (_place(gone.entry.page, gone.entry), gate_said(gone.reason))
        ] * gone.count
    for key, group in groups.items():
        group.label = labels[key]
    return dict(groups)


def _label(rule: str, role: str, landmarks: str) -> str:
    what = f"{rule}: {role}" if role else rule
    return one_line(_("%(role)s in %(landmarks)s") % {"role": what, "landmarks": landmarks} if landmarks else what)


def _place(page: str, thing: Entry | Identity) -> str:
    told = f' "{one_line(thing.name, 60)}"' if thing.name else f" {one_line(thing.anchor, 60)}"
    return (one_line(page) + told).rstrip()


def as_text(told: Difference) -> str:
    """Lines for a terminal."""
    return "".join(f"{line}\n" for line in _lines(told, heading="", item="  ", escape=str, span=str))


def as_markdown(told: Difference) -> str:
    """Markdown, page texts in code spans."""
    return "".join(f"{line}\n" for line in _lines(told, heading="### ", item="- ", escape=markdown, span=code))


def as_html(told: Difference) -> str:
    """A page of its own, without scripts."""
    style = minified("style.css")
    page = templates.environment().get_template("html/difference.html")
    return page.render(
        told=told, most=MOST, count=count, spoken=spoken, more=_more, breakable=breakable, style=Markup(style),
        policy=policy(style, ""), words={"new": _new, "fixed": _fixed, "unchecked": _unchecked},
    )  # fmt: skip


def _lines(
    told: Difference, *, heading: str, item: str, escape: Callable[[str], str], span: Callable[[str], str]
) -> Iterator[str]:
    yield f"{heading}{escape(told.title)}"
    yield ""
    for note in told.notes:
        yield escape(note)
    yield escape(f"{count(len(told.groups), 'group')}: {told.totals.line}")
    for group in told.groups:
        if not (group.new or group.fixed or group.unchecked):
            continue
        yield from ("", f"{heading}{escape(group.label)}", "")
        yield f"{item}{escape(group.line)}"
        for place, why in group.new[:MOST]:
            yield f"{item}{_('new:')} {span(place)}: {span(why)}"
        yield from _rest(item, _new(len(group.new) - MOST), len(group.new))
        for place in group.fixed[:MOST]:
            yield f"{item}{_('seen fixed:')} {span(place)}"
        yield from _rest(item, _fixed(len(group.fixed) - MOST), len(group.fixed))
        for reason, number in sorted(Counter(reason for _place, reason in group.unchecked).items()):
            yield f"{item}{_('not rechecked:')} {in_figures(number)}, {span(reason)}"


def _rest(item: str, told: str, number: int) -> Iterator[str]:
    if number > MOST:
        yield f"{item}{_more(told)}"


def _more(told: str) -> str:
    return _("and %(more)s, not listed") % {"more": told}
