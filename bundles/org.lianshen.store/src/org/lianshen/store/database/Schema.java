package org.lianshen.store.database;

import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The schema as a row of numbered scripts, run by Flyway. The scripts are named here and not searched for: a class-path search finds nothing inside OSGi.
 * Flyway is not touched at all where a store is of the current version already, which saves its start-up at every opening.
 */
public final class Schema {

    /** Flyway's table of what has been run. */
    static final String HISTORY = "schema_history";
    private static final List<Step> STEPS = List.of(
            new Step("V1__facts.sql", "V1_1__rights.sql", "V1_1__append_only.sql"),
            new Step("V2__pages.sql", "V2_1__rights.sql", "V2_1__append_only.sql"),
            new Step("V3__life.sql", "V3_1__rights.sql", "V3_1__append_only.sql"),
            new Step("V4__packs.sql", "V4_1__pack_rights.sql", "V4_1__pack_append_only.sql"),
            new Step("V5__catalogue.sql", "V5_1__catalogue_rights.sql", "V5_1__catalogue_append_only.sql"),
            new Step("V6__paper.sql", "V6_1__rights.sql", "V6_1__append_only.sql"),
            new Step("V7__looks.sql", "V7_1__rights.sql", "V7_1__append_only.sql"),
            new Step("V8__usage.sql", "V8_1__usage_rights.sql", "V8_1__usage_append_only.sql"),
            new Step("V9__experts.sql", "V9_1__expert_rights.sql", "V9_1__expert_append_only.sql"),
            new Step("V10__meeting.sql", "V10_1__meeting_rights.sql", "V10_1__meeting_append_only.sql"),
            new Step("V11__templates.sql", "V11_1__template_rights.sql", "V11_1__template_append_only.sql"),
            new Step("V11_2__issue.sql", "V11_3__issue_rights.sql", "V11_3__issue_append_only.sql"),
            new Step("V12__packages.sql", "V12_1__package_rights.sql", "V12_1__package_append_only.sql"));
    private final List<Script> scripts;

    private Schema(List<Script> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    public static Schema ofH2() {
        return new Schema(STEPS.stream().flatMap(step -> Stream.of(Script.load("both", step.both), Script.load("h2", step.h2))).toList());
    }

    public static Schema ofPostgres() {
        return new Schema(STEPS.stream().flatMap(step -> Stream.of(Script.load("both", step.both), Script.load("postgresql", step.postgresql))).toList());
    }

    /** The scripts of one version. */
    private record Step(String both, String h2, String postgresql) {
    }

    /** The same schema with a further step. */
    public Schema with(Script step) {
        var more = new ArrayList<>(scripts);
        more.add(step);
        return new Schema(more);
    }

    /** The version that this program writes. */
    public int current() {
        return scripts.stream().mapToInt(Script::version).max().orElseThrow();
    }

    /** The version found, 0 where there is no schema. Where a script was never run although later ones were, it is the version before it, so that it is run now. */
    public int found(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT \"version\" FROM \"" + HISTORY + "\" WHERE \"success\" = TRUE AND \"version\" IS NOT NULL")) {
            var run = new HashSet<MigrationVersion>();
            while (rows.next()) {
                run.add(MigrationVersion.fromVersion(rows.getString(1)));
            }
            int last = run.stream().mapToInt(version -> version.getMajor().intValue()).max().orElse(0);
            return scripts.stream().filter(script -> script.version() <= last && !run.contains(script.number())).mapToInt(script -> script.version() - 1).min().orElse(last);
        }
    }

    /** @throws SQLException if a step fails */
    public void bringTo(int version, DataSource source) throws SQLException {
        try {
            migrate(version, source);
        } catch (FlywayException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException fault) {
                    throw fault;
                }
            }
            throw e;
        }
    }

    private void migrate(int version, DataSource source) {
        Flyway.configure(Schema.class.getClassLoader()).dataSource(source).table(HISTORY).locations(new String[0]).resourceProvider(new Scripts(scripts.stream().filter(script -> script.version() <= version).toList()))
                .javaMigrationClassProvider(List::of).loggers("slf4j").outOfOrder(true)
                .validateMigrationNaming(true).load().migrate();
    }

    private record Scripts(List<Script> scripts) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return scripts.stream().filter(script -> script.name().equals(name)).map(Schema::resource).findFirst().orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts.stream().filter(script -> script.name().startsWith(prefix) && Arrays.stream(suffixes).anyMatch(script.name()::endsWith))
                    .map(Schema::resource).toList();
        }
    }

    private static LoadableResource resource(Script script) {
        return new LoadableResource() {
            @Override
            public Reader read() {
                return new StringReader(script.sql());
            }

            @Override
            public String getAbsolutePath() {
                return script.name();
            }

            @Override
            public String getAbsolutePathOnDisk() {
                return script.name();
            }

            @Override
            public String getFilename() {
                return script.name();
            }

            @Override
            public String getRelativePath() {
                return script.name();
            }
        };
    }
}
