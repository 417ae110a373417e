package org.lianshen.cli;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import picocli.CommandLine;

@CommandLine.Command(name = "similar", description = "search for duplicate construction  查重")
final class SimilarCommand implements Callable<Integer> {

    private final Run run;

    @CommandLine.ArgGroup(multiplicity = "1")
    Query query;
    @CommandLine.Option(names = "--top", paramLabel = "N", description = "how many; 10")
    int top = 10;

    static final class Query {
        @CommandLine.Option(names = "--project", paramLabel = "NO", description = "review number of a proposal or ledger project")
        String project;
        @CommandLine.Option(names = "--file", paramLabel = "FILE", description = "an application form")
        Path file;
    }

    SimilarCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        return run.inSession(session -> {
            ProposalForm form;
            UUID except = null;
            if (query.file != null) {
                form = session.proposals().read(query.file, run.progress());
            } else {
                var own = session.proposals().list().stream().filter(row -> query.project.equals(row.reviewNo())).findFirst();
                if (own.isPresent()) {
                    Proposal proposal = session.proposals().get(own.get().id());
                    form = proposal.form();
                    except = proposal.id();
                } else {
                    var row = LinkCommands.project(session, query.project);
                    form = ProposalForm.EMPTY.with(ProposalField.PROJECT_NAME, row.name()).with(ProposalField.UNIT_NAME, row.unit())
                            .withFunctions(row.functions().stream().map(name -> new FunctionItem("", name, "", null, null, null, null, null, null, null, null, "")).toList());
                    except = row.id();
                }
            }
            var hits = session.similarity().similar(form, except, top);
            run.result(new Json(run.texts()).similar(form.name(), hits));
            hits.forEach(hit -> {
                run.say("cli.similarHit", hit.score().toPlainString(), hit.name(), hit.unit(), run.text("similarity.band." + hit.band().name()));
                hit.why().forEach(why -> run.say("cli.similarWhy", why.mine(), why.theirs(), why.overlap()));
            });
            run.say("cli.similarCount", form.name(), hits.size());
            return Exit.OK;
        });
    }
}
