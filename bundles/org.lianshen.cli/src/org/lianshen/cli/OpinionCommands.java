package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.service.ExchangeService.FormPage;
import picocli.CommandLine;

/** Opinion forms as workbooks, for those who have nothing but a spreadsheet program. */
final class OpinionCommands {

    private OpinionCommands() {
    }

    static CommandLine[] all(Run run) {
        return new CommandLine[] {new CommandLine(new Export(run)), new CommandLine(new Import(run))};
    }

    @CommandLine.Command(name = "export", description = "an opinion form to fill in, a sheet for each project  导出意见表")
    private static final class Export implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(index = "0", paramLabel = "FILE.xlsx")
        Path file;
        @CommandLine.Parameters(index = "1..*", paramLabel = "NO", arity = "0..*", description = "projects; without any all that wait for the body")
        List<String> numbers = List.of();
        @CommandLine.Option(names = "--for", paramLabel = "BODY", required = true, description = "code of the body")
        String body;
        @CommandLine.Option(names = "--valid-until", paramLabel = "DATE", description = "last day on which it is taken back; 30 days without it")
        LocalDate until;

        Export(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                List<UUID> projects = numbers.isEmpty() ? session.exchange().sendable(body).stream().filter(each -> !each.signed()).map(each -> each.proposal()).toList()
                        : numbers.stream().map(no -> session.proposals().byReviewNo(no).id()).toList();
                PackageFact fact = session.exchange().exportForm(body, projects, until, file);
                run.say("cli.written", file.toString());
                return PackageCommands.told(run, fact);
            });
        }
    }

    @CommandLine.Command(name = "import", description = {"records a filled form on the body's behalf, with the workbook as the proof; all sheets or none  读入意见表",
        "--dry-run says what stands against each sheet; exit code 1 if anything does"})
    private static final class Import implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE.xlsx")
        Path file;
        @CommandLine.Option(names = "--dry-run")
        boolean dry;

        Import(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                if (!dry) {
                    return PackageCommands.told(run, session.exchange().takeForm(file, run.progress()));
                }
                List<FormPage> pages = session.exchange().readForm(file, run.progress());
                ObjectNode json = Json.object();
                ArrayNode list = json.putArray("pages");
                pages.forEach(page -> {
                    String against = page.against() == null ? "" : run.texts().format(page.against());
                    list.addObject().put("no", page.reviewNo()).put("name", page.name()).put("overall", page.page().opinion().overall().name()).put("signer", page.page().signer())
                            .put("code", page.against() == null ? null : page.against().key()).put("reason", against);
                    run.say("cli.packageProject", page.reviewNo(), run.text("review.overall." + page.page().opinion().overall().name()), against);
                });
                run.result(json);
                return pages.stream().allMatch(page -> page.against() == null) ? Exit.OK : Exit.SHORT;
            });
        }
    }
}
