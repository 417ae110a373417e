GRANT SELECT, INSERT ON letter, ceiling_pin TO desk;
