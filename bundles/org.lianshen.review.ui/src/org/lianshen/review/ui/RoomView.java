package org.lianshen.review.ui;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.LineApproval;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/**
 * The meeting on a projector: agenda left, the item right, type that is read from the back of the room. It stands on the second screen, or fills the only one; ← and → turn
 * the items, here and on the secretary's screen; Esc closes it.
 */
final class RoomView {

    /** Lines of plain text that the height of the screen holds. */
    private static final int LINES = 24;
    private static final double TYPE_OF_LINE = 0.55;
    private static final int POINTS_PER_INCH = 72;
    /** Cut lines shown; the paper has them all. */
    private static final int MOST_LINES = 5;
    private static final int MOST_CONDITIONS = 4;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm").withZone(BeijingTime.ZONE);

    private final Kit kit;
    private final Look look;
    private final ReviewMessages messages;
    private final Texts texts;
    private final RulePack pack;
    private final Shell shell;
    private final Composite left;
    private final Composite right;
    private final Font plain;
    private final Font strong;
    private final Font huge;
    private final int gap;
    private RoomPage page;

    /** @param step turns the secretary's selection, by −1 or 1 */
    RoomView(Shell parent, Kit kit, ReviewMessages messages, Texts texts, RulePack pack, IntConsumer step) {
        this.kit = kit;
        this.look = kit.look();
        this.messages = messages;
        this.texts = texts;
        this.pack = pack;
        Display display = parent.getDisplay();
        Monitor monitor = other(display, parent);
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setText(messages.roomTitle);
        shell.setBackground(look.surface());
        Rectangle screen = monitor.getBounds();
        int line = screen.height / LINES;
        gap = line / 3;
        double points = line * TYPE_OF_LINE * POINTS_PER_INCH / display.getDPI().y;
        plain = font(points, SWT.NORMAL);
        strong = font(points * 1.15, SWT.BOLD);
        huge = font(points * 1.6, SWT.BOLD);
        shell.addDisposeListener(event -> List.of(plain, strong, huge).forEach(Font::dispose));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(shell);
        left = column(shell, look.raised());
        GridDataFactory.fillDefaults().grab(false, true).hint(screen.width * 3 / 10, SWT.DEFAULT).applyTo(left);
        right = column(shell, look.surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(right);
        Listener keys = event -> onKey(event, step);
        display.addFilter(SWT.KeyDown, keys);
        shell.addDisposeListener(event -> display.removeFilter(SWT.KeyDown, keys));
        // The page says what it shows to who cannot see it.
        Kit.name(right, this::spoken);
        shell.setBounds(screen);
        if (monitor.equals(parent.getMonitor())) {
            shell.setMaximized(true);
        } else {
            shell.setFullScreen(true);
        }
        parent.addDisposeListener(event -> close());
    }

    /** A screen other than the one that the secretary works at, where there is one. */
    private static Monitor other(Display display, Shell parent) {
        for (Monitor each : display.getMonitors()) {
            if (!each.equals(parent.getMonitor())) {
                return each;
            }
        }
        return parent.getMonitor();
    }

    private Font font(double points, int style) {
        FontData data = look.base().getFontData()[0];
        return new Font(shell.getDisplay(), data.getName(), Math.max(1, (int) Math.round(points)), style);
    }

    private Composite column(Composite parent, Color background) {
        var column = new Composite(parent, SWT.NONE);
        column.setBackground(background);
        GridLayoutFactory.fillDefaults().margins(gap * 2, gap * 2).spacing(gap, gap).applyTo(column);
        return column;
    }

    private void onKey(Event event, IntConsumer step) {
        if (event.widget instanceof Control control && !control.isDisposed() && control.getShell() == shell) {
            switch (event.keyCode) {
                case SWT.ARROW_LEFT, SWT.PAGE_UP -> step.accept(-1);
                case SWT.ARROW_RIGHT, SWT.PAGE_DOWN, ' ' -> step.accept(1);
                case SWT.ESC -> close();
                default -> {
                    return;
                }
            }
            event.doit = false;
        }
    }

    Shell shell() {
        return shell;
    }

    boolean gone() {
        return shell.isDisposed();
    }

    void close() {
        if (!gone()) {
            shell.dispose();
        }
    }

    void front() {
        shell.open();
        right.forceFocus();
    }

    void show(RoomPage now) {
        if (now.equals(page)) {
            return;
        }
        page = now;
        Kit.clear(left);
        Kit.clear(right);
        agenda();
        if (page.held()) {
            hold();
        } else if (page.item() != null) {
            item(page.item());
        } else {
            text(right, strong, look.muted(), messages.roomNothing);
        }
        shell.layout(true, true);
        Kit.renamed(right);
    }

    private void agenda() {
        text(left, strong, look.text(), messages.format(messages.meetingTitle, page.no()));
        for (RoomPage.Row row : page.agenda()) {
            String decided = row.decided() == null ? "" : texts.get("review.decision." + row.decided().name());
            Label label = text(left, row.current() ? strong : plain, row.current() ? look.accent() : look.text(),
                    messages.format(decided.isEmpty() ? messages.roomRow : messages.roomRowDecided, row.no(), row.name(), decided));
            label.setBackground(row.current() ? look.selection() : left.getBackground());
        }
    }

    /** Nothing of the project is on the screen while somebody is in the room who must not see it. */
    private void hold() {
        Composite middle = column(right, look.tint(Tone.WARN));
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).applyTo(middle);
        text(middle, huge, look.text(), messages.pleaseLeave);
        page.leavers().forEach(leaver -> text(middle, strong, look.text(), messages.format(messages.leaverLine, leaver.person(), texts.format(leaver.why()))));
    }

