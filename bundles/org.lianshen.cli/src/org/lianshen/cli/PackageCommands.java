package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.OpinionComparison;
import org.lianshen.model.exchange.OpinionComparison.Side;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.service.ExchangeService.Choice;
import org.lianshen.service.ExchangeService.Incoming;
import org.lianshen.service.ExchangeService.Inspection;
import org.lianshen.service.ExchangeService.KnownKey;
import org.lianshen.service.Session;
import picocli.CommandLine;

/** Review packages out, opinions back, without a network. */
final class PackageCommands {

    private PackageCommands() {
    }

    static CommandLine[] all(Run run) {
        return new CommandLine[] {new CommandLine(new Export(run)), new CommandLine(new Open(run)), new CommandLine(new Return(run)), new CommandLine(new Merge(run)),
            new CommandLine(new Inspect(run)), new CommandLine(new Listing(run))};
    }

    private static ObjectNode json(PackageHeader header) {
        ObjectNode json = Json.object().put("id", header.id().toString()).put("kind", header.kind().name()).put("place", header.place()).put("pack", header.packId())
                .put("sender", header.sender()).put("receiver", header.receiver()).put("body", header.body()).put("created", header.created().toString())
                .put("validUntil", header.validUntil().toString());
        if (header.answers() != null) {
            json.put("answers", header.answers().toString());
        }
        return json;
    }

    private static ObjectNode json(Run run, PackageFact fact) {
        ObjectNode json = json(fact.header()).put("sent", fact.sent()).put("file", fact.fileName()).put("sha256", fact.digest()).put("by", fact.by()).put("at", fact.at().toString());
        ArrayNode projects = json.putArray("projects");
        fact.parts().forEach(part -> {
            ObjectNode project = projects.addObject().put("no", part.reviewNo()).put("version", part.versionNo()).put("outcome", part.outcome().name()).put("acts", part.acts().size());
            if (part.reason() != null) {
                project.put("code", part.reason().key()).put("reason", run.texts().format(part.reason()));
            }
        });
        return json;
    }

    static int told(Run run, PackageFact fact) {
        run.result(json(run, fact));
        fact.parts().forEach(part -> run.say("cli.packageProject", part.reviewNo(), run.text("exchange.outcome." + part.outcome().name()),
                part.reason() == null ? "" : run.texts().format(part.reason())));
        return fact.parts().stream().anyMatch(part -> part.outcome() == PackageFact.Outcome.REFUSED) ? Exit.SHORT : Exit.OK;
    }

    @CommandLine.Command(name = "export", description = "a review package for one body or expert, signed and encrypted to its key  导出评审包")
    private static final class Export implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(index = "0", paramLabel = "FILE")
        Path file;
        @CommandLine.Parameters(index = "1..*", paramLabel = "NO", arity = "0..*", description = "projects; without any all that wait for the body or the expert")
        List<String> numbers = List.of();
        @CommandLine.Option(names = "--to", paramLabel = "BODY|CODE", required = true, description = "code of the body, expert:NUMBER, or the 24 digits of a key")
        String to;
        @CommandLine.Option(names = "--valid-until", paramLabel = "DATE", description = "last day on which the answer is taken; 30 days without it")
        LocalDate until;
        @CommandLine.Mixin
        KeyCommands.KeyPassword password;

