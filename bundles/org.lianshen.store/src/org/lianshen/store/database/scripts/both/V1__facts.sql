-- Facts as rows, understood by H2 and by PostgreSQL. Moments are ISO 8601 text in UTC: readable, sortable, and exact to the nanosecond in both.
-- Documents (forms, readings, agendas …) are JSON text beside the columns that are looked for.

CREATE TABLE setting (
    name VARCHAR(100) NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
);

CREATE TABLE account (
    name VARCHAR(200) NOT NULL PRIMARY KEY,
    display VARCHAR NOT NULL,
    body_code VARCHAR,
    unit_name VARCHAR,
    roles VARCHAR NOT NULL,
    password_hash VARCHAR,
    failed_attempts INTEGER NOT NULL,
    locked_until VARCHAR(40),
    active BOOLEAN NOT NULL,
    row_version BIGINT NOT NULL
);

CREATE TABLE running_number (
    series VARCHAR(200) NOT NULL PRIMARY KEY,
    last_no INTEGER NOT NULL
);

CREATE TABLE proposal (
    id UUID NOT NULL PRIMARY KEY,
    review_no VARCHAR(100) UNIQUE,
    draft TEXT NOT NULL,
    explanations TEXT NOT NULL,
    created_by VARCHAR,
    edited_at VARCHAR(40),
    edited_by VARCHAR,
    row_version BIGINT NOT NULL
);

-- Rows are added, never changed; seal is the SHA-256 of what the row says, checked at every reading.
CREATE TABLE proposal_version (
    proposal UUID NOT NULL REFERENCES proposal (id),
    version_no INTEGER NOT NULL,
    form TEXT NOT NULL,
    digest VARCHAR(128),
    submitted_at VARCHAR(40),
    submitted_by VARCHAR,
    explanations TEXT NOT NULL,
    pack_version VARCHAR,
    seal VARCHAR(64) NOT NULL,
    PRIMARY KEY (proposal, version_no)
);

CREATE TABLE review_act (
    proposal UUID NOT NULL REFERENCES proposal (id),
    seq INTEGER NOT NULL,
    id UUID NOT NULL UNIQUE,
    round_no INTEGER NOT NULL,
    body_code VARCHAR,
    signed_by VARCHAR,
    recorded_by VARCHAR,
    on_behalf BOOLEAN NOT NULL,
    scan VARCHAR(64),
    done_at VARCHAR(40),
    detail TEXT NOT NULL,
    PRIMARY KEY (proposal, seq)
);

CREATE TABLE opinion_draft (
    proposal UUID NOT NULL REFERENCES proposal (id),
    body_code VARCHAR(100) NOT NULL,
    opinion TEXT NOT NULL,
    PRIMARY KEY (proposal, body_code)
);

CREATE TABLE meeting (
    id UUID NOT NULL PRIMARY KEY,
    meeting_no VARCHAR(100) UNIQUE,
    content TEXT NOT NULL,
    row_version BIGINT NOT NULL
);

CREATE TABLE ledger_batch (
    id UUID NOT NULL PRIMARY KEY,
    imported_at VARCHAR(40),
    content TEXT NOT NULL
);

CREATE TABLE ledger_project (
    id UUID NOT NULL PRIMARY KEY,
    match_key VARCHAR NOT NULL UNIQUE,
    batch UUID NOT NULL REFERENCES ledger_batch (id),
    content TEXT NOT NULL
);

CREATE TABLE budget_batch (
    id UUID NOT NULL PRIMARY KEY,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    fiscal_year INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    sheets TEXT NOT NULL,
    line_count INTEGER NOT NULL,
    replaces UUID,
    imported_at VARCHAR(40),
    imported_by VARCHAR,
    undone_at VARCHAR(40)
);

CREATE TABLE budget_line (
    batch UUID NOT NULL,
    line_no INTEGER NOT NULL,
    id UUID NOT NULL,
    fiscal_year INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    sheet VARCHAR NOT NULL,
    row_no INTEGER NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (batch, line_no)
);

CREATE UNIQUE INDEX budget_line_id ON budget_line (id);

CREATE TABLE link_decision (
    id UUID NOT NULL PRIMARY KEY,
    line_key VARCHAR NOT NULL,
    line UUID,
    project UUID NOT NULL,
    confirmed BOOLEAN NOT NULL,
    decided_by VARCHAR,
    decided_at VARCHAR(40),
    note VARCHAR
);

CREATE TABLE check_run (
    id UUID NOT NULL PRIMARY KEY,
    fiscal_year INTEGER NOT NULL,
    as_of VARCHAR(20),
    pack VARCHAR,
    run_at VARCHAR(40) NOT NULL,
    run_by VARCHAR
);

CREATE INDEX check_run_year ON check_run (fiscal_year, run_at);

-- The results of a run in pieces of some hundred kilobytes: kind is LINES or FINDINGS.
CREATE TABLE check_part (
    run UUID NOT NULL REFERENCES check_run (id),
    part_no INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (run, part_no)
);

CREATE TABLE appraisal (
    id UUID NOT NULL PRIMARY KEY,
    content TEXT NOT NULL,
    row_version BIGINT NOT NULL
);

CREATE TABLE audit_record (
    seq BIGINT NOT NULL PRIMARY KEY,
    done_at VARCHAR(40) NOT NULL,
    actor VARCHAR NOT NULL,
    role_name VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    object VARCHAR,
    from_state VARCHAR,
    to_state VARCHAR,
    note TEXT,
    previous VARCHAR(64) NOT NULL,
    hash VARCHAR(64) NOT NULL
);

-- Where the chain ends. One row; writers lock it, so that the chain has one end only, and a chain cut short disagrees with it.
CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    CONSTRAINT audit_head_single CHECK (id = 1)
);

INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
