package org.lianshen.workbench.shell;

import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.lianshen.service.Changes;
import org.lianshen.service.Session;
import org.lianshen.service.TodoService;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.shell.TodoModel.Group;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.WorkbenchMessages;

/** 我的待办: what waits for the one who acts, by due date, each with its one button. */
final class TodoPart implements PartActions {

    /** Rows of a group beyond this stay folded until asked for: nobody works through two hundred at a glance. */
    private static final int FIRST_ROWS = 40;

    private final Kit kit;
    private final Look look;
    private final WorkbenchMessages messages;
    private final Texts texts;
    private final Tasks tasks;
    private final Opener opener;
    private final TodoService todo;
    private final Session session;
    private final Composite page;
    private final Banner banner;
    private final ScrolledComposite scroll;
    private final int kindWidth;
    private Composite content;

    @Inject
    TodoPart(Composite parent, Kit kit, WorkbenchMessages messages, Texts texts, Tasks tasks, Opener opener, TodoService todo, Updates updates, Session session) {
        this.kit = kit;
        this.look = kit.look();
        this.messages = messages;
        this.texts = texts;
        this.tasks = tasks;
        this.opener = opener;
        this.todo = todo;
        this.session = session;
        kindWidth = Arrays.stream(TodoService.Kind.values()).mapToInt(kind -> look.width(texts.get("todo.kind." + kind.name()))).max().orElse(0);
        page = kit.page(parent);
        banner = kit.banner(page);
        scroll = kit.scroll(page);
        scroll.setBackground(look.surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        scroll.addListener(SWT.Resize, event -> fit());
        updates.listen(page, EnumSet.allOf(Changes.Kind.class), change -> banner.showOutdatedList(this::refresh));
        refresh();
    }

    @Focus
    void focus() {
        if (content == null || !content.setFocus()) {
            scroll.setFocus();
        }
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loadingTodo, progress -> new Shown(new TodoModel(session.today(), session.pack().calendar(), todo.items()), Carrying.may(session.actor())), this::show, failure -> {
            fresh();
            kit.error(content, failure.message(), "", this::refresh);
            fit();
        });
    }

    @Override
    public String help() {
        return messages.todoHelp;
    }

