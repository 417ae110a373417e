GRANT SELECT, INSERT ON own_key, known_key, key_word, exchange_package, carried_act TO desk;
