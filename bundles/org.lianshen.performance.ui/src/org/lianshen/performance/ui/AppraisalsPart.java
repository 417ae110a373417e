package org.lianshen.performance.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.review.State;
import org.lianshen.service.AppraisalService;
import org.lianshen.service.Changes;
import org.lianshen.service.LedgerService;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListPart;
import org.lianshen.workbench.grid.ListTools;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;

/** Desk 4: the appraisals with their scores; new ones, and filled self-evaluation forms. */
public final class AppraisalsPart extends ListPart<AppraisalRow, List<AppraisalRow>> {

    private final Grids grids;
    private final Opener opener;
    private final Session session;
    private final AppraisalService appraisals;
    private final LedgerService ledger;
    private final Texts texts;
    private final PerformanceMessages messages;

    @Inject
    public AppraisalsPart(Composite parent, ListTools tools, Grids grids, Opener opener, Session session, AppraisalService appraisals, LedgerService ledger, Texts texts,
            PerformanceMessages messages) {
        super(parent, tools, new Words(messages.listTitle, messages.loadingList, messages.listHelp), AppraisalRow.spec(texts), row -> row.appraisal().id());
        this.grids = grids;
        this.opener = opener;
        this.session = session;
        this.appraisals = appraisals;
        this.ledger = ledger;
        this.texts = texts;
        this.messages = messages;
        button(messages.importForm, this::importForm);
        kit.primary(header.actions(), messages.newAppraisal, this::make);
        grid.onOpen(row -> open(row.appraisal()));
        grid.tint(row -> ScoreFoot.tone(row.sheet().grade()) == Tone.BLOCK ? Tone.BLOCK : null);
        nothing(Icon.CLIPBOARD_DATA, messages.emptyWhat, messages.emptyTodo, messages.newAppraisal, this::make);
        start(Changes.Kind.APPRAISAL);
    }

    @Override
    protected List<AppraisalRow> read() {
        return appraisals.list().stream().map(each -> new AppraisalRow(each, appraisals.score(each))).toList();
    }

    @Override
    protected void show(List<AppraisalRow> rows) {
        long open = rows.stream().filter(row -> !row.appraisal().settled()).count();
        fill(rows, rows.isEmpty() ? "" : messages.format(messages.listSubtitle, rows.size(), open));
    }

    /** What was never submitted has nothing to show for itself. */
    private List<LedgerProject> submitted() {
        return ledger.projects(session.today()).stream().filter(project -> project.state() != State.DRAFT).toList();
    }

    private record Choices(List<LedgerProject> projects, List<PerformanceTemplate> templates, int year) {
    }

    private void make() {
        tasks.run(page, messages.loadingProjects, progress -> new Choices(submitted(), appraisals.templates(), session.year()), choices -> {
            var box = new NewAppraisalBox(kit, grids, texts, messages, choices.projects(), choices.templates(), choices.year());
            if (dialogs.open(box)) {
                keep(messages.creating, () -> appraisals.blank(box.template(), box.project().id(), box.year(), box.evaluator()));
            }
        });
    }

    private record Read(Appraisal appraisal, List<LedgerProject> projects) {

        /** The one project of that name, and unit where the form names one; null where that is not clear. */
        LedgerProject project() {
            List<LedgerProject> same = projects.stream().filter(each -> each.name().equals(appraisal.projectName()))
                    .filter(each -> appraisal.unit().isEmpty() || each.unit().equals(appraisal.unit())).toList();
            return same.size() == 1 ? same.getFirst() : null;
        }
    }

    private void importForm() {
        for (Path file : dialogs.openFiles(messages.importForm, false, new FileKind(messages.formFile, "xlsx", "xls"))) {
            String name = file.getFileName().toString();
            tasks.run(page, messages.format(messages.importing, name), progress -> new Read(appraisals.read(file, null, progress), submitted()), this::take);
        }
    }

    private void take(Read read) {
        LedgerProject project = read.project();
        if (project == null) {
            var box = new ProjectBox(kit, grids, messages, messages.format(messages.tieText, read.appraisal().projectName(), read.appraisal().unit()), read.projects());
            if (!dialogs.open(box)) {
                return;
            }
            project = box.chosen();
        }
        Appraisal tied = tied(read.appraisal(), project);
        keep(messages.creating, () -> tied);
    }

    private static Appraisal tied(Appraisal a, LedgerProject project) {
        return new Appraisal(a.id(), project.id(), project.name(), project.unit(), a.year(), a.template(), a.evaluator(), a.execution(), a.goal(), a.achieved(), a.rows(), a.note(),
                false, null, a.editedBy(), a.editedAt(), a.rowVersion());
    }

    /** Stores a new appraisal and opens it. */
    private void keep(String label, Supplier<Appraisal> made) {
        change(label, progress -> appraisals.save(made.get()), this::open);
    }

    private void open(Appraisal appraisal) {
        opener.open(Opener.APPRAISAL, appraisal.id().toString(), messages.format(messages.editorTitle, appraisal.projectName(), String.valueOf(appraisal.year())));
    }
}
