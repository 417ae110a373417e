-- H2 only. The desks work as a user who cannot change or remove what is a fact for good; the owner makes the schema and nothing else.
SET MAX_LENGTH_INPLACE_LOB 1000000;

CREATE USER IF NOT EXISTS desk PASSWORD 'desk';

GRANT SELECT, INSERT, UPDATE, DELETE ON setting, account, running_number, proposal, opinion_draft, meeting, ledger_project, appraisal TO desk;
GRANT SELECT, INSERT, UPDATE ON budget_batch, audit_head TO desk;
GRANT SELECT, INSERT ON proposal_version, review_act, ledger_batch, budget_line, link_decision, check_run, check_part, audit_record TO desk;
GRANT SELECT ON "schema_history" TO desk;
