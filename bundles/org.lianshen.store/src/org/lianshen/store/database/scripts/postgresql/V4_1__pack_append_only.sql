-- PostgreSQL only. What was shipped and what was published is added, never changed or removed.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON pack_base FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON pack_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
