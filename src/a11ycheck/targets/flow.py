"""Flows of the configuration as visits: one load each, audited in the states that its steps name."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from a11ycheck.application import Flow
from a11ycheck.browser.flow_script import named_states
from a11ycheck.config import Config
from a11ycheck.errors import ConfigError
from a11ycheck.model import Visit
from a11ycheck.steps import AuditState, Step
from a11ycheck.targets.urls import checked


def flow_visits(config: Config, base: str, first_order: int) -> tuple[Visit, ...]:
    """A visit per flow that audits something, in the configuration's order.

    `base`: what a relative flow URL starts from ("" for nothing). Raises `ConfigError` naming the flow that audits no
    state and is used by no other, repeats a state, uses an unknown flow, or has a relative URL and no base.
    """
    flows = by_name(config)
    used = {flow.uses for flow in config.flow} | ({config.login.flow} if config.login else set())
    seen: set[tuple[str, str]] = set()
    visits: list[Visit] = []
    for flow in config.flow:
        where = f"flow {flow.name!r}"
        script = (flow.states or named_states(flow.file)) if flow.file else ()
        states = [*script, *(step.state for step in flow.steps if isinstance(step, AuditState))]
        if not states and flow.name in used:
            continue
        if not states:
            raise ConfigError(f"{where}: audits no state", 'Add a step {action = "audit", state = "…"}.')
        steps = flow_steps(flow, flows)
        url = flow_url(flow, flows, base)
        for state in states:
            if (url, state) in seen:
                raise ConfigError(f"{where}: the state {state!r} of {url} is audited twice", "Name every state once.")
            seen.add((url, state))
        visits.append(
            Visit(
                order=first_order + len(visits), url=url, variant=config.variant, flow=flow.name, steps=steps,
                script=str(flow.file or ""), states=script, anonymous=flow.anonymous,
            )
        )  # fmt: skip
    return tuple(visits)


def flow_steps(flow: Flow, flows: Mapping[str, Flow]) -> tuple[Step, ...]:
    """A flow's steps after those of the flows it uses, whose audits become what they assert. Raises `ConfigError`."""
    steps = flow.steps
    chain = [flow.name]
    while flow.uses:
        if flow.uses in chain:
            raise ConfigError(f"flow {chain[0]!r}: uses itself through {' → '.join([*chain, flow.uses])}")
        if flow.uses not in flows:
            known = ", ".join(repr(name) for name in flows)
            raise ConfigError(f"flow {flow.name!r}: uses the unknown flow {flow.uses!r}", f"Known flows: {known}.")
        flow = flows[flow.uses]
        if flow.file:
            raise ConfigError(f"flow {chain[-1]!r}: uses {flow.name!r}, which is a file", "Only steps can be used.")
        chain.append(flow.name)
        before = (step.expect if isinstance(step, AuditState) else step for step in flow.steps)
        steps = (*(step for step in before if step is not None), *steps)
    return steps


def flow_url(flow: Flow, flows: Mapping[str, Flow], base: str) -> str:
    """Where a flow starts: its own URL, or that of the first flow it uses. Raises `ConfigError` without a base."""
    where = f"flow {flow.name!r}"
    while flow.uses:
        flow = flows[flow.uses]
    if not base and "://" not in flow.url:
        raise ConfigError(
            f"{where}: its URL {flow.url!r} is relative, and there is no target it could start from",
            "Write the whole URL, or give a target.",
        )
    return checked(urljoin(base, flow.url), where)


def by_name(config: Config) -> dict[str, Flow]:
    """The configured flows by their names. Raises `ConfigError` when two share one."""
    flows: dict[str, Flow] = {}
    for flow in config.flow:
        if flow.name in flows:
            raise ConfigError(f"two flows are named {flow.name!r}", "Give every flow a name of its own.")
        flows[flow.name] = flow
    return flows
