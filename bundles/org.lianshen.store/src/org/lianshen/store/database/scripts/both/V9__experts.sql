-- The pool of experts, and what was done about the experts of projects: seed, draw, invitations, score sheets, the group's opinion. Acts are facts: added, never changed.
CREATE TABLE expert (
    id UUID NOT NULL PRIMARY KEY,
    expert_no VARCHAR(40) NOT NULL UNIQUE,
    content TEXT NOT NULL,
    row_version BIGINT NOT NULL
);

CREATE TABLE expert_act (
    proposal UUID NOT NULL REFERENCES proposal (id),
    seq INTEGER NOT NULL,
    id UUID NOT NULL UNIQUE,
    round_no INTEGER NOT NULL,
    done_by VARCHAR(200) NOT NULL,
    done_at VARCHAR(40) NOT NULL,
    step TEXT NOT NULL,
    PRIMARY KEY (proposal, seq)
);

CREATE TABLE score_draft (
    proposal UUID NOT NULL REFERENCES proposal (id),
    expert UUID NOT NULL REFERENCES expert (id),
    sheet TEXT NOT NULL,
    PRIMARY KEY (proposal, expert)
);