    private void item(RoomPage.Shown shown) {
        AgendaItem item = shown.item();
        var form = shown.review().proposal().form();
        var state = shown.review().state();
        text(right, huge, look.text(), form.name());
        text(right, plain, look.muted(), String.join("　", form.unit(), String.valueOf(shown.review().proposal().reviewNo()), item.reporter() == null || item.reporter().isBlank() ? ""
                : messages.format(messages.reportedBy, item.reporter())).strip());
        if (shown.standing().presiding() != null) {
            text(right, plain, look.muted(), messages.format(shown.standing().deputy() ? messages.deputyPresides : messages.presides, shown.standing().presiding()));
        }
        shown.standing().absences().forEach(absence -> text(right, plain, look.muted(), absence.outside() ? messages.format(messages.roomOutside, absence.person(), MINUTE.format(absence.left()))
                : messages.format(messages.wasOutside, absence.person(), MINUTE.format(absence.left()), MINUTE.format(absence.back()))));
        Composite figures = row(3);
        figure(figures, messages.roomApplied, state.applied());
        boolean approves = item.approved() != null;
        figure(figures, approves ? messages.roomCut : messages.roomProposedCut, approves ? state.applied().minus(item.approved()) : state.proposedCut() == null ? Money.ZERO : state.proposedCut());
        if (approves) {
            figure(figures, messages.roomApproved, item.approved());
        }
        if (item.kind() != null) {
            text(right, huge, look.tone(Standings.tone(item.kind())), texts.get("review.decision." + item.kind().name()));
        }
        item.lines().stream().limit(MOST_LINES).forEach(line -> text(right, plain, look.text(), line(form.estimate(), line)));
        item.conditions().stream().limit(MOST_CONDITIONS).forEach(condition -> text(right, plain, look.text(), condition(condition)));
        if (item.conditions().size() > MOST_CONDITIONS) {
            text(right, plain, look.muted(), messages.format(messages.newsMore, item.conditions().size() - MOST_CONDITIONS));
        }
        if (item.discussion() != null && !item.discussion().isBlank()) {
            text(right, plain, look.text(), item.discussion());
        }
        if (!item.votes().isEmpty()) {
            text(right, strong, look.text(), votes(item));
        }
    }

    private String line(List<EstimateLine> estimate, LineApproval line) {
        return estimate.stream().filter(each -> each.no() == line.lineNo()).findFirst()
                .map(each -> messages.format(messages.roomLine, each.item(), each.amount().wanText(), line.approved().wanText(), line.reason())).orElse("");
    }

    private String condition(Condition condition) {
        return messages.format(messages.conditionText, condition.no(), condition.text(), condition.owner(), condition.due() == null ? "" : condition.due().toString());
    }

    private String votes(AgendaItem item) {
        var said = new ArrayList<String>();
        for (ReviewBody body : pack.bodies()) {
            AgendaItem.Vote vote = item.votes().get(body.code());
            if (vote != null) {
                said.add(messages.format(messages.roomVote, Standings.shortName(body, texts), switch (vote) {
                    case FOR -> messages.voteFor;
                    case AGAINST -> messages.voteAgainst;
                    case ABSTAIN -> messages.voteAbstain;
                    case RECUSED -> messages.voteRecused;
                }));
            }
        }
        return String.join("　", said);
    }

    private void figure(Composite figures, String name, Money amount) {
        Composite figure = new Composite(figures, SWT.NONE);
        figure.setBackground(figures.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(figure);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(figure);
        text(figure, plain, look.muted(), name);
        text(figure, huge, look.text(), texts.get("common.wan", amount.wanText()));
    }

    private Composite row(int columns) {
        Composite row = new Composite(right, SWT.NONE);
        row.setBackground(right.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(gap * 2, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private Label text(Composite parent, Font font, Color color, String words) {
        Label label = kit.wrapped(parent, words);
        label.setFont(font);
        label.setForeground(color);
        label.setBackground(parent.getBackground());
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(20), SWT.DEFAULT).applyTo(label);
        return label;
    }

    private String spoken() {
        if (page == null) {
            return messages.roomTitle;
        }
        if (page.held()) {
            return messages.pleaseLeave;
        }
        return page.item() == null ? messages.roomNothing : page.item().review().proposal().form().name();
    }
}
