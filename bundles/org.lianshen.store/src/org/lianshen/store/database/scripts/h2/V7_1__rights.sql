GRANT SELECT, INSERT ON review_look TO desk;
