package org.lianshen.office.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.text.Texts;

/** Every file that means harm is read without harm or refused, in 256 MB, without opening anything but itself, and with words that help. */
class HostileBenchTest {

    private static final List<String> EVENTS = List.of("jdk.FileRead", "jdk.FileWrite", "jdk.SocketConnect", "jdk.SocketRead", "jdk.SocketWrite", "jdk.ProcessStart");

    /** What the program itself is read from. */
    private static final Pattern PROGRAM = Pattern.compile(".*\\.(jar|class|properties|xml)|.*/modules");

    /** Standard output has no path: the log of a test writes there. */
    private static final String STREAM = "null";

    @TempDir
    Path folder;

    @Test
    void allInAHeapOf256Megabytes() {
        var said = new ByteArrayOutputStream();
        boolean right = new HostileBench().run(List.of("256"), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertTrue(right, said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void nothingElseIsOpenedAndNothingStaysOpen() throws IOException {
        Path record = folder.resolve("record.jfr");
        try (var recording = new Recording()) {
            EVENTS.forEach(event -> recording.enable(event).withoutThreshold().withoutStackTrace());
            recording.start();
            for (HostileFile hostile : HostileFiles.all()) {
                Path file = hostile.write(folder);
                read(file, hostile);
                assertEquals(List.of(), Handles.in(folder), hostile.name());
                Files.delete(file);
            }
            recording.stop();
            recording.dump(record);
        }
        List<String> opened = RecordingFile.readAllEvents(record).stream().filter(event -> event.getThread() != null && event.getThread().getJavaThreadId() == Thread.currentThread().threadId())
                .map(HostileBenchTest::place).filter(place -> !place.equals(STREAM) && !place.startsWith(folder.toString()) && !PROGRAM.matcher(place).matches()).toList();
        assertEquals(List.of(), opened);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(record), left.toList());
        }
        assertFalse(Files.exists(Path.of("/tmp/lianshen-was-here")) || Files.exists(Path.of("/etc/lianshen-was-here")));
    }

    private static String place(RecordedEvent event) {
        return event.hasField("path") ? String.valueOf(event.getString("path")) : event.toString();
    }

    private static void read(Path path, HostileFile hostile) {
        try (SourceFile file = new OfficeSources().open(path, Progress.NONE)) {
            file.notices().forEach(HostileBenchTest::helps);
            file.sheets().forEach(sheet -> {
                sheet.merges();
                sheet.hiddenColumns();
                sheet.rows(row -> true);
            });
            assertTrue(hostile.outcomes().contains(HostileFile.READ));
        } catch (UserProblem refusal) {
            Message first = refusal.messages().getFirst();
            assertTrue(hostile.outcomes().contains(first.key()), first.toString());
            assertTrue(helps(first).contains(path.getFileName().toString()), first.toString());
        }
    }

    /** @return the Chinese text */
    private static String helps(Message message) {
        String zh = new Texts(Locale.CHINESE).format(message);
        String en = new Texts(Locale.ENGLISH).format(message);
        assertNotEquals(zh, en);
        for (String text : List.of(zh, en)) {
            assertTrue(text.length() > 10 && text.length() < 400, text);
            assertFalse(text.contains("{") || text.contains("null") || text.indexOf('\0') >= 0, text);
        }
        return zh;
    }
}
