CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON it_word FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON unit_alias FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_act FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_turn FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Contents of old runs are thinned; that a run was, who made it and which findings came and went stays.
DROP TRIGGER append_only ON check_part;
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON check_part FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
