package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lianshen.model.UserProblem;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.DocumentService;
import org.lianshen.service.Session;
import org.lianshen.service.document.PaperWriter;
import picocli.CommandLine;

/** Papers of the joint review: what there is, and files of it. */
final class PaperWriteCommands {

    private static final Pattern MEETING_NO = Pattern.compile("\\d{4}-\\d{1,4}");

    private PaperWriteCommands() {
    }

    /** A meeting's number, else the number of a project. */
    static UUID subject(Session session, String no) {
        return MEETING_NO.matcher(no).matches() ? session.meetings().byNo(no).id() : session.proposals().byReviewNo(no).id();
    }

    /** {@code return_notice}, in small or capital letters. */
    static PaperKind kind(String typed) {
        try {
            return PaperKind.valueOf(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw UserProblem.because(e, "cli.paperKind", typed, Stream.of(PaperKind.values()).map(PaperWriteCommands::typed).toList());
        }
    }

    static String typed(PaperKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Of a kind; the letters that a meeting's list shows are papers of their projects. */
    static Stream<DocumentService.Listed> papers(Session session, String no, PaperKind kind) {
        UUID subject = subject(session, no);
        return session.documents().papers(subject).stream().filter(listed -> listed.key().kind() == kind && (kind != PaperKind.OPINION || listed.key().subject().equals(subject)));
    }

    static ObjectNode json(Run run, DocumentService.Listed listed) {
        return Json.object().put("kind", typed(listed.key().kind())).put("part", listed.key().part()).put("name", run.texts().format(listed.name()))
                .put("standing", listed.standing().name().toLowerCase(Locale.ROOT));
    }

    @CommandLine.Command(name = "list", description = "the papers of a project or meeting that there are now  文书列表")
    static final class ListPapers implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "NO|MEETING")
        String no;

        ListPapers(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                List<DocumentService.Listed> papers = session.documents().papers(subject(session, no));
                var json = Json.object().put("subject", no);
                var list = json.putArray("papers");
                papers.forEach(listed -> {
                    list.add(json(run, listed));
                    run.say("cli.paper", typed(listed.key().kind()), listed.key().part(), run.texts().format(listed.name()));
                });
                run.result(json);
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "write", description = "one paper as a file  写出文书")
    static final class Write implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(index = "0", paramLabel = "NO|MEETING")
        String no;
        @CommandLine.Parameters(index = "1", paramLabel = "KIND", description = "proposal, return_notice, return_answer, countersign, draw_log, expert_sheet, expert_group, summary, minutes or opinion")
        String kind;
        @CommandLine.Option(names = "--part", paramLabel = "PART", description = "which, where there are several; see paper list")
        String part;
        @CommandLine.Option(names = "--docx", paramLabel = "FILE")
        Path docx;
        @CommandLine.Option(names = "--pdf", paramLabel = "FILE")
        Path pdf;
        @CommandLine.Option(names = "--ofd", paramLabel = "FILE")
        Path ofd;
        @CommandLine.Spec
        CommandLine.Model.CommandSpec spec;

        Write(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            List<Path> targets = Stream.of(docx, pdf, ofd).filter(Objects::nonNull).toList();
            if (targets.isEmpty()) {
                throw new CommandLine.ParameterException(spec.commandLine(), run.text("cli.paperWhere"));
            }
            return run.inSession(session -> {
                DocumentService.Listed chosen = chosen(session);
                ObjectNode json = json(run, chosen).put("subject", no).put("docx", docx == null ? null : docx.toString()).put("pdf", pdf == null ? null : pdf.toString())
                        .put("ofd", ofd == null ? null : ofd.toString());
                var notices = json.putArray("notices");
                session.documents().write(chosen.key(), targets).forEach(notice -> {
                    notices.add(run.texts().format(notice));
                    run.sayPlain(run.texts().format(notice));
                });
                run.result(json);
                targets.forEach(target -> run.say("cli.written", target.toString()));
                return Exit.OK;
            });
        }

        private DocumentService.Listed chosen(Session session) {
            PaperKind wanted = kind(kind);
            List<DocumentService.Listed> found = papers(session, no, wanted).toList();
            List<DocumentService.Listed> chosen = part == null ? found : found.stream().filter(listed -> listed.key().part().equals(part)).toList();
            if (chosen.size() == 1) {
                return chosen.getFirst();
            }
            List<String> parts = found.stream().map(listed -> listed.key()).map(PaperKey::part).toList();
            throw parts.isEmpty() ? UserProblem.of("cli.noPaper", no, typed(wanted)) : UserProblem.of("cli.paperPart", no, typed(wanted), parts);
        }
    }

    /** Says what was written. */
    static int written(Run run, ObjectNode json, DocumentService.Written written) {
        json.put("pages", written.pages());
        var files = json.putArray("files");
        written.files().forEach(file -> files.add(file.toString()));
        var notices = json.putArray("notices");
        written.notices().forEach(notice -> {
            notices.add(run.texts().format(notice));
            run.sayPlain(run.texts().format(notice));
        });
        run.result(json);
        written.files().forEach(file -> run.say("cli.written", file.toString()));
        return Exit.OK;
    }

    @CommandLine.Command(name = "dossier", description = "the whole file of a project with cover, contents and page numbers  卷宗")
    static final class Dossier implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "NO")
        String no;
        @CommandLine.ArgGroup(multiplicity = "1")
        Where where;

        static final class Where {
            @CommandLine.Option(names = "--pdf", paramLabel = "FILE", description = "one file")
            Path pdf;
            @CommandLine.Option(names = "--out", paramLabel = "DIR", description = "a folder with a file for each piece")
            Path out;
        }

        Dossier(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            if (where.pdf != null && !where.pdf.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                throw UserProblem.of("paper.unknownFormat", where.pdf.toString(), List.of(".pdf"));
            }
            return run.inSession(session -> written(run, Json.object().put("no", no),
                    session.documents().dossier(session.proposals().byReviewNo(no).id(), where.pdf == null ? where.out : where.pdf, run.progress())));
        }
    }

    @CommandLine.Command(name = "batch", description = "many papers at once, all or none  批量写出文书")
    static final class Batch implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(index = "0", paramLabel = "KIND", description = "see paper write")
        String kind;
        @CommandLine.Parameters(index = "1..*", arity = "1..*", paramLabel = "NO|MEETING", description = "projects; a meeting stands for those on its agenda")
        List<String> numbers;
        @CommandLine.Option(names = "--out", paramLabel = "DIR|FILE", required = true, description = "a folder with a file for each, or one file of all")
        Path out;
        @CommandLine.Option(names = "--format", paramLabel = "pdf|docx|ofd", description = "of the files in a folder; pdf")
        PaperWriter.Format format = PaperWriter.Format.PDF;

        Batch(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                PaperKind wanted = kind(kind);
                List<PaperKey> keys = numbers.stream().flatMap(no -> subjects(session, no)).distinct().flatMap(subject -> session.documents().papers(subject).stream())
                        .map(DocumentService.Listed::key).filter(key -> key.kind() == wanted).toList();
                ObjectNode json = Json.object().put("kind", typed(wanted)).put("papers", keys.size());
                return written(run, json, session.documents().write(keys, format, out, run.progress()));
            });
        }

        private static Stream<UUID> subjects(Session session, String no) {
            return MEETING_NO.matcher(no).matches() ? session.meetings().byNo(no).agenda().stream().map(AgendaItem::proposal) : Stream.of(session.proposals().byReviewNo(no).id());
        }
    }
}
