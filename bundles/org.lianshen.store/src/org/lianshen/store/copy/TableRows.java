package org.lianshen.store.copy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The rows of one table as JSON arrays, one a line, the same from either database. Columns are those that the database says it has. */
final class TableRows {

    private static final int AT_ONCE = 1000;
    private final JsonFactory json = new JsonFactory();
    private final Connection connection;
    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();

    /** @throws SQLException if there is no such table */
    TableRows(Connection connection, String table) throws SQLException {
        this.connection = connection;
        this.table = table;
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            var meta = rows.getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(meta.getColumnName(i).toLowerCase(Locale.ROOT));
                kinds.add(Kind.of(meta.getColumnTypeName(i)));
            }
        }
    }

    List<String> columns() {
        return columns;
    }

    long count() throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void each(RowConsumer consumer) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (var rows = statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + table)) {
                while (rows.next()) {
                    consumer.accept(text(rows));
                }
            }
        }
    }

    private String text(ResultSet row) throws SQLException, IOException {
        var text = new StringWriter(256);
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartArray();
            for (int i = 0; i < kinds.size(); i++) {
                kinds.get(i).write(row, i + 1, out);
            }
            out.writeEndArray();
        }
        return text.toString();
    }

    /** Inserts all rows that the parser gives. @param columnsOfRows the columns in the order of the rows */
    void insert(JsonParser in, List<String> columnsOfRows, Step step) throws SQLException, IOException {
        var kindsOfRows = columnsOfRows.stream().map(column -> kinds.get(columns.indexOf(column))).toList();
        String places = String.join(", ", columnsOfRows.stream().map(column -> "?").toList());
        try (var insert = connection.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", columnsOfRows) + ") VALUES (" + places + ")")) {
            int waiting = 0;
            while (in.nextToken() == JsonToken.START_ARRAY) {
                for (int i = 0; i < kindsOfRows.size(); i++) {
                    in.nextToken();
                    kindsOfRows.get(i).read(in, insert, i + 1);
                }
                if (in.nextToken() != JsonToken.END_ARRAY) {
                    throw new IOException("a row of " + table + " is too long");
                }
                insert.addBatch();
                waiting++;
                step.done();
                if (waiting == AT_ONCE) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    interface RowConsumer {
        void accept(String row) throws IOException;
    }

    interface Step {
        void done();
    }

    private enum Kind {
        ID {
            @Override
            void write(ResultSet row, int column, JsonGenerator out) throws SQLException, IOException {
                UUID id = row.getObject(column, UUID.class);
                out.writeString(id == null ? null : id.toString());
            }

            @Override
            void read(JsonParser in, PreparedStatement insert, int column) throws SQLException, IOException {
                insert.setObject(column, in.currentToken() == JsonToken.VALUE_NULL ? null : UUID.fromString(in.getText()));
            }
        },
        TEXT {
            @Override
            void write(ResultSet row, int column, JsonGenerator out) throws SQLException, IOException {
                out.writeString(row.getString(column));
            }

            @Override
            void read(JsonParser in, PreparedStatement insert, int column) throws SQLException, IOException {
                insert.setString(column, in.currentToken() == JsonToken.VALUE_NULL ? null : in.getText());
            }
        },
        NUMBER {
            @Override
            void write(ResultSet row, int column, JsonGenerator out) throws SQLException, IOException {
                out.writeNumber(row.getLong(column));
            }

            @Override
            void read(JsonParser in, PreparedStatement insert, int column) throws SQLException, IOException {
                insert.setLong(column, in.getLongValue());
            }
        },
        BYTES {
            @Override
            void write(ResultSet row, int column, JsonGenerator out) throws SQLException, IOException {
                out.writeBinary(row.getBytes(column));
            }

            @Override
            void read(JsonParser in, PreparedStatement insert, int column) throws SQLException, IOException {
                insert.setBytes(column, in.getBinaryValue());
            }
        },
        FLAG {
            @Override
            void write(ResultSet row, int column, JsonGenerator out) throws SQLException, IOException {
                out.writeBoolean(row.getBoolean(column));
            }

            @Override
            void read(JsonParser in, PreparedStatement insert, int column) throws SQLException, IOException {
                insert.setBoolean(column, in.getBooleanValue());
            }
        };

        abstract void write(ResultSet row, int column, JsonGenerator out) throws SQLException, IOException;

        abstract void read(JsonParser in, PreparedStatement insert, int column) throws SQLException, IOException;

        static Kind of(String type) {
            return switch (type.toLowerCase(Locale.ROOT)) {
                case "uuid" -> ID;
                case "character varying", "character large object", "varchar", "text" -> TEXT;
                case "integer", "bigint", "int4", "int8" -> NUMBER;
                case "binary varying", "bytea" -> BYTES;
                case "boolean", "bool" -> FLAG;
                default -> throw new IllegalStateException("no form for a column of type " + type);
            };
        }
    }
}
