"""The configured login, put together from its flow and the environment."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urljoin

from a11ycheck.browser.login import Login
from a11ycheck.browser.navigation import origin
from a11ycheck.config import Config
from a11ycheck.errors import ConfigError
from a11ycheck.targets.flow import by_name, flow_steps, flow_url
from a11ycheck.targets.urls import checked


def planned_login(config: Config, base: str) -> Login | None:
    """How the run logs in; None without `[login]`.

    `base`: what relative URLs start from. Raises `ConfigError` for an unknown flow, a URL that is missing, or a secret that
    is not in the environment.
    """
    login = config.login
    if login is None:
        return None
    flows = by_name(config)
    steps, script = login.steps, ""
    if login.flow:
        if login.flow not in flows:
            known = ", ".join(repr(name) for name in flows)
            raise ConfigError(f"[login]: unknown flow {login.flow!r}", f"Known flows: {known or 'none'}.")
        flow = flows[login.flow]
        url, steps, script = flow_url(flow, flows, base), flow_steps(flow, flows), str(flow.file or "")
    else:
        if not base and "://" not in login.url:
            raise ConfigError("[login]: needs a url", "Write the whole URL, or give a target.")
        url = checked(urljoin(base, login.url), "[login]")
    return Login(
        url, login.flow or "login", steps, script, login.expect, login.offsite, _credentials(config, url),
        _certificates(config, url),
    )  # fmt: skip


def _credentials(config: Config, url: str) -> dict[str, Any] | None:
    basic = config.login.basic if config.login else None
    if basic is None:
        return None
    names = {"username": basic.user_secret, "password": basic.password_secret}
    return {key: _secret(name) for key, name in names.items()} | {"origin": origin(url)}


def _certificates(config: Config, url: str) -> tuple[dict[str, Any], ...]:
    given = config.login.certificate if config.login else None
    if given is None:
        return ()
    for file in (given.cert, given.key):
        if not file.is_file():
            raise ConfigError(f"[login.certificate]: {file}: no such file", "Name PEM files.")
    passphrase = {"passphrase": _secret(given.passphrase_secret)} if given.passphrase_secret else {}
    return ({"origin": origin(url), "certPath": str(given.cert), "keyPath": str(given.key), **passphrase},)


def _secret(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise ConfigError(f"[login]: the environment variable {name} is not set", f"Set it: export {name}=…")
    return value
