-- Wording of papers as the office changed it. Facts: added, never changed; an empty content is the wording that the program ships.
CREATE TABLE paper_template (
    kind VARCHAR(40) NOT NULL,
    version_no INTEGER NOT NULL,
    content TEXT,
    saved_at VARCHAR(40) NOT NULL,
    saved_by VARCHAR(200) NOT NULL,
    PRIMARY KEY (kind, version_no)
);
