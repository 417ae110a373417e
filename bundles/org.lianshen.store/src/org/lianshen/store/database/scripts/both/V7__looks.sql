-- Who looked at a review when, and what was there to be seen: the mark that a reminder was seen, and where somebody's news begin. Facts: added, never changed.
CREATE TABLE review_look (
    proposal UUID NOT NULL REFERENCES proposal (id),
    account VARCHAR(200) NOT NULL,
    seq INTEGER NOT NULL,
    version_no INTEGER NOT NULL,
    looked_at VARCHAR(40) NOT NULL,
    PRIMARY KEY (proposal, account, seq, version_no)
);
