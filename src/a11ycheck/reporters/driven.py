"""Says on which pages the checks ran that press keys and zoom: the driven sample, its page kinds and its seed."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck.language import gettext as _
from a11ycheck.model import TargetStatus
from a11ycheck.store.queries import RunView


@dataclass(frozen=True)
class DrivenSample:
    """`driven` of `audited` targets; `kinds`: page skeletons among them, `kinds_driven` of which were driven.

    `setting` and `seed`: what chose the sample.
    """

    driven: int
    audited: int
    kinds: int
    kinds_driven: int
    setting: str
    seed: int

    @property
    def sentence(self) -> str:
        """The sample in one sentence, in the language spoken now; empty where nothing was audited."""
        if not self.audited:
            return ""
        if not self.driven:
            return _("No page was driven by keyboard and zoom.")
        if self.driven == self.audited:
            return _("All pages audited were driven by keyboard and zoom.")
        return _(
            "Driven by keyboard and zoom: %(driven)s of %(audited)s pages, %(kinds_driven)s of %(kinds)s kinds of page"
            " (sample %(setting)s, seed %(seed)s)."
        ) % vars(self)


def driven_sample(view: RunView) -> DrivenSample:
    """The driven sample of a run."""
    audited = [row for row in view.targets if row.status is not TargetStatus.NOT_AUDITED]
    driven = [row for row in audited if row.driven]
    return DrivenSample(
        driven=len(driven),
        audited=len(audited),
        kinds=len({row.facts.skeleton for row in audited}),
        kinds_driven=len({row.facts.skeleton for row in driven}),
        setting=str(view.config.get("sample", "auto")),
        seed=int(view.config.get("seed", 0)),
    )
