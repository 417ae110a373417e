package org.lianshen.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lianshen.service.bench.ChildJvm;

/**
 * Starts the fuzzer on a reader, in a process of its own: {@code FuzzRun READER SECONDS FOLDER}. The folder keeps the corpus between runs; what the fuzzer finds is laid
 * there as {@code crash-…}, {@code timeout-…} or {@code oom-…}.
 */
final class FuzzRun {

    private static final List<List<String>> NEEDED = List.of(
            List.of("org.lianshen.fuzz.FuzzRun", "org.lianshen.office.in.OfficeSources", "org.lianshen.rulepacks.BuiltInRulePacks", "org.lianshen.exchange.SealedPackages", "org.lianshen.service.Progress", "org.lianshen.model.Money"),
            List.of("com.code_intelligence.jazzer.Jazzer"), List.of("com.code_intelligence.jazzer.api.FuzzedDataProvider"),
            List.of("org.lianshen.office.in.OfficeSources", "com.fasterxml.aalto.stax.InputFactoryImpl", "org.codehaus.stax2.XMLStreamReader2", "org.slf4j.Logger"),
            List.of("org.apache.poi.hssf.usermodel.HSSFWorkbook", "org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream", "org.apache.commons.codec.digest.DigestUtils", "org.apache.commons.collections4.ListValuedMap",
                    "org.apache.commons.math3.util.ArithmeticUtils", "com.zaxxer.sparsebits.SparseBitSet", "org.apache.logging.log4j.LogManager"),
            List.of("org.lianshen.exchange.SealedPackages", "org.lianshen.json.ModelJson", "org.bouncycastle.crypto.engines.SM4Engine"),
            List.of("org.lianshen.json.ModelJson", "com.fasterxml.jackson.datatype.jsr310.JavaTimeModule"),
            List.of("com.fasterxml.jackson.databind.json.JsonMapper", "com.fasterxml.jackson.core.JsonFactory", "com.fasterxml.jackson.annotation.JsonInclude"));
    private static final String INSTRUMENTED = "org.lianshen.**:com.fasterxml.aalto.**:com.fasterxml.jackson.core.**:org.apache.poi.hssf.**:org.apache.poi.poifs.**:org.apache.poi.ss.**";
    private static final List<String> MACHINE = List.of("-Xmx512m", "-XX:+EnableDynamicAgentLoading", "-XX:-OmitStackTraceInFastThrow", "-Dfile.encoding=UTF-8");
    private static final int MOST_SECONDS_FOR_ONE = 20;
    /** Of the process, with what the fuzzer itself needs. */
    private static final int MOST_MEGABYTES = 3_000;

    private FuzzRun() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Reader reader = args.length == 3 ? Arrays.stream(Reader.values()).filter(each -> each.word().equals(args[0])).findFirst().orElse(null) : null;
        if (reader == null) {
            System.err.println("READER SECONDS FOLDER; READER is one of " + Arrays.stream(Reader.values()).map(Reader::word).toList());
            System.exit(2);
        }
        System.exit(of(reader, List.of("--keep_going=20", "-max_total_time=" + args[1]), Path.of(args[2])).inheritIO().start().waitFor());
    }

    private static ProcessBuilder of(Reader reader, List<String> limits, Path folder) throws IOException {
        return of(reader.type(), reader.seeds(), reader.longest(), limits, folder);
    }

    /**
     * @param longest bytes of an input
     * @param limits  options of the fuzzer that say when it ends
     * @return ends with another code than 0 where something was found
     */
    static ProcessBuilder of(Class<?> target, List<byte[]> inputs, int longest, List<String> limits, Path folder) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        int number = 0;
        for (byte[] input : inputs) {
            Files.write(seeds.resolve("seed-" + number++), input);
        }
        var args = new ArrayList<>(List.of("--target_class=" + target.getName(), "--instrumentation_includes=" + INSTRUMENTED, "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/", "-max_len=" + longest, "-timeout=" + MOST_SECONDS_FOR_ONE, "-rss_limit_mb=" + MOST_MEGABYTES, "-print_final_stats=1"));
        args.addAll(limits);
        args.add(Files.createDirectories(folder.resolve("corpus")).toString());
        args.add(seeds.toString());
        return new ChildJvm(FuzzRun.class.getClassLoader(), NEEDED).command(MACHINE, "com.code_intelligence.jazzer.Jazzer", args).directory(folder.toFile());
    }
}
