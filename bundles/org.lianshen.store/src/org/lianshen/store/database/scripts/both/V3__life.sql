-- Words of officers on links become three-valued and may name a share; words on IT lines and unit names; the life of findings.
ALTER TABLE link_decision ADD COLUMN revoked BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE link_decision ADD COLUMN share_fen BIGINT;

CREATE TABLE it_word (
    id UUID NOT NULL PRIMARY KEY,
    line_key VARCHAR NOT NULL,
    line UUID,
    answer VARCHAR(20) NOT NULL,
    said_by VARCHAR,
    said_at VARCHAR(40),
    note VARCHAR
);

CREATE TABLE unit_alias (
    id UUID NOT NULL PRIMARY KEY,
    alias VARCHAR NOT NULL,
    unit_name VARCHAR NOT NULL,
    revoked BOOLEAN NOT NULL,
    said_by VARCHAR,
    said_at VARCHAR(40),
    note VARCHAR
);

-- A run may be stored as what it changes in the run before, based_on; its contents are then those of that run with the changes.
ALTER TABLE check_run ADD COLUMN cause VARCHAR(20) DEFAULT 'CHECK' NOT NULL;
ALTER TABLE check_run ADD COLUMN based_on UUID;
ALTER TABLE check_run ADD COLUMN counts TEXT;

CREATE TABLE finding_act (
    id UUID NOT NULL PRIMARY KEY,
    fiscal_year INTEGER NOT NULL,
    rule_id VARCHAR(20) NOT NULL,
    finding_key VARCHAR NOT NULL,
    run UUID,
    done_at VARCHAR(40) NOT NULL,
    signed_by VARCHAR,
    recorded_by VARCHAR,
    body_code VARCHAR,
    on_behalf BOOLEAN NOT NULL,
    scan VARCHAR(64),
    detail TEXT NOT NULL
);

CREATE INDEX finding_act_year ON finding_act (fiscal_year, done_at);

-- A finding that a run has and the run before had not, or the other way round; content is what it said last.
CREATE TABLE finding_turn (
    run UUID NOT NULL,
    turn_no INTEGER NOT NULL,
    fiscal_year INTEGER NOT NULL,
    rule_id VARCHAR(20) NOT NULL,
    finding_key VARCHAR NOT NULL,
    turned_at VARCHAR(40) NOT NULL,
    present BOOLEAN NOT NULL,
    content TEXT,
    PRIMARY KEY (run, turn_no)
);

CREATE INDEX finding_turn_year ON finding_turn (fiscal_year, turned_at);
