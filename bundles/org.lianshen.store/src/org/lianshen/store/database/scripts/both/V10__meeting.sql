-- What happened in a meeting (who left the room and came back) and what follows from it (something to be done, done, to be done after all). Facts: added, never changed.
CREATE TABLE meeting_act (
    id UUID NOT NULL PRIMARY KEY,
    meeting UUID NOT NULL REFERENCES meeting (id),
    seq INTEGER NOT NULL,
    done_by VARCHAR(200) NOT NULL,
    done_at VARCHAR(40) NOT NULL,
    detail TEXT NOT NULL,
    UNIQUE (meeting, seq)
);
