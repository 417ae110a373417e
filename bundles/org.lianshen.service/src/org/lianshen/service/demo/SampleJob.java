package org.lianshen.service.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Progress;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.table.TableWriter.Sheet;
import org.lianshen.service.text.Texts;

/**
 * The main job on the sample data, step by step, through the same services and the same files as everybody's work: workbooks are written and then imported, the
 * proposal is submitted, countersigned and decided. Used by the command {@code demo} and by a new store that opens with sample data.
 */
public final class SampleJob {

    private static final Locale LOCALE = Locale.CHINESE;
    private static final Set<LedgerColumn> LEDGER_MONEY = EnumSet.of(LedgerColumn.APPLIED, LedgerColumn.APPROVED, LedgerColumn.OPERATION_COST);

    private final Session session;
    private final TableWriter tables;
    private final SampleData data;
    private final Texts texts = new Texts(LOCALE);

    public SampleJob(Session session, TableWriter tables, SampleData data) {
        this.session = session;
        this.tables = tables;
        this.data = data;
    }

    /** Writes the sample ledger as a workbook and imports it. @return how many projects came in */
    public int takeLedger(Path workbook) {
        var columns = EnumSet.noneOf(LedgerColumn.class);
        data.ledger().forEach(row -> columns.addAll(row.keySet()));
        write(workbook, "sampleLedger", "demo.ledger", columns, column -> "ledger.column." + column.name(), LEDGER_MONEY::contains, data.ledger());
        return session.ledger().take(workbook, false, false, Progress.NONE).batch().rowsImported();
    }

    /** Writes the sample budget as a workbook and imports it. */
    public BudgetService.Outcome takeBudget(Path workbook) {
        return take(workbook, "demo.budget", data.budgetYear(), data.budget(), SheetKind.ANNUAL);
    }

    /** Writes and imports the sample budget of the year before. */
    public BudgetService.Outcome takeBudgetBefore(Path workbook) {
        return take(workbook, "demo.budgetBefore", data.budgetYear() - 1, data.budgetBefore(), SheetKind.ANNUAL);
    }

    public BudgetService.Outcome takePayments(Path workbook) {
        return take(workbook, "demo.payments", data.budgetYear(), data.payments(), SheetKind.PAYMENT);
    }

    private BudgetService.Outcome take(Path workbook, String title, int year, List<Map<BudgetField, String>> lines, SheetKind kind) {
        var columns = EnumSet.noneOf(BudgetField.class);
        lines.forEach(row -> columns.addAll(row.keySet()));
        write(workbook, "sampleBudget", title, columns, column -> "budget.field." + column.name(), column -> column.kind() == BudgetField.Kind.MONEY, lines);
        var request = new BudgetService.Request(year, kind, null, null, Map.of(), false, false);
        return session.budgets().take(workbook, request, Progress.NONE);
    }

    private <C extends Enum<C>> void write(Path workbook, String id, String title, Set<C> columns, Function<C, String> label, Function<C, Boolean> money,
            List<Map<C, String>> rows) {
        var specs = new ArrayList<Column<Map<C, String>>>();
        for (C column : columns) {
            boolean amount = money.apply(column);
            specs.add(new Column<>(column.name(), label.apply(column), amount ? Column.Type.MONEY : Column.Type.CODE, amount ? 14 : 20, row -> {
                String text = row.get(column);
                return text == null ? null : amount ? Money.parseYuan(text) : text;
            }));
        }
        String name = texts.get(title);
        tables.write(workbook, List.of(new Sheet<>(name, new TableSpec<>(id, title, specs), rows, List.of(data.about()))), LOCALE);
    }

    /** Stores the sample form with the attachments that its class asks for, and submits it with reasons for its warnings. */
    public Proposal submit(Path folder) {
        return submit(data.proposal(), folder);
    }

    /** The sample form for another project, which has no project code yet. */
    private ProposalForm another(String name) {
        return data.proposal().with(ProposalField.PROJECT_NAME, texts.get(name)).with(ProposalField.BUDGET_PROJECT_CODE, "");
    }

    private Proposal submit(ProposalForm form, Path folder) {
        ProposalForm complete = form;
        for (FormFinding missing : session.proposals().check(form)) {
            if (missing.check().equals("attachment")) {
                var attachments = new ArrayList<>(complete.attachments());
                attachments.add(attachment(missing.place(), folder));
                complete = complete.withAttachments(attachments);
            }
        }
        Proposal draft = session.proposals().create(complete);
        List<Explanation> reasons = session.proposals().check(complete).stream().filter(found -> found.severity() == Severity.W)
                .map(found -> new Explanation(found.check(), found.place(), texts.get("demo.reason"))).toList();
        return session.proposals().submit(draft.id(), reasons, Map.of());
    }

