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
import java.util.UUID;
import org.eclipse.swt.widgets.Composite;
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
import org.lianshen.workbench.grid.ListPart;
import org.lianshen.workbench.grid.ListTools;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.nav.Opener;

/** 已记住的判断: what officers said of links, IT lines and units, newest first, with the way to take it back. */
public final class WordsPart extends ListPart<WordsPart.Row, List<WordsPart.Row>> {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BeijingTime.ZONE);

    private final Session session;
    private final LinkageService linkage;
    private final LedgerService ledger;
    private final BudgetMessages messages;
    private final Texts texts;
    private final FlatButton revoke;

    /** One word. @param revocation takes it back; null where it is taken back already or a newer word stands in its place */
    record Row(String word, String about, String with, String by, Instant at, String note, Runnable revocation) {
    }

    @Inject
    public WordsPart(Composite parent, ListTools tools, Opener opener, Session session, LinkageService linkage, LedgerService ledger, BudgetMessages messages, Texts texts) {
        super(parent, tools, new Words(messages.words, messages.loading, messages.wordsHelp), spec(messages), row -> List.of(row.word(), row.about(), row.with()));
        this.session = session;
        this.linkage = linkage;
        this.ledger = ledger;
        this.messages = messages;
        this.texts = texts;
        button(messages.findings, () -> opener.open(Opener.FINDINGS));
        revoke = kit.primary(header.actions(), messages.retract, this::revoke);
        nothing(Icon.CHECK_CIRCLE, messages.wordsEmptyWhat, messages.wordsEmptyTodo, messages.findings, () -> opener.open(Opener.FINDINGS));
        start(Changes.Kind.LINKAGE);
    }

    private static TableSpec<Row> spec(BudgetMessages messages) {
        return new TableSpec<>("words", "budget.words.title",
                List.of(new Column<>("word", "budget.words.word", Type.TEXT, 16, Row::word), new Column<>("about", "budget.words.about", Type.TEXT, 44, Row::about),
                        new Column<>("with", "budget.words.with", Type.TEXT, 36, Row::with), new Column<>("by", "budget.words.by", Type.TEXT, 12, Row::by),
                        new Column<>("at", "budget.words.at", Type.CODE, 18, row -> MINUTE.format(row.at())), new Column<>("note", "budget.words.note", Type.TEXT, 24, Row::note),
                        new Column<>("standing", "budget.words.standing", Type.TEXT, 12, row -> row.revocation() == null ? messages.wordPast : messages.wordHolds)));
    }

    @Override
    protected void allow() {
        List<Row> rows = grid.selection();
        revoke.allowUnless(rows.size() != 1 ? messages.noWord : rows.getFirst().revocation() == null ? messages.wordIsPast : "");
    }

    @Override
    protected void show(List<Row> rows) {
        fill(rows, messages.wordsSubtitle);
    }

    @Override
    protected List<Row> read() {
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
            change(messages.deciding, progress -> {
                row.revocation().run();
                return row;
            }, gone -> dialogs.status(messages.format(messages.wordTakenBack, gone.word(), gone.about())));
        }
    }
}
