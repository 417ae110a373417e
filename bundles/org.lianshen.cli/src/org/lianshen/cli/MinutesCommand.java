package org.lianshen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
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
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    MinutesCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        if (docx == null && pdf == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), run.text("cli.minutesWhere"));
        }
        return run.inSession(session -> {
            var found = session.meetings().byNo(meeting);
            var json = Json.object().put("meeting", found.no()).put("docx", docx == null ? null : docx.toString()).put("pdf", pdf == null ? null : pdf.toString());
            var notices = json.putArray("notices");
            session.documents().minutes(found.id(), docx, pdf).forEach(notice -> {
                notices.add(run.texts().format(notice));
                run.sayPlain(run.texts().format(notice));
            });
            run.result(json);
            if (docx != null) {
                run.say("cli.written", docx.toString());
            }
            if (pdf != null) {
                run.say("cli.written", pdf.toString());
            }
            return Exit.OK;
        });
    }
}
