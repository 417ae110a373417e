package org.lianshen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.lianshen.model.UserProblem;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.service.packs.SilentRules;
import picocli.CommandLine;

@CommandLine.Command(name = "check", description = "all linkage rules over a year's budget lines  联动校验")
final class CheckCommand implements Callable<Integer> {

    private final Run run;

    @CommandLine.Option(names = "--year", paramLabel = "Y", required = true)
    int year;
    @CommandLine.Option(names = "--as-of", paramLabel = "DATE", description = "day for which states and validity are judged; today")
    LocalDate asOf;
    @CommandLine.Option(names = "--renew", description = "checks again only what changed since the year was last checked  只核对变动")
    boolean renew;
    @CommandLine.Option(names = "--xlsx", paramLabel = "FILE", description = "findings as a workbook")
    Path xlsx;
    @CommandLine.Option(names = "--mark", paramLabel = "FILE", description = "a copy of the imported workbook with the findings as comments")
    Path mark;

    CheckCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        if (renew && asOf != null) {
            throw UserProblem.of("cli.renewAsOf");
        }
        return run.inSession(session -> {
            CheckRun check = renew ? session.linkage().renew(year, run.progress()) : session.linkage().check(year, asOf, run.progress());
            FindingStandings standings = session.findings().standings(year).orElseThrow();
            run.result(new Json(run.texts()).check(check, session.pack(), Json.byId(session.budgets().lines(year)), standings, session.linkage().difference(check.id())));
            if (xlsx != null) {
                session.linkage().exportFindings(check, xlsx);
                run.say("cli.written", xlsx.toString());
            }
            if (mark != null) {
                session.linkage().mark(check, mark).forEach(file -> run.say("cli.written", file.toString()));
            }
            for (Finding found : check.findings()) {
                run.say("cli.finding", run.text("table.severity." + found.severity().name()), found.rule(), run.texts().format(found.message()));
            }
            SilentRules.say(session.pack(), run.texts()).forEach(sentence -> run.say("cli.silentRule", sentence));
            run.say("cli.checked", year, check.lines().size(), count(check, LineVerdict.REVIEWED), count(check, LineVerdict.SUSPECT), count(check, LineVerdict.UNREVIEWED),
                    count(check, LineVerdict.NOT_IT), check.findings().size());
            return standings.states().stream().anyMatch(FindingState::blocks) ? Exit.SHORT : Exit.OK;
        });
    }

    private static long count(CheckRun check, LineVerdict verdict) {
        return check.lines().stream().filter(line -> line.verdict() == verdict).count();
    }
}
