-- PostgreSQL only. What is a fact for good can be added, never changed or removed, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON proposal_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_act FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_batch FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON budget_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON link_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON check_run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON check_part FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Attachments: no folder is shared by several desktops. Kept in pieces, so that no row grows with the file.
CREATE TABLE kept_file (
    sha256 VARCHAR(64) NOT NULL PRIMARY KEY,
    bytes BIGINT NOT NULL
);

CREATE TABLE kept_file_part (
    sha256 VARCHAR(64) NOT NULL REFERENCES kept_file (sha256),
    part_no INTEGER NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (sha256, part_no)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kept_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kept_file_part FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
