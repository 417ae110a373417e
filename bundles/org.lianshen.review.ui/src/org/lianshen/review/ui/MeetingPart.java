package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.lianshen.model.Message;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.Changes;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.service.MeetingService;
import org.lianshen.service.MeetingService.Candidate;
import org.lianshen.service.MeetingService.Standing;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.Review;
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
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.paper.PaperAddress;
import org.lianshen.workbench.task.Later;
import org.lianshen.workbench.task.Tasks;

/** A meeting in the room: agenda and attendance left, the item at hand right; closing makes the decisions hold, and the minutes are one button away. */
public final class MeetingPart implements PartActions {

    /** What is missing is listed up to here; the rest is counted, so that agenda and seats keep their place. */
    private static final int OBSTACLES = 2;
    private static final int SAVE_AFTER = 1500;

    private final Kit kit;
    private final Look look;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final MeetingService meetings;
    private final ReviewService reviews;
    private final Opener opener;
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
    private final ScrolledComposite people;
    private final Composite who;
    private final FlatButton acceptAll;
    private final ScrolledComposite scroll;
    private final Composite detail;
    private final Later saveLater;
    private MeetingModel model;
    private List<Message> missing = List.of();
    private Standing standing;
    private Map<String, List<String>> names = Map.of();
    private List<Candidate> targets = List.of();
    private ItemSide itemSide;
    private RoomView roomView;
    private Map<UUID, Review> projects = new HashMap<>();
    private UUID shown;
    /** While the rows of the agenda are replaced. */
    private boolean filling;
    /** While a call of this part runs: what it changes is no news here. */
    private boolean own;

