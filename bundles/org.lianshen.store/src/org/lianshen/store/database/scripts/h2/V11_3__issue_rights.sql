GRANT SELECT, INSERT ON paper_issue TO desk;
