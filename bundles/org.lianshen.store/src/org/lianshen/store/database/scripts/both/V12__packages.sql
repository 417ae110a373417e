-- Keys and packages by which opinions travel without a network. Facts: added, never changed.
CREATE TABLE own_key (
    fingerprint VARCHAR(64) NOT NULL PRIMARY KEY,
    made_at VARCHAR(40) NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE known_key (
    fingerprint VARCHAR(64) NOT NULL PRIMARY KEY,
    made_at VARCHAR(40) NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE key_word (
    id UUID NOT NULL PRIMARY KEY,
    said_at VARCHAR(40) NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE exchange_package (
    id UUID NOT NULL PRIMARY KEY,
    done_at VARCHAR(40) NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE carried_act (
    act UUID NOT NULL PRIMARY KEY,
    package UUID NOT NULL REFERENCES exchange_package (id)
);
