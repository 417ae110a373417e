-- Papers as they were signed. Facts: added, never changed. digest is the SHA-256 of content, seal that of the whole row, checked at every reading.
CREATE TABLE paper_issue (
    id UUID NOT NULL PRIMARY KEY,
    kind VARCHAR(40) NOT NULL,
    subject UUID NOT NULL,
    part VARCHAR(200) NOT NULL,
    version_no INTEGER NOT NULL,
    paper_no VARCHAR NOT NULL,
    code VARCHAR(20) NOT NULL,
    audit_seq BIGINT NOT NULL,
    signed_by VARCHAR,
    signed_at VARCHAR(40) NOT NULL,
    content TEXT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    seal VARCHAR(64) NOT NULL,
    CONSTRAINT paper_issue_version UNIQUE (subject, kind, part, version_no)
);

CREATE INDEX paper_issue_no ON paper_issue (paper_no);
CREATE INDEX paper_issue_code ON paper_issue (code);
