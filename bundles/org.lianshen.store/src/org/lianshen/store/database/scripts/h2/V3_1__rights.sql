-- Contents of old runs are thinned; that a run was, who made it and which findings came and went stays.
GRANT SELECT, INSERT ON it_word, unit_alias, finding_act, finding_turn TO desk;
GRANT DELETE ON check_part TO desk;
