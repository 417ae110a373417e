GRANT SELECT, INSERT, UPDATE, DELETE ON catalogue_entry TO desk;
GRANT SELECT, INSERT ON catalogue_batch TO desk;
