package org.lianshen.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A numbered step of the schema.
 *
 * @param name {@code V1__facts.sql}: what both databases understand has whole numbers, what only one of them understands comes after it as {@code V1_1}, {@code V1_2} …
 * @param sql  its statements
 */
public record Script(String name, String sql) {

    /** @param folder {@code both}, {@code h2} or {@code postgresql} */
    static Script load(String folder, String name) {
        try (var in = Script.class.getResourceAsStream("scripts/" + folder + "/" + name)) {
            return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The whole number before an underscore. */
    int version() {
        return Integer.parseInt(name.substring(1, name.indexOf('_')));
    }

    /** The whole number as Flyway keeps it: 1.1 of {@code V1_1__rights.sql}. */
    MigrationVersion number() {
        return MigrationVersion.fromVersion(name.substring(1, name.indexOf("__")));
    }
}
