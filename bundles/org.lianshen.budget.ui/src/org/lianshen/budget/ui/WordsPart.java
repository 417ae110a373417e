package org.lianshen.budget.ui;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.model.linkage.OfficerWords;
import org.lianshen.model.linkage.UnitAlias;
import org.lianshen.service.Changes;
import org.lianshen.service.LedgerService;
import org.lianshen.service.LinkageService;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** 已记住的判断: what officers said of links, IT lines and units, newest first, with the way to take it back. */
public final class WordsPart implements PartActions {

    private static final Set<Changes.Kind> SHOWN = Set.of(Changes.Kind.LINKAGE);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BeijingTime.ZONE);

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Session session;
    private final LinkageService linkage;
    private final LedgerService ledger;
    private final BudgetMessages messages;
    private final Texts texts;

    private final Composite page;
    private final Banner banner;
    private final FlatButton revoke;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite table;
    private final Control empty;
    private final Grid<Row> grid;

    /** One word. @param revocation takes it back; null where it is taken back already or a newer word stands in its place */
    record Row(String word, String about, String with, String by, Instant at, String note, Runnable revocation) {
    }

    @Inject
    public WordsPart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, LinkageService linkage,
            LedgerService ledger, BudgetMessages messages, Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.session = session;
        this.linkage = linkage;
        this.ledger = ledger;
        this.messages = messages;
        this.texts = texts;
        page = kit.page(parent);
        Header header = kit.header(page, messages.words, messages.wordsSubtitle);
        kit.button(header.actions(), messages.findings, () -> opener.open(Opener.FINDINGS));
        revoke = kit.primary(header.actions(), messages.retract, this::revoke);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = kit.page(body);
        grid = grids.grid(table, new TableSpec<>("words", "budget.words.title",
                List.of(new Column<>("word", "budget.words.word", Type.TEXT, 16, Row::word), new Column<>("about", "budget.words.about", Type.TEXT, 44, Row::about),
                        new Column<>("with", "budget.words.with", Type.TEXT, 36, Row::with), new Column<>("by", "budget.words.by", Type.TEXT, 12, Row::by),
                        new Column<>("at", "budget.words.at", Type.CODE, 18, row -> MINUTE.format(row.at())), new Column<>("note", "budget.words.note", Type.TEXT, 24, Row::note),
                        new Column<>("standing", "budget.words.standing", Type.TEXT, 12, row -> row.revocation() == null ? messages.wordPast : messages.wordHolds))));
        empty = kit.empty(body, Icon.CHECK_CIRCLE, messages.wordsEmptyWhat, messages.wordsEmptyTodo, messages.findings, () -> opener.open(Opener.FINDINGS));
        grid.onSelect(rows -> allow());
        stack.topControl = table;
        allow();
        updates.listen(page, SHOWN, change -> banner.showOutdated(this::refresh));
        refresh();
    }

    private void allow() {
        List<Row> rows = grid.selection();
        revoke.allowUnless(rows.size() != 1 ? messages.noWord : rows.getFirst().revocation() == null ? messages.wordIsPast : "");
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> rows(), this::show, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(List<Row> rows) {
        grid.setRows(rows);
        stack.topControl = rows.isEmpty() ? empty : table;
        body.layout();
        allow();
    }

    private List<Row> rows() {
        OfficerWords words = linkage.words();
        Map<UUID, String> projects = new HashMap<>();
        for (LedgerProject project : ledger.projects(session.today())) {
            projects.put(project.id(), String.join(" ", project.reviewNo() == null ? "" : project.reviewNo(), project.name()).strip());
        }
        int year = FindingsModel.yearAt(session.today());
        var rows = new ArrayList<Row>();
        var later = new HashSet<String>();
        for (LinkDecision word : words.links().reversed()) {
            boolean newest = later.add("link|" + word.lineKey() + "|" + word.project());
            rows.add(new Row(texts.get("words.link." + word.answer().name()), about(word.lineKey()), projects.getOrDefault(word.project(), ""), word.by(), word.at(), word.note(),
                    newest && word.answer() != LinkDecision.Answer.REVOKED ? () -> linkage.revokeLink(word.line(), word.project(), "") : null));
        }
        for (ItWord word : words.it().reversed()) {
            boolean newest = later.add("it|" + word.lineKey());
            rows.add(new Row(texts.get("words.it." + word.answer().name()), about(word.lineKey()), "", word.by(), word.at(), word.note(),
                    newest && word.answer() != ItWord.Answer.REVOKED ? () -> linkage.sayIt(word.line(), ItWord.Answer.REVOKED, "") : null));
        }
        for (UnitAlias word : words.units().reversed()) {
            boolean newest = later.add("unit|" + word.alias());
            rows.add(new Row(texts.get(word.revoked() ? "words.unit.REVOKED" : "words.unit.SAME"), word.alias(), word.unit(), word.by(), word.at(), word.note(),
                    newest && !word.revoked() ? () -> linkage.revokeUnit(year, word.alias(), word.unit(), "") : null));
        }
        rows.sort(Comparator.comparing(Row::at).reversed());
        return rows;
    }

    /** A line key as people read it: the project code, or unit and name. */
    private static String about(String lineKey) {
        return lineKey.substring(lineKey.indexOf(':') + 1).replace("|", "　");
    }

    private void revoke() {
        Row row = grid.selection().getFirst();
        if (dialogs.confirm(messages.retract, messages.format(messages.retractWord, row.word(), row.about()), messages.retract)) {
            tasks.run(page, messages.deciding, progress -> {
                row.revocation().run();
                return rows();
            }, rows -> {
                show(rows);
                banner.hide();
                dialogs.status(messages.format(messages.wordTakenBack, row.word(), row.about()));
            });
        }
    }

    @Override
    public boolean canFilter() {
        return true;
    }

    @Override
    public void filter() {
        grid.focusFilter();
    }

    @Override
    public String help() {
        return messages.wordsHelp;
    }

    @Focus
    void focus() {
        grid.setFocus();
    }
}
