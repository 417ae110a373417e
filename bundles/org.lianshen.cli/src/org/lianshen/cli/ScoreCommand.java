package org.lianshen.cli;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.ScoreSheet;
import picocli.CommandLine;

@CommandLine.Command(name = "score", description = "scores a filled self-evaluation form  绩效自评打分")
final class ScoreCommand implements Callable<Integer> {

    private final Run run;

    @CommandLine.Parameters(paramLabel = "FILE.xlsx")
    Path file;
    @CommandLine.Option(names = "--template", paramLabel = "NAME", description = "template of the rule pack; recognised by the form otherwise")
    String template;
    @CommandLine.Option(names = "--project", paramLabel = "NO", description = "review number; the score is then stored with the project")
    String project;
    @CommandLine.Option(names = "--settle", paramLabel = "REASON", description = "make it the authoritative result of project and year")
    String settle;
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    ScoreCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        if (settle != null && project == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), run.text("cli.settleNeedsProject"));
        }
        return run.inSession(session -> {
            Appraisal read = session.appraisals().read(file, template, run.progress());
            ScoreSheet sheet = session.appraisals().score(read);
            if (project != null) {
                var row = LinkCommands.project(session, project);
                Appraisal stored = session.appraisals().save(new Appraisal(read.id(), row.id(), row.name(), row.unit(), read.year(), read.template(), read.evaluator(),
                        read.execution(), read.goal(), read.achieved(), read.rows(), read.note(), false, null, read.editedBy(), read.editedAt(), read.rowVersion()));
                UUID id = stored.id();
                if (settle != null) {
                    session.appraisals().settle(id, settle);
                }
            }
            run.result(new Json(run.texts()).scores(sheet));
            sheet.rows().forEach(scored -> run.say("cli.scoreRow", scored.row().level3(), scored.score().toPlainString(), run.texts().format(scored.formula()),
                    scored.flag() == null ? "" : run.texts().format(scored.flag())));
            sheet.warnings().forEach(warning -> run.sayPlain(run.texts().format(warning.message())));
            run.say("cli.scoreTotal", read.projectName(), sheet.total().toPlainString(), sheet.grade() == null ? "" : sheet.grade().chinese());
            return sheet.warnings().isEmpty() ? Exit.OK : Exit.SHORT;
        });
    }
}
