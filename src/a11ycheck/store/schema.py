"""The tables of the audit file, as named migrations that are applied once and recorded in the file."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("a11ycheck")


@migrations()
def m001_runs_targets_findings(db: Database) -> None:
    """Runs, their targets, and every outcome; rule texts and groups are stored once."""
    for statement in _M001.split(";"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m002_variants_of_findings(db: Database) -> None:
    """A finding names the variants that show it; an empty list means its target's own."""
    db.execute("ALTER TABLE finding ADD COLUMN variants TEXT NOT NULL DEFAULT '[]'")


@migrations()
def m003_verdicts(db: Database) -> None:
    """Verdicts of people with their history, the audit samples they were given on, and files that show why."""
    for statement in _M003.split(";"):
        db.execute(statement)


@migrations()
def m004_carried_over(db: Database) -> None:
    """Answers of an older report, to be confirmed."""
    for statement in _M004.split(";"):
        db.execute(statement)


@migrations()
def m005_locale_build_address_processes(db: Database) -> None:
    """A verdict says in which language, on which build and at which address; a sample names its complete processes."""
    for column in ("locale", "build", "url"):
        db.execute(f"ALTER TABLE verdict ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE audit_sample ADD COLUMN processes TEXT NOT NULL DEFAULT '[]'")


@migrations()
def m006_pictures(db: Database) -> None:
    """How the example of each group looks; equal pictures are kept once."""
    for statement in _M006.split(";"):
        db.execute(statement)


_M001 = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    status TEXT NOT NULL DEFAULT 'running',
    tool_version TEXT NOT NULL,
    config TEXT NOT NULL,
    versions TEXT NOT NULL DEFAULT '{}'
);
CREATE TABLE visit (
    run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
    ord INTEGER NOT NULL,
    plan TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,
    driven INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, ord)
) WITHOUT ROWID;
CREATE TABLE target (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
    ord INTEGER NOT NULL,
    url TEXT NOT NULL,
    state TEXT NOT NULL,
    variant TEXT NOT NULL,
    page_key TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    message TEXT NOT NULL,
    facts TEXT NOT NULL,
    target TEXT NOT NULL,
    driven INTEGER NOT NULL DEFAULT 0,
    cluster TEXT NOT NULL DEFAULT '',
    seconds REAL NOT NULL,
    UNIQUE (run_id, ord, url, state, variant)
);
CREATE INDEX target_by_order ON target (run_id, ord);
CREATE TABLE rule (
    id INTEGER PRIMARY KEY,
    check_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    criteria TEXT NOT NULL,
    best_practice INTEGER NOT NULL,
    act TEXT NOT NULL,
    help TEXT NOT NULL,
    help_url TEXT NOT NULL,
    UNIQUE (check_id, rule, criteria, best_practice, act, help, help_url)
);
CREATE TABLE rule_outcome (
    target_id INTEGER NOT NULL REFERENCES target(id) ON DELETE CASCADE,
    rule_id INTEGER NOT NULL REFERENCES rule(id),
    outcome TEXT NOT NULL,
    message TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (target_id, rule_id, outcome)
) WITHOUT ROWID;
CREATE INDEX rule_outcome_by_rule ON rule_outcome (rule_id);
CREATE TABLE finding_group (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    UNIQUE (run_id, key)
);
CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    target_id INTEGER NOT NULL REFERENCES target(id) ON DELETE CASCADE,
    rule_id INTEGER NOT NULL REFERENCES rule(id),
    group_id INTEGER NOT NULL REFERENCES finding_group(id),
    outcome TEXT NOT NULL,
    impact TEXT,
    message TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    selector TEXT NOT NULL,
    html TEXT NOT NULL,
    location TEXT NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX finding_by_target ON finding (target_id);
CREATE INDEX finding_by_group ON finding (group_id);
CREATE INDEX finding_by_fingerprint ON finding (fingerprint);
CREATE TABLE evidence (
    target_id INTEGER NOT NULL REFERENCES target(id) ON DELETE CASCADE,
    collector TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (target_id, collector)
) WITHOUT ROWID;
CREATE TABLE shared_evidence (
    key TEXT PRIMARY KEY,
    body BLOB NOT NULL
) WITHOUT ROWID
"""
_M003 = """
CREATE TABLE verdict (
    uid TEXT PRIMARY KEY,
    seq INTEGER NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    key TEXT NOT NULL,
    place TEXT NOT NULL,
    tester TEXT NOT NULL,
    result TEXT NOT NULL,
    signed INTEGER NOT NULL,
    settles INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    undone TEXT NOT NULL,
    note TEXT NOT NULL,
    severity TEXT NOT NULL,
    method TEXT NOT NULL,
    assistive_technology TEXT NOT NULL,
    browser TEXT NOT NULL,
    system TEXT NOT NULL,
    role TEXT NOT NULL,
    product_version TEXT NOT NULL,
    digests TEXT NOT NULL,
    sample TEXT NOT NULL
);
CREATE INDEX verdict_by_thing ON verdict (subject, key, place);
CREATE INDEX verdict_by_tester ON verdict (tester, seq);
CREATE TABLE audit_sample (
    id INTEGER PRIMARY KEY,
    stamp TEXT NOT NULL,
    tester TEXT NOT NULL,
    scope TEXT NOT NULL,
    seed INTEGER NOT NULL,
    percent INTEGER NOT NULL,
    digest TEXT NOT NULL,
    pages TEXT NOT NULL
);
CREATE TABLE attachment (
    sha256 TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE TABLE attached (
    subject TEXT NOT NULL,
    key TEXT NOT NULL,
    place TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES attachment(sha256),
    name TEXT NOT NULL,
    tester TEXT NOT NULL,
    stamp TEXT NOT NULL,
    PRIMARY KEY (subject, key, place, sha256)
) WITHOUT ROWID
"""
_M004 = """
CREATE TABLE older_report (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    file TEXT NOT NULL,
    title TEXT NOT NULL,
    maker TEXT NOT NULL,
    date TEXT NOT NULL,
    product TEXT NOT NULL
);
CREATE TABLE carried_over (
    num TEXT NOT NULL,
    component TEXT NOT NULL,
    level TEXT NOT NULL,
    remarks TEXT NOT NULL,
    PRIMARY KEY (num, component)
) WITHOUT ROWID
"""
_M006 = """
CREATE TABLE picture_file (
    sha256 TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE TABLE picture (
    group_id INTEGER PRIMARY KEY REFERENCES finding_group(id) ON DELETE CASCADE,
    target_id INTEGER NOT NULL REFERENCES target(id) ON DELETE CASCADE,
    element TEXT NOT NULL REFERENCES picture_file(sha256),
    place TEXT NOT NULL REFERENCES picture_file(sha256),
    down REAL NOT NULL
)
"""
