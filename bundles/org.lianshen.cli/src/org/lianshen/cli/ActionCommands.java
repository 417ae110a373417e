package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.UserProblem;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.service.MeetingService.FollowUp;
import org.lianshen.service.MeetingService.Status;
import org.lianshen.service.Session;
import picocli.CommandLine;

/** 督办: what is to be done after meetings. */
final class ActionCommands {

    private ActionCommands() {
    }

    @CommandLine.Command(name = "raise", description = "something is to be done  登记督办事项")
    static final class Raise implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "MEETING")
        String no;
        @CommandLine.Option(names = "--what", paramLabel = "TEXT", required = true)
        String what;
        @CommandLine.Option(names = "--owner", paramLabel = "UNIT", required = true)
        String owner;
        @CommandLine.Option(names = "--person", paramLabel = "NAME")
        String person = "";
        @CommandLine.Option(names = "--due", paramLabel = "DATE", required = true)
        LocalDate due;
        @CommandLine.Option(names = "--project", paramLabel = "NO", description = "project on the agenda that it follows from")
        String project;

        Raise(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                Meeting meeting = session.meetings().byNo(no);
                UUID action = session.meetings().raise(meeting.id(), what, owner, person, due, project == null ? null : session.proposals().byReviewNo(project).id());
                run.result(Json.object().put("action", action.toString()));
                run.say("cli.action", action.toString());
                return Exit.OK;
            });
        }
    }

    /** A command about one action item. */
    abstract static class OnAction implements Callable<Integer> {

        final Run run;

        @CommandLine.Parameters(paramLabel = "ACTION", description = "id, as `meeting actions` gives it")
        UUID action;

        OnAction(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                FollowUp found = find(session);
                work(session, found);
                FollowUp now = find(session);
                run.result(json(now));
                run.say("cli.actionState", now.what(), run.text("meeting.status." + now.status().name()));
                return Exit.OK;
            });
        }

        private FollowUp find(Session session) {
            return session.meetings().followUps().stream().filter(each -> action.equals(each.action())).findFirst().orElseThrow(() -> UserProblem.of("cli.noAction", action.toString()));
        }

        abstract void work(Session session, FollowUp found);
    }

    @CommandLine.Command(name = "done", description = "it was done  办结")
    static final class Done extends OnAction {

        @CommandLine.Option(names = "--evidence", paramLabel = "TEXT", required = true)
        String evidence;
        @CommandLine.Option(names = "--file", paramLabel = "FILE", description = "a paper that shows it")
        Path file;

        Done(Run run) {
            super(run);
        }

        @Override
        void work(Session session, FollowUp found) {
            session.meetings().finish(found.meeting(), action, evidence, file);
        }
    }

    @CommandLine.Command(name = "reopen", description = "it is to be done after all  重新督办")
    static final class Reopen extends OnAction {

        @CommandLine.Option(names = "--reason", paramLabel = "TEXT", required = true)
        String reason;

        Reopen(Run run) {
            super(run);
        }

        @Override
        void work(Session session, FollowUp found) {
            session.meetings().reopen(found.meeting(), action, reason);
        }
    }

    @CommandLine.Command(name = "actions", description = {"what is to be done after meetings, conditions of decisions included  督办事项", "exit code 1 where something is overdue"})
    static final class Actions implements Callable<Integer> {

        private final Run run;

        @CommandLine.Option(names = "--open", description = "only what is not done")
        boolean open;

        Actions(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                List<FollowUp> all = session.meetings().followUps().stream().filter(each -> !open || each.status() != Status.DONE).toList();
                long over = all.stream().filter(each -> each.status() == Status.OVERDUE).count();
                ObjectNode json = Json.object().put("overdue", over);
                var list = json.putArray("actions");
                all.forEach(each -> list.add(json(each)));
                run.result(json);
                all.forEach(each -> run.say("cli.followUp", run.text("meeting.status." + each.status().name()), each.due(), each.owner(), each.what(), each.isCondition() ? each.reviewNo()
                        : each.action().toString()));
                run.say("cli.actions", all.size(), over);
                return over == 0 ? Exit.OK : Exit.SHORT;
            });
        }
    }

    private static ObjectNode json(FollowUp each) {
        return Json.object().put("action", each.action() == null ? null : each.action().toString()).put("meeting", each.meetingNo()).put("project", each.reviewNo())
                .put("condition", each.condition()).put("what", each.what()).put("owner", each.owner()).put("person", each.person()).put("due", each.due().toString())
                .put("status", each.status().name()).put("evidence", each.evidence()).put("doneBy", each.doneBy());
    }
}
