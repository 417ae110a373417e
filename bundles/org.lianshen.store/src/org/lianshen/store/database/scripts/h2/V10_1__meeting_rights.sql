GRANT SELECT, INSERT ON meeting_act TO desk;