        Export(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                KnownKey key = receiver(session);
                List<UUID> projects = numbers.isEmpty() ? session.exchange().sendable(key.card().body()).stream().filter(each -> !each.signed()).map(each -> each.proposal()).toList()
                        : numbers.stream().map(no -> session.proposals().byReviewNo(no).id()).toList();
                PackageFact fact = session.exchange().export(key.card().fingerprint(), projects, until, password.read(), file, run.progress());
                run.say("cli.written", file.toString());
                return told(run, fact);
            });
        }

        private KnownKey receiver(Session session) {
            String digits = to.replace(" ", "");
            List<KnownKey> keys = session.exchange().keys();
            return keys.stream().filter(key -> key.card().code().replace(" ", "").equals(digits)).findFirst()
                    .or(() -> keys.stream().filter(key -> key.trusted() && key.card().body().equals(to)).max(java.util.Comparator.comparing(key -> key.card().madeAt())))
                    .orElseThrow(() -> UserProblem.of("exchange.noKeyOf", to));
        }
    }

    @CommandLine.Command(name = "open", description = "takes a review package into the desk of the body or the expert that it was sent to  打开评审包")
    private static final class Open implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;
        @CommandLine.Mixin
        KeyCommands.KeyPassword password;

        Open(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> told(run, session.exchange().open(file, password.read(), run.progress())));
        }
    }

    @CommandLine.Command(name = "return", description = "the opinions or score sheets that were signed on a review package, for the office  回传意见")
    private static final class Return implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;
        @CommandLine.Option(names = "--of", paramLabel = "ID", description = "the review package; without it the newest")
        UUID of;
        @CommandLine.Mixin
        KeyCommands.KeyPassword password;

        Return(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                UUID review = of != null ? of : session.exchange().packages().stream().filter(fact -> !fact.sent() && fact.header().kind() == PackageHeader.Kind.REVIEW).findFirst()
                        .map(fact -> fact.header().id()).orElseThrow(() -> UserProblem.of("exchange.noSuchPackage", ""));
                PackageFact fact = session.exchange().answer(review, password.read(), file, run.progress());
                run.say("cli.written", file.toString());
                return told(run, fact);
            });
        }
    }

    @CommandLine.Command(name = "merge", description = {"merges what came back; exit code 1 where something of it was refused  合并回传意见",
        "where both sides changed an opinion: --keep NO, --take NO, or --field NO:FIELD=mine|theirs for each field; without a choice nothing is stored",
        "an expert's score sheet is kept or taken whole"})
    private static final class Merge implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;
        @CommandLine.Option(names = "--dry-run", description = "says what would be done; exit code 1 where somebody has to choose or something is refused")
        boolean dry;
        @CommandLine.Option(names = "--keep", paramLabel = "NO", description = "the opinion here stays; may be repeated")
        List<String> kept = List.of();
        @CommandLine.Option(names = "--take", paramLabel = "NO", description = "the opinion that came back is taken, the one here is withdrawn; may be repeated")
        List<String> taken = List.of();
        @CommandLine.Option(names = "--field", paramLabel = "NO:FIELD=mine|theirs", description = "one field; the opinion is put together and recorded on the body's behalf")
        Map<String, Side> fields = new LinkedHashMap<>();
        @CommandLine.Mixin
        KeyCommands.KeyPassword password;

        Merge(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                if (dry) {
                    return compared(session);
                }
                var choices = new HashMap<UUID, Choice>();
                kept.forEach(no -> choices.put(session.proposals().byReviewNo(no).id(), new Choice.Whole(Side.MINE)));
                taken.forEach(no -> choices.put(session.proposals().byReviewNo(no).id(), new Choice.Whole(Side.THEIRS)));
                byProject().forEach((no, sides) -> choices.put(session.proposals().byReviewNo(no).id(), new Choice.Fields(sides)));
                return told(run, session.exchange().merge(file, choices, password.read(), run.progress()));
            });
        }

        private Map<String, Map<String, Side>> byProject() {
            var projects = new LinkedHashMap<String, Map<String, Side>>();
            fields.forEach((where, side) -> {
                int colon = where.indexOf(':');
                if (colon < 1) {
                    throw UserProblem.of("cli.packageField", where);
                }
                projects.computeIfAbsent(where.substring(0, colon), no -> new HashMap<>()).put(where.substring(colon + 1), side);
            });
            return projects;
        }

        private int compared(Session session) {
            Incoming incoming = session.exchange().compare(file, password.read(), run.progress());
            ObjectNode json = PackageCommands.json(incoming.header());
            ArrayNode projects = json.putArray("projects");
            incoming.projects().forEach(project -> projects.add(json(project)));
            run.result(json);
            boolean clear = incoming.projects().stream().allMatch(project -> project.kind() == ReturnedWork.Kind.FITS);
            return clear ? Exit.OK : Exit.SHORT;
        }

        private ObjectNode json(Incoming.Project project) {
            ObjectNode json = Json.object().put("no", project.reviewNo()).put("name", project.name()).put("kind", project.kind().name()).put("sheet", project.sheet());
            run.say("cli.packageProject", project.reviewNo(), run.text("exchange.work." + project.kind().name()), project.reason() == null ? "" : run.texts().format(project.reason()));
            if (project.reason() != null) {
                json.put("code", project.reason().key()).put("reason", run.texts().format(project.reason()));
            }
            if (!project.fields().isEmpty()) {
                ArrayNode fields = json.putArray("fields");
                project.fields().forEach(field -> fields.add(json(field)));
            }
            return json;
        }

        private ObjectNode json(OpinionComparison.Field field) {
            ObjectNode json = Json.object().put("field", field.key()).put("label", run.texts().format(field.label())).put("contested", field.contested())
                    .put("base", text(field.base())).put("mine", text(field.mine())).put("theirs", text(field.theirs()));
            run.say("cli.packageConflict", field.key(), run.texts().format(field.label()), text(field.base()), text(field.mine()), text(field.theirs()));
            return json;
        }

        private String text(org.lianshen.model.Message value) {
            return value == null ? "" : run.texts().format(value);
        }
    }

    @CommandLine.Command(name = "inspect", description = "what a package says of itself, and what is known of its sender; stores nothing  查看评审包")
    private static final class Inspect implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;

        Inspect(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                Inspection found = session.exchange().inspect(file);
                ObjectNode json = json(found.header()).put("forUs", found.forUs()).put("known", found.sender() != null)
                        .put("standing", found.sender() == null ? null : found.sender().word().standing().name()).put("takenBefore", found.here() != null);
                run.result(json);
                run.sayPlain(Json.write(json));
                return found.forUs() && found.sender() != null && found.sender().trusted() ? Exit.OK : Exit.SHORT;
            });
        }
    }

    @CommandLine.Command(name = "list", description = "packages that left or came, newest first  收发记录")
    private static final class Listing implements Callable<Integer> {

        private final Run run;

        Listing(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                ObjectNode json = Json.object();
                ArrayNode packages = json.putArray("packages");
                session.exchange().packages().forEach(fact -> {
                    packages.add(json(run, fact));
                    run.say("cli.packageFact", fact.header().id().toString(), run.text("exchange.kind." + fact.header().kind().name()), fact.fileName(), fact.header().body(), fact.parts().size());
                });
                run.result(json);
                return Exit.OK;
            });
        }
    }
}
