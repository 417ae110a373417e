package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.review.State;
import org.lianshen.model.review.TimeLimit.Level;
import org.lianshen.service.Changes;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.Held;
import org.lianshen.service.ReviewService.Owing;
import org.lianshen.service.Session;
import org.lianshen.service.table.BoardTable;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.ListPart;
import org.lianshen.workbench.grid.ListTools;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;

/** 逾期看板: who holds what since when, how many working days are left, who was reminded and saw it. */
public final class OverduePart extends ListPart<Held, List<Held>> {

    private static final String UNIT = "unit";

    private final Session session;
    private final ReviewService reviews;
    private final ReviewMessages messages;
    private final Texts texts;
    private final FlatButton late;
    private final FlatButton remind;
    private List<Held> all = List.of();
    private boolean lateOnly;

    @Inject
    public OverduePart(Composite parent, ListTools tools, Opener opener, Session session, ReviewService reviews, ReviewMessages messages, Texts texts) {
        super(parent, tools, new Words(messages.overdueTitle, messages.loading, messages.overdueHelp), new BoardTable(texts, BeijingTime.ZONE).spec(), row -> Arrays.asList(row.proposal(), row.holder(), row.what()));
        this.session = session;
        this.reviews = reviews;
        this.messages = messages;
        this.texts = texts;
        late = button(messages.overdueOnly, this::late);
        button(messages.exportBoard, this::export);
        remind = kit.primary(header.actions(), messages.remindSelected, this::remind).keys("R");
        grid.tint(row -> row.limit().level() == Level.OVER ? Tone.BLOCK : row.limit().level() == Level.WARNING ? Tone.WARN : null);
        grid.onOpen(row -> {
            if (row.meeting() != null) {
                opener.open(Opener.ACTIONS);
            } else {
                opener.open(Opener.REVIEW, row.proposal().toString(), row.name());
            }
        });
        grid.table().addListener(SWT.KeyDown, event -> {
            if (Character.toLowerCase(event.character) == 'r' && (event.stateMask & SWT.MODIFIER_MASK & ~SWT.SHIFT) == 0 && remind.blocked() == null) {
                remind();
            }
        });
        nothing(Icon.HOURGLASS_SPLIT, messages.overdueEmptyWhat, messages.overdueEmptyTodo, null, null);
        start(Changes.Kind.PROPOSAL, Changes.Kind.REVIEW, Changes.Kind.MEETING);
    }

    @Override
    protected List<Held> read() {
        return reviews.held();
    }

    @Override
    protected void show(List<Held> rows) {
        all = rows;
        fill(rows.stream().filter(row -> !lateOnly || row.limit().level() != Level.IN_TIME).toList(),
                messages.format(messages.overdueSubtitle, rows.size(), count(Level.OVER), count(Level.WARNING)), !rows.isEmpty());
    }

    private long count(Level level) {
        return all.stream().filter(row -> row.limit().level() == level).count();
    }

    private void late() {
        lateOnly = !lateOnly;
        late.setText(lateOnly ? messages.overdueAll : messages.overdueOnly);
        late.requestLayout();
        show(all);
    }

    /** Bodies that owe an opinion, and units that owe an answer. */
    private List<Held> remindable() {
        return grid.selection().stream().filter(row -> row.state() == State.RETURNED && UNIT.equals(row.who()) || row.what().key().equals("review.open.opinion")).toList();
    }

    @Override
    protected void allow() {
        remind.allowUnless(remindable().isEmpty() ? messages.nothingToRemind : "");
    }

    private void remind() {
        List<Held> rows = remindable();
        String who = rows.stream().map(row -> texts.format(row.holder())).distinct().collect(Collectors.joining("、"));
        var box = new ActBox(kit, messages.remindTitle, messages.remind).note(messages.format(messages.remindQuestion, rows.size(), who));
        var words = box.words(messages.remindWords);
        dialogs.open(box, refused -> change(messages.remind, progress -> {
            reviews.remind(rows.stream().map(row -> new Owing(row.proposal(), row.who())).toList(), words.text());
            return rows.size();
        }, reminded -> dialogs.status(messages.format(messages.remindedCount, reminded)), refused));
    }

    private void export() {
        export(messages.exportBoard, messages.format(messages.boardFile, session.today().toString()), reviews::exportHeld);
    }
}
