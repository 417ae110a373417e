package org.lianshen.office.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lianshen.service.bench.Bench;
import org.lianshen.service.bench.ChildJvm;
import org.osgi.service.component.annotations.Component;

/**
 * {@code bench hostile [MEGABYTES]}: how long files that mean harm occupy the readers, and with how much memory, in a process of its own with a heap of 256 MB. Ends with 1
 * where a file is neither read without harm nor refused as it should be.
 */
@Component(service = Bench.class)
public final class HostileBench implements Bench {

    private static final String HEAP = "256";
    private static final List<List<String>> NEEDED = List.of(
            List.of("org.lianshen.office.bench.HostileBench", "org.lianshen.service.Progress", "org.lianshen.model.Money", "com.fasterxml.aalto.stax.InputFactoryImpl",
                    "org.codehaus.stax2.XMLStreamReader2", "org.slf4j.Logger"),
            List.of("org.apache.poi.hssf.usermodel.HSSFWorkbook", "org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream", "org.apache.commons.codec.digest.DigestUtils",
                    "org.apache.commons.collections4.ListValuedMap", "org.apache.commons.math3.util.ArithmeticUtils", "com.zaxxer.sparsebits.SparseBitSet", "org.apache.logging.log4j.LogManager"));

    @Override
    public String name() {
        return "hostile";
    }

    @Override
    public boolean run(List<String> args, PrintStream out) {
        try {
            Path folder = Files.createTempDirectory("lianshen-hostile");
            var paths = new ArrayList<Path>();
            try {
                for (HostileFile file : HostileFiles.all()) {
                    paths.add(file.write(folder));
                }
                return measured(paths, args.isEmpty() ? HEAP : args.getFirst(), out);
            } finally {
                for (Path path : paths) {
                    Files.deleteIfExists(path);
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean measured(List<Path> paths, String megabytes, PrintStream out) throws IOException {
        out.printf(Locale.ROOT, "%d files, heap limit %s MB, Java %s%n%-34s %10s %8s %8s %7s  %s%n", paths.size(), megabytes, Runtime.version(), "file", "size", "takes", "worked", "heap", "outcome");
        Process child = new ChildJvm(HostileBench.class.getClassLoader(), NEEDED)
                .command(List.of("-Xmx" + megabytes + "m", "-XX:+UseSerialGC"), HostileReading.class.getName(), paths.stream().map(Path::toString).toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        boolean right = true;
        long slowest = 0;
        long largest = 0;
        try (var said = child.inputReader(StandardCharsets.UTF_8)) {
            List<HostileFile> files = HostileFiles.all();
            for (int i = 0; i < files.size(); i++) {
                HostileFile file = files.get(i);
                String[] parts = next(said);
                boolean asItShould = file.outcomes().contains(parts[1]) && parts[2].equals(parts[1].equals(HostileFile.READ) ? String.join(" ", file.notices()) : "");
                right &= asItShould;
                slowest = Math.max(slowest, Long.parseLong(parts[4]));
                largest = Math.max(largest, Long.parseLong(parts[5]));
                out.printf(Locale.ROOT, "%-34s %7d KB %5s ms %5s ms %4s MB  %s %s%s%n", file.name(), Files.size(paths.get(i)) >> 10, parts[3], parts[4], parts[5], parts[1], parts[2],
                        asItShould ? "" : "   <-- expected " + file.outcomes() + file.notices());
            }
        }
        out.printf(Locale.ROOT, "slowest %d ms of the processor, largest heap %d MB%n", slowest, largest);
        return right;
    }

    private static String[] next(BufferedReader said) throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith(HostileReading.SAID + "\t")) {
            line = said.readLine();
        }
        return line == null ? new String[]{"", "the process ended", "", "0", "0", "0"} : line.split("\t", -1);
    }
}
