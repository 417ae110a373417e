package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.service.PackService;
import org.lianshen.service.PackService.Book;
import org.lianshen.service.PackService.Incoming;
import org.lianshen.service.PackService.TryOut;
import org.lianshen.service.Session;
import picocli.CommandLine;

/** The rule pack of the store's place: shown, compared, carried from one desktop to another, tried out, published. */
final class PackCommands {

    private PackCommands() {
    }

    abstract static class InSession implements Callable<Integer> {

        final Run run;

        InSession(Run run) {
            this.run = run;
        }

        @Override
        public final Integer call() {
            return run.inSession((ToIntFunction<Session>) this::work);
        }

        abstract int work(Session session);

        PackJson json() {
            return new PackJson(run.texts());
        }

        void changes(java.util.List<PackChange> changes) {
            changes.forEach(change -> run.say("cli.packChange", change.path().toString(), shown(change.before()), shown(change.after())));
        }

        private String shown(Object value) {
            return value == null ? run.text("cli.packNothing") : value.toString();
        }
    }

    @CommandLine.Command(name = "show", description = "the pack in force, or a version or the draft, and what is published  规则包")
    static final class Show extends InSession {

        @CommandLine.Option(names = "--version", paramLabel = "ID", description = "such as huzhou@2026.1+2, or draft; the one in force")
        String version;
        @CommandLine.Option(names = "--against", paramLabel = "ID", description = "what differs from this one")
        String against;

        Show(Run run) {
            super(run);
        }

        @Override
        int work(Session session) {
            PackService packs = session.packs();
            Book book = packs.book();
            String id = version == null ? book.inForce() : version;
            ObjectNode result = json().pack(id, packs.pack(id), packs.content(id), book);
            run.say("cli.packInForce", book.name(), book.inForce(), book.shipped().id(), book.shipped().digest());
            for (PackVersion each : book.versions()) {
                run.say("cli.packVersion", each.id(), each.validFrom(), each.by(), each.edits().edits().size(), each.reason());
            }
            run.say("cli.packDraft", book.pending().size());
            book.overriding().forEach(edit -> run.say("cli.packOverrides", edit.path().toString()));
            if (against != null) {
                var differences = packs.difference(against, id);
                json().changes(result.putArray("differences"), differences);
                changes(differences);
            } else {
                changes(book.pending().stream().map(edit -> edit.change()).toList());
            }
            run.result(result);
            return Exit.OK;
        }
    }

    @CommandLine.Command(name = "check", description = "checks a file of pack edits; stores nothing  检查")
    static final class Check extends InSession {

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;

        Check(Run run) {
            super(run);
        }

        @Override
        int work(Session session) {
            Incoming incoming = session.packs().check(file);
            run.say("cli.packSound", file.toString(), incoming.id(), incoming.edits(), incoming.changes().size());
            incoming.overriding().forEach(edit -> run.say("cli.packOverrides", edit.path().toString()));
            changes(incoming.changes());
            ObjectNode result = Json.object().put("file", file.toString()).put("id", incoming.id()).put("edits", incoming.edits());
            json().changes(result.putArray("changes"), incoming.changes());
            json().edits(result.putArray("overriding"), incoming.overriding());
            run.result(result);
            return Exit.OK;
        }
    }

    @CommandLine.Command(name = "export", description = "the edits of the pack as a file for another desktop  导出")
    static final class Export extends InSession {

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;
        @CommandLine.Option(names = "--version", paramLabel = "ID", description = "such as huzhou@2026.1+2, or draft; the one in force")
        String version;

        Export(Run run) {
            super(run);
        }

        @Override
        int work(Session session) {
            String id = version == null ? session.packs().book().inForce() : version;
            session.packs().exportTo(id, file);
            run.say("cli.written", file.toString());
            run.result(Json.object().put("file", file.toString()).put("id", id));
            return Exit.OK;
        }
    }

    @CommandLine.Command(name = "import", description = "makes a file of pack edits the draft; publish puts it in force  导入为草稿")
    static final class Import extends InSession {

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;

        Import(Run run) {
            super(run);
        }

        @Override
        int work(Session session) {
            session.packs().importFrom(file);
            Book book = session.packs().book();
            run.say("cli.packImported", file.toString(), book.pending().size());
            changes(book.pending().stream().map(edit -> edit.change()).toList());
            ObjectNode result = Json.object().put("file", file.toString());
            json().edits(result.putArray("pending"), book.pending());
            run.result(result);
            return Exit.OK;
        }
    }

    @CommandLine.Command(name = "try", description = "what would change if the draft, or a file, were in force; stores nothing  试算")
    static final class Try extends InSession {

        @CommandLine.Parameters(paramLabel = "FILE", arity = "0..1", description = "the draft where none is named")
        Path file;
        @CommandLine.Option(names = "--year", paramLabel = "Y", required = true)
        int year;

        Try(Run run) {
            super(run);
        }

        @Override
        int work(Session session) {
            TryOut tried = file == null ? session.packs().tryOut(year, run.progress()) : session.packs().tryOut(file, year, run.progress());
            RunDifference found = tried.findings();
            found.byRule().forEach(rule -> run.say("cli.packTryRule", rule.rule(), rule.added(), rule.addedAmount(), rule.closed(), rule.closedAmount(), rule.changed(), rule.unchanged()));
            found.added().forEach(finding -> run.say("cli.packTryAdded", finding.rule(), run.texts().format(finding.message())));
            found.closed().forEach(finding -> run.say("cli.packTryClosed", finding.rule(), run.texts().format(finding.message())));
            tried.reviews().forEach(review -> run.say("cli.packTryReview", String.valueOf(review.reviewNo()), review.name(), run.text("review.state." + review.before().name()),
                    run.text("review.state." + review.after().name()), String.valueOf(review.dueAfter())));
            tried.forms().forEach(form -> run.say("cli.packTryForm", form.name(), form.added().size(), form.gone().size()));
            run.say("cli.packTried", tried.current(), year, tried.lineCount(), found.added().size(), found.closed().size(), found.changed().size(), found.unchanged().size(),
                    found.verdicts().size());
            run.result(json().tried(tried));
            return Exit.OK;
        }
    }

    @CommandLine.Command(name = "publish", description = "puts the draft in force from a day  发布草稿")
    static final class Publish extends InSession {

        @CommandLine.Option(names = "--from", paramLabel = "DATE", required = true, description = "first day of validity, today or later")
        LocalDate from;
        @CommandLine.Option(names = "--reason", required = true, description = "why, and on what document it rests")
        String reason;

        Publish(Run run) {
            super(run);
        }

        @Override
        int work(Session session) {
            PackDraft draft = session.packs().book().draft();
            PackVersion version = session.packs().publish(draft, from, reason);
            run.say("cli.packPublished", version.id(), version.validFrom(), version.edits().edits().size(), version.digest());
            run.result(json().version(version));
            return Exit.OK;
        }
    }
}
