"""Flows of the configuration as visits: one load each, audited in the states that its steps name."""

from __future__ import annotations

from urllib.parse import urljoin

from a11ycheck.config import Config
from a11ycheck.errors import ConfigError
from a11ycheck.model import AuditState, Visit
from a11ycheck.targets.urls import checked


def flow_visits(config: Config, base: str, first_order: int) -> tuple[Visit, ...]:
    """A visit per flow, in the configuration's order. `base`: what a relative flow URL starts from ("" for nothing).

    Raises `ConfigError` naming the flow that audits no state, repeats one, or has a relative URL and no base.
    """
    seen: set[tuple[str, str]] = set()
    visits = []
    for order, flow in enumerate(config.flow, first_order):
        where = f"flow {flow.name!r}"
        if not base and "://" not in flow.url:
            raise ConfigError(
                f"{where}: its URL {flow.url!r} is relative, and there is no target it could start from",
                "Write the whole URL, or give a target.",
            )
        url = checked(urljoin(base, flow.url), where)
        states = [step.state for step in flow.steps if isinstance(step, AuditState)]
        if not states:
            raise ConfigError(f"{where}: audits no state", 'Add a step {action = "audit", state = "…"}.')
        for state in states:
            if (url, state) in seen:
                raise ConfigError(f"{where}: the state {state!r} of {url} is audited twice", "Name every state once.")
            seen.add((url, state))
        visits.append(Visit(order=order, url=url, variant=config.variant, flow=flow.name, steps=flow.steps))
    return tuple(visits)
