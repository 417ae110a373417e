package org.lianshen.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.lianshen.model.Ids;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.service.Progress;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;
import org.lianshen.store.files.Remains;
import org.lianshen.store.json.CellsJson;

/**
 * Figures by command: {@code StoreBench [lines]}. Budget lines of 20 cells in and out, beside a bare H2 table that gets the same text in one column; small
 * transactions, beside a bare write and force of a file on the same disk; opening and backup.
 */
public final class StoreBench {

    private static final int CELLS = 20;
    private static final int SMALL = 200;
    private final Ids ids = new Ids(Clock.systemUTC());
    private final int count;

    private StoreBench(int count) {
        this.count = count;
    }

    public static void main(String[] args) throws Exception {
        var bench = new StoreBench(args.length > 0 ? Integer.parseInt(args[0]) : 100_000);
        Path folder = Files.createTempDirectory("lianshen-bench");
        try {
            bench.bareForce(folder);
            bench.bareTable(folder);
            bench.store("H2", new H2StoreProvider(Clock.systemUTC()), new StoreLocation.Folder(folder.resolve("store")), folder);
            System.out.printf("H2 file %.1f MB%n", Files.size(folder.resolve("store/lianshen.mv.db")) / 1e6);
            bench.store("PostgreSQL", new PostgresStoreProvider(Clock.systemUTC()), PostgresForTests.emptySchema(), folder);
        } finally {
            Remains.remove(folder);
        }
        System.exit(0);
    }

    private List<BudgetLine> lines(BudgetBatch batch) {
        var fields = List.of(BudgetField.values()).subList(0, CELLS);
        var lines = new ArrayList<BudgetLine>(count);
        for (int row = 1; row <= count; row++) {
            var values = new EnumMap<BudgetField, String>(BudgetField.class);
            for (BudgetField field : fields) {
                values.put(field, switch (field.kind()) {
                    case MONEY -> row * 37 % 1_000_000 + ".50";
                    case DATE -> "2026-03-15";
                    case CODE -> "330502" + (1_000_000 + row);
                    case TEXT -> "信息系统运行维护 " + row % 977;
                });
            }
            lines.add(new BudgetLine(ids.next(), batch.id(), 2026, SheetKind.ANNUAL, "部门预算项目表", row, values, Map.of()));
        }
        return lines;
    }

    private BudgetBatch batch() {
        return new BudgetBatch(ids.next(), "b.xlsx", "00".repeat(32), 2026, SheetKind.ANNUAL, List.of(), count, null, Clock.systemUTC().instant(), "li", null);
    }

    private void bareForce(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder.resolve("bare"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            for (int i = 0; i < SMALL; i++) {
                channel.write(ByteBuffer.allocate(4096));
                channel.force(true);
            }
            System.out.printf("peer: 4 KB write and force %.2f ms%n", millis(start) / SMALL);
        }
    }

    private void bareTable(Path folder) throws SQLException {
        var json = new CellsJson();
        var texts = lines(batch()).stream().map(line -> json.write(line.values(), line.raw())).toList();
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + folder.toAbsolutePath() + "/bare;WRITE_DELAY=0");
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE bare (id BIGINT PRIMARY KEY, cells VARCHAR)");
            long start = System.nanoTime();
            double processor = processorMillis();
            try (var insert = connection.prepareStatement("INSERT INTO bare VALUES (?, ?)")) {
                for (int i = 0; i < texts.size(); i++) {
                    insert.setLong(1, i);
                    insert.setString(2, texts.get(i));
                    insert.addBatch();
                    if (i % 1000 == 999) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            System.out.printf("peer: bare H2 table, %d lines in %.0f ms, processor %.0f ms%n", count, millis(start), processorMillis() - processor);
        }
    }

    private void store(String name, StoreProvider provider, StoreLocation location, Path folder) throws IOException {
        long start = System.nanoTime();
        Store store = provider.create(location);
        store.write("li", "", tx -> {
            tx.settings().put("kind", "ONE_PERSON");
            tx.audit().append(AuditEntry.of("create", ""));
            return null;
        });
        System.out.printf("%s: created in %.0f ms%n", name, millis(start));
        long before = location instanceof StoreLocation.Folder place ? Files.size(file(place)) : 0;
        start = System.nanoTime();
        for (int i = 0; i < SMALL; i++) {
            String value = String.valueOf(i);
            store.write("li", "", tx -> {
                tx.settings().put("small", value);
                tx.audit().append(AuditEntry.of("small", value));
                return null;
            });
        }
        System.out.printf("%s: small transaction with audit record %.2f ms%n", name, millis(start) / SMALL);
        if (location instanceof StoreLocation.Folder place) {
            System.out.printf("%s: the file grew by %.1f KB for each of them%n", name, (Files.size(file(place)) - before) / 1e3 / SMALL);
        }
        for (int round = 1; round <= 3; round++) {
            lines(name, store, round);
        }
        start = System.nanoTime();
        store.close();
        double closed = millis(start);
        start = System.nanoTime();
        store = provider.open(location);
        System.out.printf("%s: closed in %.0f ms, opened in %.0f ms%n", name, closed, millis(start));
        start = System.nanoTime();
        var copy = store.backup(folder.resolve("backup"), Progress.NONE);
        System.out.printf("%s: backup of %d lines, checked, %.0f ms, %.1f MB%n", name, copy.rows().get("budget_line"), millis(start), copy.bytes() / 1e6);
        store.close();
    }

    private static Path file(StoreLocation.Folder place) {
        return place.folder().resolve("lianshen.mv.db");
    }

    private void lines(String name, Store store, int round) {
        var batch = batch();
        var lines = lines(batch);
        long start = System.nanoTime();
        double processor = processorMillis();
        store.write("li", "", tx -> {
            tx.budgets().batches().forEach(old -> tx.budgets().undo(old.id(), Clock.systemUTC().instant()));
            tx.budgets().add(batch, lines);
            tx.audit().append(AuditEntry.of("import", ""));
            return null;
        });
        double in = millis(start);
        double processorIn = processorMillis() - processor;
        start = System.nanoTime();
        processor = processorMillis();
        int found = store.read(tx -> tx.budgets().lines(2026)).size();
        System.out.printf("%s round %d: %d lines in %.0f ms, processor %.0f ms; %d loaded in %.0f ms, processor %.0f ms%n", name, round, count, in, processorIn, found,
                millis(start), processorMillis() - processor);
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Processor time of this thread: says more than the clock on a machine that does other things too. */
    private static double processorMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }
}
