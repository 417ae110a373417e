package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lianshen.service.AdminService;
import picocli.CommandLine;

/** A copy that has been opened and counted, and its way back. */
final class BackupCommands {

    private BackupCommands() {
    }

    @CommandLine.Command(name = "backup", description = "writes a copy, opens it again, counts and compares  备份")
    static final class Backup implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;

        Backup(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                AdminService.Copy copy = session.admin().backup(file, run.progress());
                told(run, "cli.backedUp", copy);
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "restore", description = "brings a backup back into an empty place  恢复")
    static final class Restore implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;

        Restore(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            AdminService.Copy copy = run.services.restorer().restore(file, run.options.location(), run.progress());
            told(run, "cli.restored", copy);
            return Exit.OK;
        }
    }

    private static void told(Run run, String key, AdminService.Copy copy) {
        ObjectNode json = Json.object().put("file", copy.file().toString()).put("bytes", copy.bytes());
        ObjectNode rows = json.putObject("rows");
        copy.rows().forEach(rows::put);
        json.put("auditRecords", copy.audit().records()).put("auditOk", copy.audit().ok()).put("anchor", copy.audit().anchor());
        run.result(json);
        run.say(key, copy.file().toString(), copy.rows().values().stream().mapToLong(Long::longValue).sum(), copy.audit().records());
    }
}
