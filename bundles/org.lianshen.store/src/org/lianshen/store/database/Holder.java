package org.lianshen.store.database;

import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;
import org.lianshen.model.UserProblem;
import org.lianshen.store.files.Remains;

/**
 * Says who has a folder open: user, machine, process and since when, in a file beside the database. The file is for people; what keeps a second program out is
 * H2's own lock on its file, which the operating system takes away with the process. After a kill the file is left over and means nothing. Only within one process,
 * where H2 would share the database silently, the file decides: it names the process by number and start.
 */
final class Holder {

    private static final String FILE = "lianshen.holder";
    private static final String PROCESS = ProcessHandle.current().pid() + "@" + ManagementFactory.getRuntimeMXBean().getStartTime();
    private final Path file;

    Holder(Path folder) {
        this.file = folder.resolve(FILE);
    }

    boolean isThisProcess() {
        return said().filter(said -> PROCESS.equals(said.getProperty("process")) && host().equals(said.getProperty("host"))).isPresent();
    }

    void take(Clock clock) throws IOException {
        Files.writeString(file, "user=" + System.getProperty("user.name") + "\nhost=" + host() + "\npid=" + ProcessHandle.current().pid() + "\nprocess=" + PROCESS
                + "\nsince=" + clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(clock.getZone()).toOffsetDateTime() + "\n");
    }

    void release() {
        Remains.remove(file);
    }

    UserProblem problem(Path folder, Throwable cause) {
        return said().map(said -> UserProblem.because(cause, "store.heldBy", folder.toString(), said.getProperty("user", ""), said.getProperty("host", ""),
                said.getProperty("pid"), minute(said.getProperty("since", "")))).orElseGet(() -> UserProblem.because(cause, "store.held", folder.toString()));
    }

    private static String minute(String since) {
        try {
            return OffsetDateTime.parse(since).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
        } catch (DateTimeParseException written) {
            return since;
        }
    }

    private Optional<Properties> said() {
        var said = new Properties();
        try {
            if (Files.exists(file)) {
                said.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return Optional.of(said).filter(all -> all.containsKey("pid"));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
