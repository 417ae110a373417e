-- Letters that told units their findings, and officers' words on projects under the ceiling of a year. Facts: added, never changed.
CREATE TABLE letter (
    id UUID NOT NULL PRIMARY KEY,
    fiscal_year INTEGER NOT NULL,
    written_at VARCHAR(40) NOT NULL,
    content TEXT NOT NULL
);

CREATE INDEX letter_year ON letter (fiscal_year, written_at);

CREATE TABLE ceiling_pin (
    id UUID NOT NULL PRIMARY KEY,
    fiscal_year INTEGER NOT NULL,
    project UUID NOT NULL,
    kind VARCHAR(20) NOT NULL,
    reason VARCHAR NOT NULL,
    said_by VARCHAR,
    said_at VARCHAR(40) NOT NULL
);

CREATE INDEX ceiling_pin_year ON ceiling_pin (fiscal_year, said_at);
