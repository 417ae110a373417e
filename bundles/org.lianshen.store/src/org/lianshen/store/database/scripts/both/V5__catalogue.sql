-- What exists already: systems, components, data, purchased data, models, assets. Each import is a fact; an entry that comes again takes the new content.

CREATE TABLE catalogue_batch (
    id UUID NOT NULL PRIMARY KEY,
    imported_at VARCHAR(40),
    content TEXT NOT NULL
);

CREATE TABLE catalogue_entry (
    id UUID NOT NULL PRIMARY KEY,
    match_key VARCHAR NOT NULL UNIQUE,
    batch UUID NOT NULL REFERENCES catalogue_batch (id),
    entry_no INTEGER NOT NULL,
    content TEXT NOT NULL
);
