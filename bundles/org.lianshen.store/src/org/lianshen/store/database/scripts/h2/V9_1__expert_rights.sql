GRANT SELECT, INSERT ON expert_act TO desk;
GRANT SELECT, INSERT, UPDATE, DELETE ON expert, score_draft TO desk;
