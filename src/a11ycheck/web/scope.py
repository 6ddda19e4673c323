"""What is audited: the product, the sample, and who tests."""

from __future__ import annotations

from flask import render_template

from a11ycheck.standards.profile import questions
from a11ycheck.store import audit_sample
from a11ycheck.web.blueprint import blueprint
from a11ycheck.web.desk import desk


@blueprint.get("/tester")
def tester() -> str:
    """Who tests, with what."""
    return render_template("web/tester.html")


@blueprint.get("/profile")
def profile() -> str:
    """Questions about the product."""
    here = desk()
    return render_template(
        "web/profile.html",
        questions=[
            (question, here.recorded.ruling("profile", question.id), here.audit.config.product.profile.get(question.id))
            for question in questions().values()
        ],
    )


@blueprint.get("/sample")
def sample() -> str:
    """Scope and sample."""
    here = desk()
    found = here.recorded.sample
    configured = {
        process.name: audit_sample.named_places(here.view, process.states) for process in here.audit.config.process
    }
    tasks = [(each.name, each.places) for each in found.processes] if found else []
    tasks = tasks or [(name, places) for name, (places, _) in configured.items()]
    return render_template(
        "web/sample.html",
        places=audit_sample.candidates(here.view),
        sample=found,
        processes={
            place: ", ".join(name for name, steps in tasks if place in steps) for _, steps in tasks for place in steps
        },
        missing={name: states for name, (_, states) in configured.items() if states},
        suggested=frozenset(audit_sample.suggest(here.view)),
        chosen={page.place: page.why for page in here.recorded.sample.pages} if here.recorded.sample else {},
    )