    private void fresh() {
        if (content != null) {
            content.dispose();
        }
        content = kit.box(scroll, 1);
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(5)).spacing(0, 0).applyTo(content);
        scroll.setContent(content);
        kit.title(content, messages.todoTitle);
    }

    /** @param carries whether whoever acts has to do with packages */
    private record Shown(TodoModel model, boolean carries) {
    }

    private void show(Shown shown) {
        TodoModel model = shown.model();
        fresh();
        String day = DateTimeFormatter.ofPattern(messages.dayPattern, messages.language().locale()).format(model.today());
        Label sub = kit.muted(content, messages.format(messages.todoSubtitle, day, model.items().size(), model.count(Group.OVERDUE), model.count(Group.TODAY)));
        GridDataFactory.swtDefaults().indent(0, look.u(1)).applyTo(sub);
        if (model.items().isEmpty()) {
            kit.empty(content, Icon.INBOX, messages.todoEmpty, messages.todoEmptyNow, shown.carries() ? messages.openPackage : null,
                    shown.carries() ? () -> opener.open(Opener.PACKAGES) : null);
        }
        for (Map.Entry<Group, List<TodoService.Item>> group : model.groups().entrySet()) {
            Label heading = kit.section(content, switch (group.getKey()) {
                case OVERDUE -> messages.todoOverdue;
                case TODAY -> messages.todoToday;
                case WEEK -> messages.todoWeek;
                case LATER -> messages.todoLater;
            });
            GridDataFactory.fillDefaults().grab(true, false).indent(0, look.u(5)).applyTo(heading);
            Control line = kit.line(content);
            GridDataFactory.fillDefaults().grab(true, false).indent(0, look.u(2)).hint(SWT.DEFAULT, 1).applyTo(line);
            Composite rows = kit.row(content, 1);
            GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(rows);
            rows(rows, model, group.getValue(), FIRST_ROWS);
        }
        fit();
    }

    private void rows(Composite area, TodoModel model, List<TodoService.Item> items, int limit) {
        items.stream().limit(limit).forEach(item -> row(area, model, item));
        if (items.size() > limit) {
            FlatButton[] more = new FlatButton[1];
            more[0] = kit.quiet(area, messages.format(messages.todoMore, items.size() - limit), () -> {
                more[0].dispose();
                rows(area, model, items.subList(limit, items.size()), Integer.MAX_VALUE);
                fit();
            });
        }
    }

    private void row(Composite area, TodoModel model, TodoService.Item item) {
        Tone tone = model.tone(item);
        Composite row = kit.row(area, 6);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(look.u(1), look.u(2.5)).spacing(look.u(4), 0).applyTo(row);
        Label sign = new Label(row, SWT.NONE);
        sign.setBackground(row.getBackground());
        sign.setImage(look.icon(TodoModel.icon(item.kind()), look.tone(tone), look.u(4.5)));
        String kind = texts.get("todo.kind." + item.kind().name());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(kindWidth, SWT.DEFAULT).applyTo(kit.muted(row, kind));
        Composite words = kit.row(row, 1);
        GridLayoutFactory.fillDefaults().spacing(0, look.u(0.5)).applyTo(words);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(look.u(30), SWT.DEFAULT).applyTo(words);
        String hint = item.hint() == null ? "" : texts.format(item.hint());
        String title = TodoModel.isAboutAYear(item.kind()) ? hint : item.title();
        cut(kit.bold(words, title), title);
        if (!TodoModel.isAboutAYear(item.kind())) {
            String detail = hint.isEmpty() ? item.detail() : messages.format(messages.todoDetail, item.detail(), hint);
            cut(kit.caption(words, detail), detail);
        }
        Label amount = kit.text(row, item.amount() == null ? "" : texts.get("common.wan", item.amount().wanText()));
        amount.setAlignment(SWT.RIGHT);
        amount.setToolTipText(item.amount() == null ? null : messages.format(messages.exactYuan, item.amount().yuanText()));
        width(amount, 20, SWT.END);
        Label due = kit.toned(row, tone, due(model, item));
        due.setToolTipText(item.due() == null ? null : item.due().toString());
        width(due, 22, SWT.BEGINNING);
        String verb = texts.get("todo.act." + item.kind().name());
        Runnable open = () -> {
            String object = TodoModel.object(item);
            opener.open(TodoModel.part(item.kind()), object, TodoModel.isAboutAYear(item.kind()) || object.isEmpty() ? null : title);
        };
        FlatButton act = model.tone(item) != Tone.NEUTRAL ? kit.primary(row, verb, open) : kit.button(row, verb, open);
        act.named(messages.format(messages.todoAct, verb, title));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(look.characters(15), SWT.DEFAULT).applyTo(act);
        kit.line(area);
    }

    private String due(TodoModel model, TodoService.Item item) {
        if (item.due() == null) {
            return "";
        }
        int left = model.workdaysLeft(item);
        return switch (model.group(item)) {
            case OVERDUE -> messages.format(messages.dueOverdue, Math.max(1, -left));
            case TODAY -> messages.dueToday;
            case WEEK, LATER -> messages.format(messages.dueLeft, left);
        };
    }

    private void width(Label label, int characters, int align) {
        GridDataFactory.swtDefaults().align(align == SWT.END ? SWT.FILL : align, SWT.CENTER).hint(look.characters(characters), SWT.DEFAULT).applyTo(label);
    }

    private void cut(Label label, String text) {
        kit.shorten(label, text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
    }

    private void fit() {
        if (content != null && !content.isDisposed()) {
            int width = scroll.getClientArea().width;
            scroll.setMinHeight(content.computeSize(width, SWT.DEFAULT).y);
            content.layout(true, true);
        }
    }
}
