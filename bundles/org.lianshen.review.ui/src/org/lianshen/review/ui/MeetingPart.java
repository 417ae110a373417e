package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.Message;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.Changes;
import org.lianshen.service.DocumentService;
import org.lianshen.service.MeetingService;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Later;
import org.lianshen.workbench.task.Tasks;

/** A meeting in the room: agenda and attendance left, the item at hand right; closing makes the decisions hold, and the minutes are one button away. */
public final class MeetingPart implements PartActions {

    /** What is missing is listed up to here; the rest is counted, so that agenda and seats keep their place. */
    private static final int OBSTACLES = 4;
    private static final int SAVE_AFTER = 1500;

    private final Kit kit;
    private final Look look;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final MeetingService meetings;
    private final ReviewService reviews;
    private final DocumentService documents;
    private final Session session;
    private final ReviewMessages messages;
    private final Texts texts;
    private final Grids grids;
    private final UUID id;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final FlatButton save;
    private final FlatButton close;
    private final FlatButton minutes;
    private final RoomSide room;
    private final Grid<Item> agenda;
    private final Composite order;
    private final Composite obstacles;
    private final ScrolledComposite scroll;
    private final Composite detail;
    private final Later saveLater;
    private MeetingModel model;
    private List<Message> missing = List.of();
    private Map<UUID, Review> projects = new HashMap<>();
    private UUID shown;
    /** While a call of this part runs: what it changes is no news here. */
    private boolean own;

