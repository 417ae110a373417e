package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.UserProblem;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.service.Session;
import picocli.CommandLine;

@CommandLine.Command(name = "runs", description = "history of the checks of a year, newest first  校验历史")
final class RunsCommand implements Callable<Integer> {

    private final Run run;

    @CommandLine.Option(names = "--year", paramLabel = "Y", required = true)
    int year;
    @CommandLine.Option(names = "--compare", paramLabel = "ID", arity = "2", description = "ids of two kept checks of the year: what is new, gone and changed from the earlier to the later")
    List<UUID> compare;

    RunsCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        return run.inSession(session -> {
            ObjectNode json = Json.object().put("year", year);
            ArrayNode runs = json.putArray("runs");
            List<RunHead> heads = session.linkage().runs(year);
            for (RunHead head : heads) {
                ObjectNode node = runs.addObject().put("id", head.id().toString()).put("at", head.at().toString()).put("by", head.by()).put("asOf", head.asOf().toString())
                        .put("pack", head.pack()).put("cause", head.cause().name()).put("kept", head.kept());
                RunHead.Counts counts = head.counts();
                if (counts != null) {
                    node.put("lines", counts.lines()).put("E", counts.forbidden()).put("W", counts.warned()).put("I", counts.hinted()).put("added", counts.added())
                            .put("closed", counts.closed());
                }
                run.say("cli.run", head.at().toString(), head.by(), run.text("words.cause." + head.cause().name()),
                        counts == null ? 0 : counts.forbidden() + counts.warned() + counts.hinted(), counts == null ? 0 : counts.added(), counts == null ? 0 : counts.closed());
            }
            if (compare != null) {
                compared(session, heads, json);
            }
            run.result(json);
            return Exit.OK;
        });
    }

    /** @param heads newest first */
    private void compared(Session session, List<RunHead> heads, ObjectNode json) {
        List<UUID> asked = heads.stream().map(RunHead::id).filter(compare::contains).toList();
        RunDifference difference = Optional.of(asked).filter(both -> both.size() == 2).flatMap(both -> session.linkage().difference(both.getLast(), both.getFirst()))
                .orElseThrow(() -> UserProblem.of("cli.runNotKept", Integer.toString(year)));
        ObjectNode node = json.putObject("difference").put("unchanged", difference.unchanged().size()).put("verdicts", difference.verdicts().size());
        list(node.putArray("added"), "cli.run.added", difference.added());
        list(node.putArray("closed"), "cli.run.closed", difference.closed());
        list(node.putArray("changed"), "cli.run.changed", difference.changed().stream().map(RunDifference.Change::after).toList());
        run.say("cli.run.difference", difference.added().size(), difference.closed().size(), difference.changed().size(), difference.unchanged().size());
    }

    private void list(ArrayNode array, String said, List<Finding> findings) {
        for (Finding finding : findings) {
            array.addObject().put("rule", finding.rule()).put("key", finding.key()).put("severity", finding.severity().name()).put("unit", finding.unit()).put("project", finding.projectName());
            run.say(said, finding.rule(), run.texts().format(finding.message()));
        }
    }
}
