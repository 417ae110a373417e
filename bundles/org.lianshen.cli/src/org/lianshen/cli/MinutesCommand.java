package org.lianshen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import picocli.CommandLine;

@CommandLine.Command(name = "minutes", description = "meeting minutes in the layout of GB/T 9704-2012  会议纪要")
final class MinutesCommand implements Callable<Integer> {

    private final Run run;

    @CommandLine.Parameters(paramLabel = "MEETING", description = "number of the meeting, such as 2026-03")
    String meeting;
    @CommandLine.Option(names = "--docx", paramLabel = "FILE")
    Path docx;
    @CommandLine.Option(names = "--pdf", paramLabel = "FILE")
    Path pdf;
    @CommandLine.Option(names = "--ofd", paramLabel = "FILE")
    Path ofd;
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    MinutesCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        List<Path> targets = Stream.of(docx, pdf, ofd).filter(Objects::nonNull).toList();
        if (targets.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), run.text("cli.minutesWhere"));
        }
        return run.inSession(session -> {
            var found = session.meetings().byNo(meeting);
            var json = Json.object().put("meeting", found.no()).put("docx", docx == null ? null : docx.toString()).put("pdf", pdf == null ? null : pdf.toString())
                    .put("ofd", ofd == null ? null : ofd.toString());
            var notices = json.putArray("notices");
            session.documents().write(new PaperKey(PaperKind.MINUTES, found.id()), targets).forEach(notice -> {
                notices.add(run.texts().format(notice));
                run.sayPlain(run.texts().format(notice));
            });
            run.result(json);
            targets.forEach(target -> run.say("cli.written", target.toString()));
            return Exit.OK;
        });
    }
}
