package org.lianshen.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.UserProblem;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.service.Session;
import picocli.CommandLine;

/** An officer's word on a proposed link. */
final class LinkCommands {

    private LinkCommands() {
    }

    /** A project by its review number. */
    static LedgerProject project(Session session, String no) {
        return session.ledger().projects(session.today()).stream().filter(row -> no.equals(row.reviewNo())).findFirst().orElseThrow(() -> UserProblem.of("cli.noProject", no));
    }

    abstract static class Word implements Callable<Integer> {

        private final Run run;
        private final boolean confirmed;

        @CommandLine.Option(names = "--line", paramLabel = "ID", required = true, description = "id of the budget line, as in the JSON of check")
        UUID line;
        @CommandLine.Option(names = "--project", paramLabel = "NO", required = true, description = "review number")
        String project;
        @CommandLine.Option(names = "--note", description = "why")
        String note = "";

        Word(Run run, boolean confirmed) {
            this.run = run;
            this.confirmed = confirmed;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                LedgerProject target = project(session, project);
                var decision = confirmed ? session.linkage().confirm(line, target.id(), note) : session.linkage().reject(line, target.id(), note);
                run.say(confirmed ? "cli.linkConfirmed" : "cli.linkRejected", line.toString(), project, target.name());
                run.result(Json.object().put("id", decision.id().toString()).put("line", line.toString()).put("project", project).put("confirmed", confirmed));
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "confirm", description = "this is the project; remembered  确认")
    static final class Confirm extends Word {
        Confirm(Run run) {
            super(run, true);
        }
    }

    @CommandLine.Command(name = "reject", description = "this is not the project; remembered  否定")
    static final class Reject extends Word {
        Reject(Run run) {
            super(run, false);
        }
    }
}
