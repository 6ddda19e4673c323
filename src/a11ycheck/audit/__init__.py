"""Audits: a visit in a browser of ours, or a page that somebody else opened."""

from a11ycheck.audit.collecting import AuditOptions
from a11ycheck.audit.page import audit_page
from a11ycheck.audit.visit import audit_visit, not_audited

__all__ = ["AuditOptions", "audit_page", "audit_visit", "not_audited"]
