package org.lianshen.store.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.lianshen.service.bench.Bench;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.store.H2StoreProvider;
import org.lianshen.store.files.Remains;
import org.osgi.service.component.annotations.Component;

/**
 * {@code bench crash [KILLS [SEED]]}: kills a writing process again and again, at random moments, and looks whether everything that it had acknowledged is there, with its
 * attachments and an unbroken audit chain. The process is another Java over the same libraries and the same store as the program's.
 */
@Component(service = Bench.class)
public final class CrashBench implements Bench {

    private static final int KILLS = 100;
    private static final int MOST_WRITES_BEFORE_KILL = 40;
    private static final int MOST_MICROS_BEFORE_KILL = 30_000;

    /**
     * @param kills        how often the process was killed
     * @param acknowledged transactions acknowledged in all
     * @param unsaid       transactions that were on disk though the process was killed before it could say so
     * @param faults       what was lost or damaged, in words
     */
    public record Report(int kills, int acknowledged, int unsaid, List<String> faults) {
    }

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public boolean run(List<String> args, PrintStream out) {
        int kills = args.isEmpty() ? KILLS : Integer.parseInt(args.getFirst());
        long seed = args.size() < 2 ? System.nanoTime() : Long.parseLong(args.get(1));
        long start = System.nanoTime();
        Report report = report(kills, seed);
        out.printf(Locale.ROOT, "%d kills, %d transactions acknowledged, %d things lost or damaged, %d transactions on disk but not yet acknowledged; seed %d, %.0f s%n",
                report.kills(), report.acknowledged(), report.faults().size(), report.unsaid(), seed, (System.nanoTime() - start) / 1e9);
        report.faults().forEach(out::println);
        return report.faults().isEmpty();
    }

    private static Report report(int kills, long seed) {
        try {
            Path folder = Files.createTempDirectory("lianshen-crash");
            try {
                return run(folder.resolve("store"), kills, new Random(seed));
            } finally {
                Remains.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** @param folder of a store, made when it is not there */
    public static Report run(Path folder, int kills, Random random) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var faults = new ArrayList<String>();
        int acknowledged = 0;
        int unsaid = 0;
        for (int kill = 1; kill <= kills; kill++) {
            acknowledged = Math.max(acknowledged, writeUntilKilled(folder, random));
            try (Store store = new H2StoreProvider(Clock.systemUTC()).open(new StoreLocation.Folder(folder))) {
                for (String missing : CrashWriter.missing(store, acknowledged)) {
                    faults.add("kill " + kill + ": " + missing);
                }
                int stored = CrashWriter.last(store);
                unsaid += stored - acknowledged;
                acknowledged = stored;
            }
        }
        return new Report(kills, acknowledged, unsaid, faults);
    }

    /** @return the last number that was acknowledged */
    private static int writeUntilKilled(Path folder, Random random) throws IOException, InterruptedException {
        Process process = StoreProcess.start(CrashWriter.class, folder.toString());
        int last = 0;
        try (BufferedReader said = process.inputReader()) {
            String opened = said.readLine();
            if (!"open".equals(opened)) {
                throw new IllegalStateException("the writer did not start: " + opened);
            }
            for (int writes = 1 + random.nextInt(MOST_WRITES_BEFORE_KILL); writes > 0; writes--) {
                last = Integer.parseInt(said.readLine());
            }
            // Somewhere inside one of the next transactions.
            process.waitFor(random.nextInt(MOST_MICROS_BEFORE_KILL), TimeUnit.MICROSECONDS);
            // Not by the process object: that would close the stream before it is read to its end.
            process.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null && !line.isEmpty(); line = said.readLine()) {
                last = Math.max(last, Integer.parseInt(line));
            }
        }
        process.waitFor();
        return last;
    }
}
