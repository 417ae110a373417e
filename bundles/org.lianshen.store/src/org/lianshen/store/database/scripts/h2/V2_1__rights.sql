GRANT SELECT, INSERT ON budget_page, sheet_layout TO desk;
