package org.lianshen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(name = "export", description = "the one ledger, now or as it was  一本账导出")
final class LedgerExport implements Callable<Integer> {

    private final Run run;

    @CommandLine.Parameters(paramLabel = "FILE.xlsx")
    Path file;
    @CommandLine.Option(names = "--as-of", paramLabel = "DATE")
    LocalDate asOf;

    LedgerExport(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        return run.inSession(session -> {
            LocalDate day = asOf == null ? session.today() : asOf;
            session.ledger().export(day, file);
            run.say("cli.written", file.toString());
            run.result(Json.object().put("file", file.toString()).put("asOf", day.toString()).put("projects", session.ledger().projects(day).size()));
            return Exit.OK;
        });
    }
}
