package org.lianshen.office.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Progress;
import org.lianshen.service.Session;
import org.lianshen.service.Sessions;
import org.lianshen.service.bench.Bench;
import org.lianshen.service.intake.BudgetIntake;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.store.StoreLocation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * {@code bench import [ROWS [ROUNDS [COLUMNS]]]}: rows a second and peak heap of the import of a made workbook (read and understood; and the whole import into a store on
 * disk: read, understood, checked, stored with the origin of every value, committed), beside a bare read of the same cells by org.dhatim fastexcel-reader and by POI's event
 * reader, in the same run. {@code bench import big}: the largest sheet there is, 1,048,576 rows of 12 columns; give the program {@code -Xmx256m} to see that it fits.
 */
@Component(service = Bench.class)
public final class ImportBench implements Bench {

    private static final int ROWS = 100_000;
    private static final int ROUNDS = 3;
    private static final int MOST_ROWS = 1_048_576;
    private static final int BIG_COLUMNS = 12;
    private static final long SEED = 20261121;

    private final SourceFiles files;
    private final Sessions sessions;

    @Activate
    public ImportBench(@Reference SourceFiles files, @Reference Sessions sessions) {
        this.files = files;
        this.sessions = sessions;
    }

    /** One thing that is measured. */
    private record Contender(String name, Work work) {
    }

    @FunctionalInterface
    private interface Work {
        /** @return rows seen */
        long run() throws IOException;
    }

    /** @param wall and {@code cpu} nanoseconds of each round, the latter of all threads; {@code peak} bytes of heap in use at the most, garbage included */
    private record Result(String name, long rows, long[] wall, long[] cpu, long peak) {
        double seconds() {
            return median(wall);
        }

        double cpuSeconds() {
            return median(cpu);
        }

        private static double median(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2] / 1e9;
        }
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public boolean run(List<String> args, PrintStream out) {
        boolean big = args.size() == 1 && args.getFirst().equals("big");
        int rows = big ? MOST_ROWS - SheetMaker.ABOVE : args.isEmpty() ? ROWS : Integer.parseInt(args.getFirst());
        int rounds = big ? 1 : args.size() < 2 ? ROUNDS : Integer.parseInt(args.get(1));
        int columns = big ? BIG_COLUMNS : args.size() < 3 ? SheetMaker.COLUMNS : Integer.parseInt(args.get(2));
        try {
            Path folder = Files.createTempDirectory("lianshen-bench");
            try {
                measure(folder, rows, rounds, columns, out);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private void measure(Path folder, int rows, int rounds, int columns, PrintStream out) throws IOException {
        Path file = folder.resolve("budget.xlsx");
        new SheetMaker(SEED, columns).write(file, rows);
        out.printf(Locale.ROOT, "%d rows x %d columns, %.1f MB xlsx, seed %d; %d rounds, median; %d processors, heap limit %d MB, Java %s%n", rows, columns,
                Files.size(file) / 1048576.0, SEED, rounds, Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20, Runtime.version());
        var contenders = new ArrayList<>(List.of(new Contender("fastexcel-reader, bare read", () -> fastexcel(file)),
                new Contender("lianshen, read and understood", () -> understood(file))));
        if (rows < MOST_ROWS - SheetMaker.ABOVE) {
            contenders.add(1, new Contender("POI event reader, bare read", () -> poi(file)));
        }
        var results = new ArrayList<Result>();
        for (Contender contender : contenders) {
            results.add(run(contender, rounds));
        }
        results.add(whole(file, folder, rounds));
        Result bare = results.getFirst();
        for (Result result : results) {
            out.printf(Locale.ROOT, "%-38s %7.2f s %8.0f rows/s %5.2f x fastexcel; processor %6.2f s, %5.2f x; %4d MB peak heap; %d rows%n", result.name(), result.seconds(),
                    result.rows() / result.seconds(), result.seconds() / bare.seconds(), result.cpuSeconds(), result.cpuSeconds() / bare.cpuSeconds(), result.peak() >> 20,
                    result.rows());
        }
    }

    private static Result run(Contender contender, int rounds) throws IOException {
        long[] wall = new long[rounds];
        long[] cpu = new long[rounds];
        long peak = 0;
        long rows = 0;
        if (rounds > 1) {
            rows = contender.work().run();
        }
        for (int i = 0; i < rounds; i++) {
            System.gc();
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            long cpuStart = processor();
            long start = System.nanoTime();
            rows = contender.work().run();
            wall[i] = System.nanoTime() - start;
            cpu[i] = processor() - cpuStart;
            peak = Math.max(peak, pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
        }
        return new Result(contender.name(), rows, wall, cpu, peak);
    }

    private static long processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(java.time.Duration.ZERO).toNanos();
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static long fastexcel(Path file) throws IOException {
        long[] seen = new long[2];
        try (var workbook = new ReadableWorkbook(file.toFile()); var rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                seen[0]++;
                row.forEach(cell -> seen[1] += cell == null || cell.getRawValue() == null ? 0 : 1);
            });
        }
        return seen[0];
    }

    private static long poi(Path file) throws IOException {
        long[] seen = new long[2];
        try (OPCPackage opc = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(opc);
            var strings = new ReadOnlySharedStringsTable(opc);
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(reader.getStylesTable(), strings, new XSSFSheetXMLHandler.SheetContentsHandler() {
                @Override
                public void startRow(int number) {
                    seen[0]++;
                }

                @Override
                public void endRow(int number) {
                    // counted at the start
                }

                @Override
                public void cell(String reference, String value, XSSFComment comment) {
                    seen[1]++;
                }
            }, false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
        } catch (OpenXML4JException | SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IOException(e);
        }
        return seen[0];
    }

    private static BudgetService.Request request() {
        return new BudgetService.Request(2026, SheetKind.ANNUAL, null, null, Map.of(), false, false);
    }

    private long understood(Path file) {
        long[] lines = new long[1];
        try (SourceFile source = files.open(file, Progress.NONE)) {
            new BudgetIntake(request(), Progress.NONE).read(source, file.getFileName().toString(), (sheet, row, kind, values, raw, rules) -> lines[0]++);
        }
        return lines[0];
    }

    /** The store is made before; each round imports the same file into it as a new version. */
    private Result whole(Path file, Path folder, int rounds) throws IOException {
        Path store = Files.createTempDirectory(folder, "store");
        var location = new StoreLocation.Folder(store.resolve("data"));
        sessions.create(location, new Sessions.NewStore("common", null, false));
        try (Session session = sessions.open(location, null)) {
            return run(new Contender("lianshen, whole import into a store", () -> session.budgets().take(file, request(), Progress.NONE).batch().lines()), rounds);
        } finally {
            remove(store);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
