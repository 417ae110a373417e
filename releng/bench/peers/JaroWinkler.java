import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/**
 * For each text of {@code lines.tsv} in a folder the text of {@code projects.tsv} that DuckDB's jaro_winkler_similarity says is nearest: number of the row from 0, tab,
 * likeness, in {@code best.tsv}. A peer of {@code bench link}; run with duckdb_jdbc on the class path.
 */
final class JaroWinkler {

    private JaroWinkler() {
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (String table : List.of("lines", "projects")) {
                try (var create = connection.createStatement(); var insert = load(connection, create, table)) {
                    int row = 0;
                    for (String text : Files.readAllLines(folder.resolve(table + ".tsv"), StandardCharsets.UTF_8)) {
                        insert.setInt(1, row++);
                        insert.setString(2, text);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
            var best = new ArrayList<String>();
            try (var query = connection.createStatement(); ResultSet rows = query.executeQuery("""
                    select l.no, arg_max(p.no, jaro_winkler_similarity(l.text, p.text)) as project, max(jaro_winkler_similarity(l.text, p.text)) as likeness
                    from lines l cross join projects p group by l.no order by l.no""")) {
                while (rows.next()) {
                    best.add(rows.getInt("project") + "\t" + rows.getDouble("likeness"));
                }
            }
            Files.write(folder.resolve("best.tsv"), best, StandardCharsets.UTF_8);
        }
    }

    private static java.sql.PreparedStatement load(Connection connection, java.sql.Statement create, String table) throws java.sql.SQLException {
        create.execute("create table " + table + " (no integer, text varchar)");
        return connection.prepareStatement("insert into " + table + " values (?, ?)");
    }
}
