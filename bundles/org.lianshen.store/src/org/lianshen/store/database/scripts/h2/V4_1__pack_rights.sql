-- H2 only. What was shipped and what was published is added, never changed or removed.
GRANT SELECT, INSERT ON pack_base, pack_version TO desk;
GRANT SELECT, INSERT, UPDATE, DELETE ON pack_draft TO desk;