    @Inject
    public MeetingPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Updates updates, Session session, MeetingService meetings,
            ReviewService reviews, DocumentService documents, ReviewMessages messages, Texts texts) {
        this.kit = kit;
        this.look = kit.look();
        this.grids = grids;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.session = session;
        this.meetings = meetings;
        this.reviews = reviews;
        this.documents = documents;
        this.messages = messages;
        this.texts = texts;
        this.id = input.uuid();
        page = kit.page(parent);
        header = kit.header(page, "", "");
        minutes = kit.button(header.actions(), messages.minutes, this::minutes);
        save = kit.button(header.actions(), messages.save, this::save);
        close = kit.primary(header.actions(), messages.close, this::submit).keys("Ctrl+Enter");
        banner = kit.banner(page);
        kit.line(page);
        SashForm sash = kit.sash(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Composite left = new Composite(sash, SWT.NONE);
        left.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(4)).spacing(0, look.u(2)).applyTo(left);
        kit.section(left, messages.agenda);
        agenda = grids.grid(left, agendaSpec());
        agenda.hideBar();
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, look.u(24)).applyTo(agenda.area());
        agenda.onSelect(rows -> rows.stream().findFirst().ifPresent(row -> turnTo(row.item().proposal())));
        order = kit.row(left, 3);
        kit.quiet(order, messages.up, () -> move(-1));
        kit.quiet(order, messages.down, () -> move(1));
        kit.quiet(order, messages.takeOff, this::takeOff);
        kit.section(left, messages.attendance);
        room = new RoomSide(left, kit, grids, messages, this::changed);
        obstacles = new Composite(left, SWT.NONE);
        obstacles.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1)).applyTo(obstacles);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(obstacles);
        scroll = kit.scroll(sash);
        scroll.setBackground(look.surface());
        detail = new Composite(scroll, SWT.NONE);
        detail.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(4)).spacing(0, look.u(2)).applyTo(detail);
        scroll.setContent(detail);
        scroll.addListener(SWT.Resize, event -> measure());
        sash.setWeights(46, 54);
        saveLater = new Later(page, SAVE_AFTER, () -> {
            if (canSave()) {
                save();
            }
        });
        page.addDisposeListener(event -> keep());
        updates.listen(page, Changes.Kind.MEETING, change -> {
            if (!own && id.equals(change.id())) {
                banner.showOutdated(this::refresh);
            }
        });
        refresh();
    }

    private TableSpec<Item> agendaSpec() {
        return new TableSpec<>("meetingAgenda", "review.agenda.title", List.of(new Column<>("name", "review.agenda.name", Type.TEXT, 21, Item::name),
                new Column<>("unit", "review.agenda.unit", Type.TEXT, 13, Item::unit), new Column<>("applied", "review.agenda.applied", Type.MONEY, 9, Item::applied),
                new Column<>("approved", "review.agenda.approved", Type.MONEY, 9, item -> item.item().approved()),
                new Column<>("decision", "review.agenda.decision", Type.TEXT, 9,
                        item -> item.item().kind() == null ? messages.undecided : texts.get("review.decision." + item.item().kind().name()))));
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> load(meetings.get(id)), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private Loaded load(Meeting meeting) {
        var found = new HashMap<UUID, Review>();
        meeting.agenda().forEach(item -> found.put(item.proposal(), reviews.get(item.proposal())));
        return new Loaded(meeting, found, meeting.closed() ? List.of() : meetings.obstacles(meeting));
    }

    private void show(Loaded loaded) {
        model = new MeetingModel(loaded.meeting());
        projects = loaded.projects();
        Meeting meeting = loaded.meeting();
        subtitle();
        close.setVisible(!meeting.closed());
        save.setVisible(!meeting.closed());
        order.setVisible(!meeting.closed());
        if (!projects.containsKey(shown)) {
            shown = meeting.agenda().isEmpty() ? null : meeting.agenda().getFirst().proposal();
        }
        room.show(model);
        agenda();
        obstacles(loaded.obstacles());
        showItem();
        page.layout(true, true);
    }

    private void subtitle() {
        Meeting meeting = model.meeting();
        header.set(messages.format(messages.meetingTitle, meeting.no()),
                messages.format(messages.meetingSubtitle, meeting.date().toString(), meeting.time(), meeting.closed() ? messages.meetingClosed : messages.meetingOpen));
    }

    private void agenda() {
        agenda.setRows(model.meeting().agenda().stream().map(item -> new Item(item, projects.get(item.proposal()))).toList());
        // Rows are values: a decided item is another row than before.
        agenda.rows().stream().filter(row -> row.item().proposal().equals(shown)).findFirst().ifPresent(row -> agenda.select(List.of(row)));
    }

    private void obstacles(List<Message> found) {
        missing = found;
        Kit.clear(obstacles);
        boolean closed = model.meeting().closed();
        minutes.allowUnless(model.changed() ? messages.unsavedClose : "");
        if (closed) {
            obstacles.requestLayout();
            return;
        }
        close.allowUnless(model.changed() ? messages.unsavedClose : missing.isEmpty() ? "" : texts.format(missing.getFirst()));
        save.allowUnless(model.changed() ? "" : messages.saved);
        if (missing.isEmpty()) {
            kit.toned(obstacles, Tone.OK, messages.noObstacles);
        } else {
            kit.bold(obstacles, messages.obstacles);
            missing.stream().limit(OBSTACLES).forEach(message -> kit.wrapped(obstacles, texts.format(message)).setForeground(look.tone(Tone.WARN)));
            if (missing.size() > OBSTACLES) {
                kit.muted(obstacles, messages.format(messages.moreObstacles, missing.size() - OBSTACLES)).setToolTipText(
                        String.join("\n", missing.stream().skip(OBSTACLES).map(texts::format).toList()));
            }
        }
        obstacles.getParent().layout(true, true);
    }

    /** Something was typed: what is missing is asked of the service again. */
    private void changed() {
        Meeting typed = model.meeting();
        save.allow();
        saveLater.soon();
        tasks.run(page, messages.loading, progress -> meetings.obstacles(typed), found -> {
            if (model.meeting() == typed) {
                obstacles(found);
            }
        });
    }

    private void turnTo(UUID proposal) {
        if (!proposal.equals(shown)) {
            shown = proposal;
            showItem();
        }
    }

    private void showItem() {
        Kit.clear(detail);
        if (model.meeting().agenda().isEmpty()) {
            GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.wrapped(detail, messages.agendaEmpty));
        } else if (shown == null || !projects.containsKey(shown)) {
            kit.muted(detail, messages.chooseItem);
        } else {
            new ItemSide(detail, kit, grids, messages, texts, session.pack(), model, projects.get(shown), other -> projects.get(other).proposal().form().name(), this::decided,
                    this::measure);
        }
        detail.layout(true, true);
        measure();
    }

    private void decided() {
        agenda();
        changed();
    }

    private void move(int by) {
        if (shown != null && !model.meeting().closed()) {
            model.move(shown, by);
            decided();
        }
    }

    private void takeOff() {
        if (shown != null && !model.meeting().closed()) {
            model.take(shown);
            shown = null;
            decided();
            showItem();
        }
    }

    @Override
    public boolean canSave() {
        return model != null && model.changed() && !model.meeting().closed();
    }

    /** Stores what was typed and leaves the screen alone: somebody is typing into it. */
    @Override
    public void save() {
        if (own) {
            saveLater.soon();
            return;
        }
        saveLater.never();
        Meeting typed = model.meeting();
        own = true;
        tasks.run(page, messages.saving, progress -> meetings.save(typed), saved -> {
            own = false;
            model.stored(typed, saved);
            subtitle();
            if (model.changed()) {
                saveLater.soon();
            } else {
                obstacles(missing);
                dialogs.status(messages.saved);
            }
        }, this::failed);
    }

    /** What was typed last, when the part goes away. */
    private void keep() {
        if (canSave()) {
            Meeting typed = model.meeting();
            tasks.run(page.getShell(), messages.saving, progress -> meetings.save(typed), saved -> {
            });
        }
    }

    @Override
    public boolean canSubmit() {
        return model != null && !model.meeting().closed() && close.blocked() == null;
    }

    @Override
    public void submit() {
        int decisions = model.meeting().agenda().size();
        if (!dialogs.confirm(messages.close, messages.format(messages.closeQuestion, decisions), messages.close)) {
            return;
        }
        own = true;
        tasks.run(page, messages.closing, progress -> load(meetings.close(id)), loaded -> {
            own = false;
            show(loaded);
            dialogs.status(messages.format(messages.closed, decisions));
        }, this::failed);
    }

    private void failed(Tasks.Failure failure) {
        own = false;
        dialogs.problem(failure);
    }

    @Override
    public boolean canPrint() {
        return model != null;
    }

    @Override
    public void print() {
        minutes();
    }

    private void minutes() {
        String name = messages.format(messages.minutesFile, model.meeting().no());
        dialogs.saveFile(messages.minutes, String.join(".", name, "docx"), new FileKind(messages.word, "docx")).ifPresent(docx -> {
            String plain = docx.getFileName().toString().replaceFirst("\\.docx$", "");
            List<Path> files = List.of(docx, docx.resolveSibling(plain + ".pdf"), docx.resolveSibling(plain + ".ofd"));
            tasks.run(page, messages.writingMinutes, progress -> documents.write(new PaperKey(PaperKind.MINUTES, id), files), notices -> {
                dialogs.status(messages.format(messages.minutesWritten, docx.toString()));
                if (!notices.isEmpty()) {
                    banner.show(Tone.INFO, String.join("　", notices.stream().map(texts::format).toList()), null, null);
                }
            });
        });
    }

    private void measure() {
        scroll.setMinSize(detail.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    @Override
    public String help() {
        return messages.meetingHelp;
    }

    @Focus
    void focus() {
        agenda.setFocus();
    }

    private record Loaded(Meeting meeting, Map<UUID, Review> projects, List<Message> obstacles) {
    }

    private record Item(AgendaItem item, Review review) {
        String name() {
            return review.proposal().form().name();
        }

        String unit() {
            return review.proposal().form().unit();
        }

        org.lianshen.model.Money applied() {
            return review.state().applied();
        }
    }
}
