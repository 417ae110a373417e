GRANT SELECT, INSERT ON paper_template TO desk;
