-- Rule packs. A shipped pack that the store was worked under is kept whole; what was published over it, and what is drafted, are the differences (JSON), laid over by key.

CREATE TABLE pack_base (
    place VARCHAR(100) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    version_name VARCHAR(100) NOT NULL,
    content TEXT NOT NULL,
    seen_at VARCHAR(40) NOT NULL,
    seal VARCHAR(64) NOT NULL,
    PRIMARY KEY (place, digest)
);

-- Rows are added, never changed; seal is the SHA-256 of what the row says, checked at every reading.
CREATE TABLE pack_version (
    place VARCHAR(100) NOT NULL,
    version_no INTEGER NOT NULL,
    base_version VARCHAR(100) NOT NULL,
    base_digest VARCHAR(64) NOT NULL,
    valid_from VARCHAR(20) NOT NULL,
    edits TEXT NOT NULL,
    reason TEXT NOT NULL,
    published_at VARCHAR(40) NOT NULL,
    published_by VARCHAR NOT NULL,
    digest VARCHAR(64) NOT NULL,
    seal VARCHAR(64) NOT NULL,
    PRIMARY KEY (place, version_no),
    FOREIGN KEY (place, base_digest) REFERENCES pack_base (place, digest)
);

CREATE TABLE pack_draft (
    place VARCHAR(100) NOT NULL PRIMARY KEY,
    edits TEXT NOT NULL,
    edited_at VARCHAR(40),
    edited_by VARCHAR,
    row_version BIGINT NOT NULL
);
