package org.lianshen.office.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceFile;

/** Reads files to their end, one after the other, and says for each what came of it, how long it took and how much memory: the process of {@link HostileBench}. */
public final class HostileReading {

    /** @param notices keys of what was said of a file that was read */
    public record Outcome(String key, List<String> notices) {
    }

    /** Begins each line that is meant for the bench; a log may write between them. */
    static final String SAID = "#";

    private HostileReading() {
    }

    /** Prints a line for each file: outcome, notices, milliseconds by the clock and of the processor, megabytes of heap at the most. */
    public static void main(String[] files) {
        var said = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String file : files) {
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = System.nanoTime();
            long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Outcome outcome = of(Path.of(file));
            long millis = (System.nanoTime() - start) / 1_000_000;
            long worked = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1_000_000;
            long peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
            said.println(String.join("\t", SAID, outcome.key(), String.join(" ", outcome.notices()), Long.toString(millis), Long.toString(worked), Long.toString(peak >> 20)));
            System.gc();
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    }

    /** Everything there is of the file, as an import takes it. */
    public static Outcome of(Path path) {
        try (SourceFile file = new OfficeSources().open(path, Progress.NONE)) {
            file.sheets().forEach(sheet -> {
                sheet.merges();
                sheet.hiddenColumns();
                sheet.rows(row -> true);
            });
            return new Outcome(HostileFile.READ, file.notices().stream().map(Message::key).toList());
        } catch (UserProblem refusal) {
            return new Outcome(refusal.messages().getFirst().key(), List.of());
        } catch (OutOfMemoryError e) {
            return new Outcome("OutOfMemoryError", List.of());
        }
    }
}