    private Attachment attachment(String kind, Path folder) {
        Path file = folder.resolve(texts.get("demo.attachment", kind));
        try {
            Files.writeString(file, texts.get("demo.attachmentText", kind, data.proposal().name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return session.proposals().attach(kind, file);
    }

    /** 受理, then the opinion of every body of the pack, recorded on its behalf. */
    public void countersign(UUID proposal) {
        session.reviews().accept(proposal);
        for (ReviewBody body : session.pack().bodies()) {
            sign(proposal, body);
        }
    }

    private void sign(UUID proposal, ReviewBody body) {
        SampleData.Opinion said = data.opinions().get(body.code());
        List<CheckAnswer> answers = session.pack().checkItems(body.code()).stream().map(item -> answer(item, said)).toList();
        var opinion = new ActDetail.Opinion(1, answers, said == null ? Overall.AGREE : said.overall(), said == null ? List.of() : said.cuts(), "",
                said == null ? "" : said.remark());
        session.reviews().record(proposal, body.code(), opinion, said == null ? body.shortName() : said.signer(), null);
    }

    private CheckAnswer answer(CheckItem item, SampleData.Opinion said) {
        String problem = said == null ? null : said.failed().get(item.code());
        return problem == null ? new CheckAnswer(item.code(), Verdict.PASS, "", "", "")
                : new CheckAnswer(item.code(), Verdict.DOUBT, problem, said.remark(), "");
    }

    /** Everybody attends, the one project is approved with the sample's cuts, and the meeting is closed. */
    public Meeting decide(UUID proposal) {
        Meeting meeting = session.meetings().prepare(session.today(), "14:30", texts.get("demo.place"));
        List<Attendance> present = meeting.attendance().stream()
                .map(seat -> new Attendance(seat.body(), seat.unit(), texts.get("demo.delegate", session.pack().body(seat.body()).shortName()), seat.role(), Attendance.Presence.PRESENT)).toList();
        List<AgendaItem> agenda = meeting.agenda().stream().filter(item -> item.proposal().equals(proposal)).map(this::decided).toList();
        Meeting decided = meeting.withHead(meeting.time(), meeting.place(), texts.get("demo.recorder"), data.decision().requirements()).withChair(texts.get("demo.chair"), null)
                .withAttendance(present).withAgenda(agenda);
        session.meetings().save(decided);
        return session.meetings().close(decided.id());
    }

    private AgendaItem decided(AgendaItem item) {
        ProposalForm form = session.proposals().get(item.proposal()).form();
        List<LineApproval> lines = form.estimate().stream().map(this::approved).toList();
        return new AgendaItem(item.proposal(), form.unit(), data.decision().discussion(), item.votes(), DecisionKind.APPROVED, data.decision().approved(), lines,
                List.of(), null, null);
    }

    private LineApproval approved(EstimateLine line) {
        Money cut = data.decision().lines().get(line.no());
        return new LineApproval(line.no(), cut == null ? line.amount() : cut, cut == null ? "" : texts.get("demo.cutReason"));
    }

    /** Scores the sample appraisals and settles them, so that their grades reach the next check. */
    public List<Appraisal> appraise() {
        var settled = new ArrayList<Appraisal>();
        var projects = session.ledger().projects(session.today());
        String template = session.appraisals().templates().getFirst().id();
        for (SampleData.Scored scored : data.appraisals()) {
            var project = projects.stream().filter(row -> scored.reviewNo().equals(row.reviewNo())).findFirst().orElseThrow();
            Appraisal blank = session.appraisals().blank(template, project.id(), scored.year(), Appraisal.Evaluator.SELF);
            Appraisal filled = new Appraisal(blank.id(), blank.project(), project.name(), project.unit(), scored.year(), template, blank.evaluator(),
                    scored.execution(), scored.goal(), scored.achieved(), scored.rows(), "", false, null, blank.editedBy(), blank.editedAt(), blank.rowVersion());
            Appraisal stored = session.appraisals().save(filled);
            settled.add(session.appraisals().settle(stored.id(), texts.get("demo.settled")));
        }
        return settled;
    }

    public CheckRun check() {
        return session.linkage().check(data.budgetYear(), null, Progress.NONE);
    }

    /** Fills a new store so that every desk has something done and something to do. */
    public void fill() {
        data.experts().forEach(session.experts()::save);
        try {
            Path folder = Files.createTempDirectory("lianshen-sample");
            try {
                takeLedger(folder.resolve(texts.get("demo.ledgerFile")));
                takeBudget(folder.resolve(texts.get("demo.budgetFile")));
                takeBudgetBefore(folder.resolve(texts.get("demo.budgetBeforeFile")));
                takePayments(folder.resolve(texts.get("demo.paymentsFile")));
                Proposal first = submit(folder);
                countersign(first.id());
                decide(first.id());
                Proposal second = submit(another("demo.secondProposal"), folder);
                session.reviews().accept(second.id());
                session.pack().bodies().stream().limit(2).forEach(body -> sign(second.id(), body));
                session.proposals().create(another("demo.draftProposal"));
                appraise();
                check();
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
