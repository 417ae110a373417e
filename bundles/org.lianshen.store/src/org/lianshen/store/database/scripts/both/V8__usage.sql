-- How applications are used, month by month. Each import is a fact; a month of an application that comes again takes the new figures.

CREATE TABLE usage_batch (
    id UUID NOT NULL PRIMARY KEY,
    imported_at VARCHAR(40),
    content TEXT NOT NULL
);

CREATE TABLE usage_month (
    id UUID NOT NULL PRIMARY KEY,
    match_key VARCHAR NOT NULL UNIQUE,
    batch UUID NOT NULL REFERENCES usage_batch (id),
    entry_no INTEGER NOT NULL,
    content TEXT NOT NULL
);
