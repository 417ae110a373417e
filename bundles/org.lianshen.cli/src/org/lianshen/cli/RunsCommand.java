package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.lianshen.model.finding.RunHead;
import picocli.CommandLine;

@CommandLine.Command(name = "runs", description = "history of the checks of a year, newest first  校验历史")
final class RunsCommand implements Callable<Integer> {

    private final Run run;

    @CommandLine.Option(names = "--year", paramLabel = "Y", required = true)
    int year;

    RunsCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        return run.inSession(session -> {
            ObjectNode json = Json.object().put("year", year);
            ArrayNode runs = json.putArray("runs");
            for (RunHead head : session.linkage().runs(year)) {
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
            run.result(json);
            return Exit.OK;
        });
    }
}