    @Inject
    public MeetingPart(Composite parent, PartInput input, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, Updates updates, Session session, MeetingService meetings,
            ReviewService reviews, ReviewMessages messages, Texts texts) {
        this.kit = kit;
        this.look = kit.look();
        this.grids = grids;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.session = session;
        this.meetings = meetings;
        this.reviews = reviews;
        this.opener = opener;
        this.messages = messages;
        this.texts = texts;
        this.id = input.uuid();
        page = kit.page(parent);
        header = kit.header(page, "", "");
        kit.button(header.actions(), messages.project, this::project).keys("F11");
        kit.button(header.actions(), messages.actions, () -> opener.open(Opener.ACTIONS)).hint(messages.actionsHint);
        kit.button(header.actions(), messages.papers, this::papers);
        minutes = kit.button(header.actions(), messages.minutes, this::minutes);
        save = kit.button(header.actions(), messages.save, this::save);
        close = kit.primary(header.actions(), messages.close, this::submit).keys("Ctrl+Enter");
        banner = kit.banner(page);
        kit.line(page);
        SashForm sash = kit.sash(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Composite left = new Composite(sash, SWT.NONE);
        left.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
        // Agenda and seats share the height as the secretary likes; however many seats there are, the agenda keeps its own.
        SashForm halves = kit.sash(left);
        halves.setOrientation(SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        Composite items = new Composite(halves, SWT.NONE);
        items.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(3)).spacing(0, look.u(1)).applyTo(items);
        Composite heading = kit.row(items, 2);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(heading);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).grab(true, false).applyTo(kit.section(heading, messages.agenda));
        acceptAll = kit.quiet(heading, messages.acceptAll, this::acceptAll);
        agenda = grids.grid(items, agendaSpec());
        agenda.identify(row -> row.item().proposal());
        agenda.hideBar();
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, look.u(24)).applyTo(agenda.area());
        agenda.onSelect(rows -> rows.stream().findFirst().filter(row -> !filling).ifPresent(row -> turnTo(row.item().proposal())));
        agenda.onOpen(row -> accept(row.item().proposal()));
        agenda.table().addListener(SWT.KeyDown, this::onKey);
        order = kit.row(items, 4);
        kit.quiet(order, messages.up, () -> move(-1)).keys("Alt+↑");
        kit.quiet(order, messages.down, () -> move(1)).keys("Alt+↓");
        kit.quiet(order, messages.addItem, this::addItems).keys("Insert");
        kit.quiet(order, messages.takeOff, this::takeOff).keys("Delete");
        people = kit.scroll(halves);
        people.setBackground(look.surface());
        who = new Composite(people, SWT.NONE);
        who.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(3)).spacing(0, look.u(2)).applyTo(who);
        people.setContent(who);
        people.addListener(SWT.Resize, event -> measurePeople());
        halves.setWeights(45, 55);
        kit.section(who, messages.attendance);
        room = new RoomSide(who, kit, grids, dialogs, messages, texts, this::changed);
        obstacles = new Composite(left, SWT.NONE);
        obstacles.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(2)).spacing(0, look.u(1)).applyTo(obstacles);
        // As tall with one as with many: the seats stay under the hand while names are typed.
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, look.u(26)).applyTo(obstacles);
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
        page.addDisposeListener(event -> {
            if (roomView != null) {
                roomView.close();
            }
        });
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
        return new Loaded(meeting, found, meetings.standing(meeting), meeting.closed() ? Map.of() : meetings.names(),
                meetings.mergeTargets(meeting, null));
    }

    private void show(Loaded loaded) {
        model = new MeetingModel(loaded.meeting());
        projects = loaded.projects();
        standing = loaded.standing();
        names = loaded.names();
        targets = loaded.targets();
        Meeting meeting = loaded.meeting();
        subtitle();
        close.setVisible(!meeting.closed());
        save.setVisible(!meeting.closed());
        order.setVisible(!meeting.closed());
        acceptAll.setVisible(!meeting.closed());
        ((org.eclipse.swt.layout.GridData) obstacles.getLayoutData()).exclude = meeting.closed();
        if (!projects.containsKey(shown)) {
            shown = meeting.agenda().isEmpty() ? null : meeting.agenda().getFirst().proposal();
        }
        room.show(model, names);
        room.quorum(standing.quorum());
        agenda();
        obstacles(meeting.closed() ? List.of() : standing.obstacles());
        showItem();
        page.layout(true, true);
    }

    private void subtitle() {
        Meeting meeting = model.meeting();
        header.set(messages.format(messages.meetingTitle, meeting.no()),
                messages.format(messages.meetingSubtitle, meeting.date().toString(), meeting.time(), meeting.closed() ? messages.meetingClosed : messages.meetingOpen));
    }

    private void agenda() {
        // Rows are values: a decided item is another row than before, and while the rows change none of them is chosen.
        filling = true;
        agenda.setRows(model.meeting().agenda().stream().map(item -> new Item(item, projects.get(item.proposal()))).toList());
        agenda.rows().stream().filter(row -> row.item().proposal().equals(shown)).findFirst().ifPresent(row -> agenda.select(List.of(row)));
        filling = false;
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
        measurePeople();
    }

    /** Something was typed: what is missing is asked of the service again. */
    private void changed() {
        save.allow();
        saveLater.soon();
        ask();
    }

    private void ask() {
        Meeting typed = model.meeting();
        tasks.run(page, messages.loading, progress -> meetings.standing(typed), found -> {
            if (model.meeting() == typed) {
                stands(found);
            }
        });
    }

    private void stands(Standing found) {
        standing = found;
        room.quorum(found.quorum());
        obstacles(model.meeting().closed() ? List.of() : found.obstacles());
        if (itemSide != null && !detail.isDisposed()) {
            standing(itemSide.proposal()).ifPresent(itemSide::stands);
        }
        showInRoom();
    }

    private Optional<MeetingService.Item> standing(UUID proposal) {
        return standing == null ? Optional.empty() : standing.items().stream().filter(item -> item.proposal().equals(proposal)).findFirst();
    }

    private void turnTo(UUID proposal) {
        if (!proposal.equals(shown)) {
            shown = proposal;
            showItem();
            showInRoom();
        }
    }

    private void showItem() {
        Kit.clear(detail);
        itemSide = null;
        if (model.meeting().agenda().isEmpty()) {
            GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.wrapped(detail, messages.agendaEmpty));
        } else if (shown == null || !projects.containsKey(shown)) {
            kit.muted(detail, messages.chooseItem);
        } else {
            itemSide = new ItemSide(detail, kit, grids, messages, texts, session.pack(), model, projects.get(shown),
                    targets.stream().filter(target -> !target.proposal().equals(shown)).toList(), standing(shown).orElse(null), new RoomActs());
        }
        detail.layout(true, true);
        measure();
    }

    private void decided() {
        agenda();
        changed();
    }

    private void onKey(Event event) {
        boolean alt = (event.stateMask & SWT.MODIFIER_MASK) == SWT.ALT;
        boolean plain = (event.stateMask & SWT.MODIFIER_MASK) == 0;
        if (alt && (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN)) {
            move(event.keyCode == SWT.ARROW_UP ? -1 : 1);
            event.doit = false;
        } else if (plain && event.keyCode == SWT.DEL) {
            takeOff();
        } else if (plain && event.keyCode == SWT.INSERT) {
            addItems();
        } else if (plain && event.keyCode == SWT.F11) {
            project();
        } else if (plain && itemSide != null && event.character >= '1' && event.character < '1' + DecisionKind.values().length) {
            itemSide.decide(DecisionKind.values()[event.character - '1']);
        }
    }

    /** Takes what the opinions amount to as the decision, and goes on to the next item. */
    private void accept(UUID proposal) {
        if (model.meeting().closed()) {
            return;
        }
        var proposed = standing(proposal).map(MeetingService.Item::proposed).orElse(null);
        if (!model.accept(proposal, proposed)) {
            dialogs.status(proposed == null ? messages.loading : texts.format(proposed.why()));
            return;
        }
        shown = model.beside(proposal, 1);
        decided();
        showItem();
    }

    /** Of every item that nothing was decided on, and that the opinions decide. */
    private void acceptAll() {
        if (model == null || standing == null || model.meeting().closed()) {
            return;
        }
        long taken = model.meeting().agenda().stream().filter(item -> item.kind() == null).map(AgendaItem::proposal)
                .filter(proposal -> model.accept(proposal, standing(proposal).map(MeetingService.Item::proposed).orElse(null))).count();
        if (taken > 0) {
            decided();
            showItem();
        }
        dialogs.status(messages.format(messages.acceptedCount, taken));
    }

    private void addItems() {
        if (model == null || model.meeting().closed()) {
            return;
        }
        Meeting typed = model.meeting();
        tasks.run(page, messages.loading, progress -> meetings.candidates(typed), this::addItems);
    }

    private void addItems(List<Candidate> candidates) {
        var box = new AgendaBox(kit, messages, texts, candidates);
        if (dialogs.open(box)) {
            List<UUID> chosen = box.chosen().stream().map(Candidate::proposal).toList();
            tasks.run(page, messages.loading, progress -> chosen.stream().map(reviews::get).toList(), loaded -> {
                loaded.forEach(review -> projects.put(review.proposal().id(), review));
                model.add(chosen);
                shown = chosen.getFirst();
                decided();
                showItem();
            });
        }
    }

    private void raise(UUID proposal) {
        var box = new ActBox(kit, messages.raiseAction, messages.raiseAction).note(messages.raiseNote);
        var what = box.words(messages.actionWhat);
        var owner = box.line(messages.conditionOwner, proposal == null ? "" : projects.get(proposal).proposal().form().unit());
        var person = box.line(messages.actionPerson, "");
        var due = box.line(messages.conditionDue, "");
        box.unless(() -> what.blank() ? messages.missingWhat : owner.blank() ? messages.missingUnit : due.day().isEmpty() ? messages.badDate : "");
        dialogs.open(box, refused -> tasks.run(page, messages.raiseAction,
                progress -> meetings.raise(id, what.text(), owner.text(), person.text(), due.day().orElseThrow(), proposal),
                raised -> dialogs.status(messages.format(messages.raised, what.text())), refused));
    }

    /** What the item side asks for. */
    private final class RoomActs implements ItemSide.Acts {

        @Override
        public void changed() {
            decided();
        }

        @Override
        public void layout() {
            measure();
        }

        @Override
        public void raise(UUID proposal) {
            MeetingPart.this.raise(proposal);
        }

        @Override
        public void leave(UUID proposal, MeetingService.Leaver leaver) {
            journal(messages.leaveRoom, () -> meetings.leave(id, proposal, leaver.person(), ""), messages.format(messages.leftRoom, leaver.person()));
        }

        @Override
        public void leaveBesides(UUID proposal) {
            List<String> there = model.meeting().attendance().stream().filter(Attendance::inTheRoom).map(Attendance::person).toList();
            var box = new ActBox(kit, messages.stepBack, messages.leaveRoom).note(messages.stepBackNote);
            var who = box.choice(messages.attendancePerson, there, -1);
            var why = box.line(messages.reason, "");
            box.unless(() -> who.index() < 0 ? messages.missingPerson : why.blank() ? messages.missingReason : "");
            if (dialogs.open(box)) {
                String person = there.get(who.index());
                journal(messages.leaveRoom, () -> meetings.leave(id, proposal, person, why.text()), messages.format(messages.leftRoom, person));
            }
        }

        @Override
        public void comeBack(UUID proposal, String person) {
            journal(messages.comeBack, () -> meetings.comeBack(id, proposal, person), messages.format(messages.cameBack, person));
        }

        @Override
        public void note(UUID proposal, MeetingService.Silent silent, String words) {
            model.note(proposal, silent.code(), words);
            MeetingPart.this.changed();
        }

        @Override
        public void accept(UUID proposal) {
            MeetingPart.this.accept(proposal);
        }

        /** Who is in the room is judged by what is stored: what was typed goes there first. */
        private void journal(String label, Runnable act, String said) {
            Meeting typed = model.meeting();
            boolean unsaved = canSave();
            saveLater.never();
            own = true;
            tasks.run(page, label, progress -> {
                Meeting stored = unsaved ? meetings.save(typed) : typed;
                act.run();
                return new Journaled(stored, meetings.standing(stored));
            }, done -> {
                own = false;
                model.stored(typed, done.meeting());
                stands(done.standing());
                dialogs.status(said);
            }, MeetingPart.this::failed);
        }
    }

    private record Journaled(Meeting meeting, Standing standing) {
    }

    /** Opens the room view, or brings it to the front. */
    private void project() {
        if (model == null) {
            return;
        }
        if (roomView == null || roomView.gone()) {
            roomView = new RoomView(page.getShell(), kit, messages, texts, session.pack(), this::step);
        }
        roomView.front();
        showInRoom();
    }

    /** From the room view: the secretary's selection moves with it. */
    private void step(int by) {
        UUID next = model.beside(shown, by);
        if (next != null && !next.equals(shown)) {
            shown = next;
            agenda();
            showItem();
            showInRoom();
        }
    }

    private void showInRoom() {
        if (roomView != null && !roomView.gone()) {
            roomView.show(RoomPage.of(model.meeting(), projects, standing, shown));
        }
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
                // An answer that was on its way was about what is no more shown.
                ask();
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

    /** As they will come out; files and the printer are one key from there. */
    private void minutes() {
        opener.open(Opener.PREVIEW, new PaperAddress(new PaperKey(PaperKind.MINUTES, id)).text(), messages.format(messages.minutesFile, model.meeting().no()));
    }

    private void papers() {
        opener.open(Opener.PAPERS, id.toString(), messages.format(messages.papersOf, model.meeting().no()));
    }

    private void measurePeople() {
        people.setMinSize(who.computeSize(people.getClientArea().width, SWT.DEFAULT));
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

    /** @param names who came to earlier meetings. @param targets projects that others can be merged into */
    private record Loaded(Meeting meeting, Map<UUID, Review> projects, Standing standing, Map<String, List<String>> names, List<Candidate> targets) {
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
