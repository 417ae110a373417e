package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.Session;
import picocli.CommandLine;

/** Application forms. */
final class ProposalCommands {

    private ProposalCommands() {
    }

    @CommandLine.Command(name = "submit", description = "an application form (.xlsx or .json) becomes a frozen version  提交申报书")
    static final class Submit implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;
        @CommandLine.Option(names = "--reason", paramLabel = "CHECK=TEXT", description = "reason for a warning, by its code; may be repeated")
        Map<String, String> reasons = Map.of();
        @CommandLine.Option(names = "--attach", paramLabel = "KIND=FILE", description = "an attachment; may be repeated")
        Map<String, Path> attachments = Map.of();

        Submit(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                ProposalForm form = session.proposals().read(file, run.progress());
                var kept = new ArrayList<Attachment>(form.attachments());
                attachments.forEach((kind, path) -> kept.add(session.proposals().attach(kind, path)));
                ProposalForm complete = form.withAttachments(kept);
                List<FormFinding> findings = session.proposals().check(complete);
                List<Explanation> explanations = findings.stream().filter(found -> found.severity() == Severity.W && reasons.containsKey(found.check()))
                        .map(found -> new Explanation(found.check(), found.place(), reasons.get(found.check()))).toList();
                boolean blocked = findings.stream().anyMatch(found -> found.severity() == Severity.E || found.severity() == Severity.W && !reasons.containsKey(found.check()));
                if (blocked) {
                    run.result(findings(run, file, findings));
                    say(run, findings);
                    run.say("cli.notSubmitted", file.toString());
                    return Exit.SHORT;
                }
                Proposal draft = session.proposals().create(complete);
                Proposal submitted = session.proposals().submit(draft.id(), explanations, Map.of());
                run.result(shown(run, session, submitted));
                run.say("cli.submitted", submitted.reviewNo(), submitted.form().name(), submitted.latest().digest());
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "check", description = "the form check; stores nothing  核对申报书")
    static final class Check implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;

        Check(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                List<FormFinding> findings = session.proposals().check(session.proposals().read(file, run.progress()));
                run.result(findings(run, file, findings));
                say(run, findings);
                return findings.stream().anyMatch(found -> found.severity() == Severity.E) ? Exit.SHORT : Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "show", description = "a proposal and where it stands  查看申报书")
    static final class Show implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "NO")
        String no;

        Show(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                Proposal proposal = session.proposals().byReviewNo(no);
                ObjectNode json = shown(run, session, proposal);
                run.result(json);
                run.sayPlain(Json.write(json));
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "blank", description = "an empty Excel form to fill in  空白申报表")
    static final class Blank implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE.xlsx")
        Path file;

        Blank(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                session.proposals().write(ProposalForm.EMPTY, file);
                run.say("cli.written", file.toString());
                return Exit.OK;
            });
        }
    }

    private static ObjectNode shown(Run run, Session session, Proposal proposal) {
        var state = session.reviews().get(proposal.id()).state();
        ObjectNode json = Json.object().put("no", proposal.reviewNo()).put("id", proposal.id().toString()).put("name", proposal.form().name()).put("unit", proposal.form().unit())
                .put("state", state.state().name()).put("stateText", run.text("review.state." + state.state().name())).put("applied", Json.yuan(state.applied()))
                .put("approved", Json.yuan(state.approved()));
        ArrayNode versions = json.putArray("versions");
        proposal.versions().forEach(version -> versions.addObject().put("no", version.no()).put("digest", version.digest()).put("submittedAt", version.submittedAt().toString())
                .put("submittedBy", version.submittedBy()));
        ObjectNode fields = json.putObject("fields");
        proposal.form().fields().forEach((field, text) -> fields.put(field.name(), text));
        return json;
    }

    private static ObjectNode findings(Run run, Path file, List<FormFinding> findings) {
        ObjectNode json = Json.object().put("file", file.toString());
        ArrayNode list = json.putArray("findings");
        for (FormFinding found : findings) {
            ArrayNode compared = list.addObject().put("check", found.check()).put("severity", found.severity().name()).put("section", found.section().name())
                    .put("place", found.place()).put("message", run.texts().format(found.message())).putArray("compared");
            found.compared().forEach(each -> compared.add(run.texts().format(each)));
        }
        return json;
    }

    private static void say(Run run, List<FormFinding> findings) {
        for (FormFinding found : findings) {
            run.say("cli.finding", run.text("table.severity." + found.severity().name()), found.check(), run.texts().format(found.message()));
            found.compared().forEach(each -> run.say("cli.compared", each));
        }
    }
}
