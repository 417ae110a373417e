package org.lianshen.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.lianshen.service.Sessions.StoreState;

/** Tells what kind of store a database holds. */
final class Looking {

    private Looking() {
    }

    /** NONE where there is no schema, or one that was never filled in: its creation did not come to its end. */
    static StoreState state(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), connection.getMetaData().storesUpperCaseIdentifiers() ? "SETTING" : "setting", null)) {
            if (!tables.next()) {
                return StoreState.NONE;
            }
        }
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT content FROM setting WHERE name = 'kind'")) {
            if (!rows.next()) {
                return StoreState.NONE;
            }
            return switch (rows.getString(1)) {
                case "ONE_PERSON" -> StoreState.ONE_PERSON;
                case "ACCOUNTS" -> StoreState.ACCOUNTS;
                default -> StoreState.DAMAGED;
            };
        }
    }
}
