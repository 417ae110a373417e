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
import org.lianshen.model.meeting.AgendaItem;
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
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.PageKey;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.paper.PaperAddress;
import org.lianshen.workbench.task.Tasks;

/** A meeting in the room: agenda and attendance left, the item at hand right; closing makes the decisions hold, and the minutes are one button away. */
public final class MeetingPart implements PartActions, AgendaSide.Acts, MeetingSaving.View {

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
    private final AgendaSide agenda;
    private final ObstacleSide obstacles;
    private final MeetingSaving saving;
    private final ScrolledComposite people;
    private final Composite who;
    private final ScrolledComposite scroll;
    private final Composite detail;
    private MeetingModel model;
    private Standing standing;
    private List<Candidate> targets = List.of();
    private ItemSide itemSide;
    private RoomView roomView;
    private Map<UUID, Review> projects = new HashMap<>();
    private UUID shown;

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
        PageKey.on(page, SWT.F11, this::project);
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
        agenda = new AgendaSide(halves, kit, grids, messages, texts, this);
        people = kit.scroll(halves);
        people.setBackground(look.surface());
        who = new Composite(people, SWT.NONE);
        who.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(3)).spacing(0, look.u(2)).applyTo(who);
        people.setContent(who);
        people.addListener(SWT.Resize, event -> measurePeople());
        halves.setWeights(40, 60);
        kit.section(who, messages.attendance);
        room = new RoomSide(who, kit, grids, dialogs, messages, texts, this::changed);
        obstacles = new ObstacleSide(left, kit, messages, texts);
        scroll = kit.scroll(sash);
        scroll.setBackground(look.surface());
        detail = new Composite(scroll, SWT.NONE);
        detail.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(4)).spacing(0, look.u(2)).applyTo(detail);
        scroll.setContent(detail);
        scroll.addListener(SWT.Resize, event -> measure());
        sash.setWeights(46, 54);
        saving = new MeetingSaving(page, tasks, dialogs, meetings, messages, this);
        page.addDisposeListener(event -> {
            if (roomView != null) {
                roomView.close();
            }
        });
        updates.listen(page, Changes.Kind.MEETING, change -> {
            if (!saving.writing() && id.equals(change.id())) {
                banner.showOutdated(this::refresh);
            }
        });
        refresh();
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
        saving.of(model);
        projects = loaded.projects();
        standing = loaded.standing();
        targets = loaded.targets();
        Meeting meeting = loaded.meeting();
        head();
        close.setVisible(!meeting.closed());
        save.setVisible(!meeting.closed());
        if (!projects.containsKey(shown)) {
            shown = meeting.agenda().isEmpty() ? null : meeting.agenda().getFirst().proposal();
        }
        room.show(model, loaded.names());
        room.quorum(standing.quorum());
        agenda();
        obstacles();
        showItem();
        page.layout(true, true);
    }

    @Override
    public void head() {
        Meeting meeting = model.meeting();
        header.set(messages.format(messages.meetingTitle, meeting.no()),
                messages.format(messages.meetingSubtitle, meeting.date().toString(), meeting.time(), meeting.closed() ? messages.meetingClosed : messages.meetingOpen));
    }

    private void agenda() {
        agenda.show(model.meeting().agenda(), projects, shown);
    }

    private void obstacles() {
        obstacles.show(open() ? standing.obstacles() : null);
        saved();
        measurePeople();
    }

    /** What can be done with the meeting as it was stored. */
    @Override
    public void saved() {
        minutes.allowUnless(model.changed() ? messages.unsavedClose : "");
        close.allowUnless(model.changed() ? messages.unsavedClose : obstacles.first());
        save.allowUnless(model.changed() ? "" : messages.saved);
    }

    /** Something was typed: what is missing is asked of the service again. */
    void changed() {
        saved();
        saving.changed();
    }

    @Override
    public void stands(Standing found) {
        standing = found;
        room.quorum(found.quorum());
        obstacles();
        if (itemSide != null && !detail.isDisposed()) {
            standing(itemSide.proposal()).ifPresent(itemSide::stands);
        }
        showInRoom();
    }

    private Optional<MeetingService.Item> standing(UUID proposal) {
        return standing == null ? Optional.empty() : standing.items().stream().filter(item -> item.proposal().equals(proposal)).findFirst();
    }

    @Override
    public void turnTo(UUID proposal) {
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
                    targets.stream().filter(target -> !target.proposal().equals(shown)).toList(), standing(shown).orElse(null),
                    new RoomActs(id, kit, tasks, dialogs, meetings, messages, saving, this));
        }
        detail.layout(true, true);
        measure();
    }

    void decided() {
        agenda();
        changed();
    }

    MeetingModel model() {
        return model;
    }

    Composite page() {
        return page;
    }

    /** Of the project, or none. */
    String unit(UUID proposal) {
        return proposal == null ? "" : projects.get(proposal).proposal().form().unit();
    }

    @Override
    public boolean open() {
        return model != null && !model.meeting().closed();
    }

    @Override
    public void decide(DecisionKind kind) {
        if (itemSide != null) {
            itemSide.decide(kind);
        }
    }

    @Override
    public void accept(UUID proposal) {
        if (!open()) {
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
    @Override
    public void acceptAll() {
        if (!open() || standing == null) {
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

    @Override
    public void add() {
        if (!open()) {
            return;
        }
        Meeting typed = model.meeting();
        tasks.run(page, messages.loading, progress -> meetings.candidates(typed), this::add);
    }

    private void add(List<Candidate> candidates) {
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

    @Override
    public void move(int by) {
        if (shown != null) {
            move(shown, by);
        }
    }

    @Override
    public void move(UUID proposal, int by) {
        if (open()) {
            model.move(proposal, by);
            decided();
        }
    }

    @Override
    public void takeOff() {
        if (shown != null && open()) {
            model.take(shown);
            shown = null;
            decided();
            showItem();
        }
    }

    @Override
    public boolean canSave() {
        return saving.canSave();
    }

    @Override
    public void save() {
        saving.save();
    }

    @Override
    public boolean canSubmit() {
        return open();
    }

    @Override
    public void submit() {
        if (close.blocked() != null) {
            dialogs.status(close.blocked());
            return;
        }
        int decisions = model.meeting().agenda().size();
        if (!dialogs.confirm(messages.close, messages.format(messages.closeQuestion, decisions), messages.close)) {
            return;
        }
        saving.close(id, this::load, loaded -> {
            show(loaded);
            dialogs.status(messages.format(messages.closed, decisions));
        });
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

    void measure() {
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
}
