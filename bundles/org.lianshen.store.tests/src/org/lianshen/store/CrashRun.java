package org.lianshen.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.store.files.Remains;

/** Kills a writing process again and again and looks whether everything that it had acknowledged is there. By command: {@code CrashRun [kills] [seed]}. */
public final class CrashRun {

    private static final int MOST_WRITES_BEFORE_KILL = 40;
    private static final int MOST_MICROS_BEFORE_KILL = 30_000;

    private CrashRun() {
    }

    /**
     * @param kills        how often the process was killed
     * @param acknowledged transactions acknowledged in all
     * @param unsaid       transactions that were on disk though the process was killed before it could say so
     * @param faults       what was lost or damaged, in words
     */
    record Report(int kills, int acknowledged, int unsaid, List<String> faults) {
    }

    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        Path folder = Files.createTempDirectory("lianshen-crash");
        long start = System.nanoTime();
        Report report = run(folder.resolve("store"), kills, new Random(seed));
        Remains.remove(folder);
        System.out.printf("kills %d, transactions acknowledged %d, lost or damaged %d, on disk but unsaid %d, seed %d, %.0f s%n", report.kills(), report.acknowledged(),
                report.faults().size(), report.unsaid(), seed, (System.nanoTime() - start) / 1e9);
        report.faults().forEach(System.out::println);
        System.exit(report.faults().isEmpty() ? 0 : 1);
    }

    static Report run(Path folder, int kills, Random random) throws IOException, InterruptedException {
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
        Process process = ChildJvm.start(CrashWriter.class, folder.toString());
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
