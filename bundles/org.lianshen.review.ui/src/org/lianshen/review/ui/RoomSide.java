package org.lianshen.review.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Attendance.Presence;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.meeting.Quorum;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.form.DateEntry;
import org.lianshen.workbench.grid.Edit;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** Day, place and people of a meeting: the fields of its head, whether there is a quorum, and who sits for which unit. */
final class RoomSide {

    private final Kit kit;
    private final Look look;
    private final Grids grids;
    private final DialogService dialogs;
    private final ReviewMessages messages;
    private final Texts texts;
    private final Runnable changed;
    private final Composite head;
    private final Label quorum;
    private final Label absent;
    private final Composite seats;
    private MeetingModel model;
    private Map<String, List<String>> names = Map.of();
    private Grid<Seat> grid;

    /** @param changed after something was typed into the model */
    RoomSide(Composite parent, Kit kit, Grids grids, DialogService dialogs, ReviewMessages messages, Texts texts, Runnable changed) {
        this.kit = kit;
        this.look = kit.look();
        this.grids = grids;
        this.dialogs = dialogs;
        this.messages = messages;
        this.texts = texts;
        this.changed = changed;
        head = new Composite(parent, SWT.NONE);
        head.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(look.u(2), look.u(1)).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        quorum = kit.wrapped(parent, "");
        quorum.setFont(look.bold());
        absent = kit.wrapped(parent, "");
        absent.setForeground(look.muted());
        seats = new Composite(parent, SWT.NONE);
        seats.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().spacing(0, look.u(1)).applyTo(seats);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(seats);
    }

    /** @param remembered who came to earlier meetings, by body or unit */
    void show(MeetingModel shown, Map<String, List<String>> remembered) {
        model = shown;
        names = remembered;
        Kit.clear(head);
        fields();
        seats();
    }

    /** The rule and its facts: how many of the bodies with a vote are there, and who is missing. */
    void quorum(Quorum now) {
        quorum.setText(messages.format(now.reached() ? messages.quorumReached : messages.quorumMissing, now.there().size(), now.voting(), now.needed()).replace("&", "&&"));
        quorum.setForeground(look.tone(now.reached() ? Tone.OK : Tone.WARN));
        String missing = String.join(Standings.chinese(texts) ? "、" : ", ", now.absent().stream().map(body -> Standings.shortName(body, texts)).toList());
        absent.setText(missing.isEmpty() ? messages.nobodyAbsent : messages.format(messages.absentBodies, missing));
        String rule = now.rule() == null ? "" : String.join("　", now.rule().title(), now.rule().basis());
        quorum.setToolTipText(rule);
        absent.setToolTipText(rule);
        quorum.getParent().layout();
    }

    private void fields() {
        Meeting meeting = model.meeting();
        kit.muted(head, messages.date);
        DateEntry date = new DateEntry(kit, head, messages.date, day -> {
            model.day(day);
            changed.run();
        });
        if (meeting.date() != null) {
            date.set(meeting.date());
        }
        date.setEditable(!meeting.closed());
        Text time = field(messages.time, meeting.time());
        Text place = field(messages.place, meeting.place());
        Text chair = field(messages.chair, meeting.chair());
        Text deputy = field(messages.deputy, meeting.deputy());
        Text recorder = field(messages.recorder, meeting.recorder());
        Text requirements = field(messages.requirements, meeting.requirements());
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(look.u(20), SWT.DEFAULT).applyTo(requirements);
        for (Text text : List.of(time, place, recorder, requirements)) {
            text.addListener(SWT.Modify, event -> {
                model.head(time.getText().strip(), place.getText().strip(), recorder.getText().strip(), requirements.getText().strip());
                changed.run();
            });
        }
        for (Text text : List.of(chair, deputy)) {
            text.addListener(SWT.Modify, event -> {
                model.chair(chair.getText().strip(), deputy.getText().strip());
                changed.run();
            });
        }
        List.of(time, place, chair, deputy, recorder, requirements).forEach(text -> text.setEditable(!meeting.closed()));
    }

    private Text field(String label, String value) {
        kit.muted(head, label);
        Text text = kit.entry(head, label, SWT.NONE);
        // As wide as there is room, however long what is written in it.
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(20), SWT.DEFAULT).applyTo(text);
        text.setText(value == null ? "" : value);
        return text;
    }

    private void seats() {
        Kit.clear(seats);
        Meeting meeting = model.meeting();
        var spec = new TableSpec<Seat>("meetingSeats", "review.attendance.title",
                List.of(new Column<>("unit", "review.attendance.unit", Type.TEXT, 18, seat -> seat.at().unit()),
                        new Column<>("role", "review.attendance.role", Type.TEXT, 8, seat -> seat.at().role()),
                        new Column<>("person", "review.attendance.person", Type.TEXT, 10, seat -> seat.at().person()),
                        new Column<>("presence", "review.attendance.presence", Type.TEXT, 8, seat -> word(seat.at().place())),
                        new Column<>("standsFor", "review.attendance.standsFor", Type.TEXT, 9, seat -> seat.at().standsFor() == null ? "" : seat.at().standsFor())));
        grid = grids.sheet(seats, spec);
        grid.hideBar();
        rows();
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, grid.preferredHeight() + look.u(1)).applyTo(grid.area());
        if (meeting.closed()) {
            return;
        }
        grid.edit("role", Edit.text((seat, text) -> seat.with(seat.at().person(), text.strip(), seat.at().place(), seat.at().standsFor())));
        grid.edit("person", Edit.text((seat, text) -> seat.with(text.strip(), seat.at().role(), seat.at().place(), seat.at().standsFor())));
        grid.edit("presence", Edit.choice(seat -> Arrays.stream(Presence.values()).map(this::word).toList(),
                (seat, word) -> seat.with(seat.at().person(), seat.at().role(), presence(word), seat.at().standsFor())));
        grid.edit("standsFor", Edit.<Seat>text((seat, text) -> seat.with(seat.at().person(), seat.at().role(), seat.at().place(), text.strip()))
                .only(seat -> seat.at().place() == Presence.SUBSTITUTE));
        grid.editable(null, this::typed);
        Composite row = kit.row(seats, 4);
        kit.quiet(row, messages.everybodyCame, this::everybodyCame);
        kit.quiet(row, messages.knownPerson, this::choosePerson);
        kit.quiet(row, messages.addGuest, this::addGuest);
        kit.quiet(row, messages.removeGuest, this::removeGuest);
        seats.requestLayout();
    }

    private void rows() {
        List<Attendance> attendance = model.meeting().attendance();
        grid.setRows(IntStream.range(0, attendance.size()).mapToObj(i -> new Seat(i, attendance.get(i))).toList());
    }

    private void typed(List<Seat> rows) {
        List<Attendance> before = model.meeting().attendance();
        List<Attendance> now = rows.stream().map(seat -> MeetingModel.seated(before.get(seat.index()), seat.at())).toList();
        boolean adjusted = IntStream.range(0, now.size()).anyMatch(i -> !now.get(i).equals(rows.get(i).at()));
        model.seats(now);
        if (adjusted) {
            // Not while the cell's editor still writes into the rows.
            seats.getDisplay().asyncExec(() -> {
                if (!seats.isDisposed()) {
                    rows();
                }
            });
        }
        changed.run();
    }

    private void everybodyCame() {
        int came = model.everybodyCame();
        if (came > 0) {
            rows();
            changed.run();
        }
        dialogs.status(messages.format(messages.cameCount, came));
    }

    /** A name from an earlier meeting instead of the one in the row at hand. */
    private void choosePerson() {
        grid.focused().ifPresent(seat -> {
            List<String> known = names.getOrDefault(seat.at().body() == null ? seat.at().unit() : seat.at().body(), List.of());
            var box = new ActBox(kit, messages.format(messages.knownPersonOf, seat.at().unit()), messages.knownPerson);
            var name = box.choice(messages.attendancePerson, known, -1);
            box.unless(() -> known.isEmpty() ? messages.nobodyKnown : name.index() < 0 ? messages.missingTaker : "");
            if (dialogs.open(box)) {
                var people = new ArrayList<>(model.meeting().attendance());
                people.set(seat.index(), seat.with(known.get(name.index()), seat.at().role(), seat.at().place(), seat.at().standsFor()).at());
                model.seats(people);
                rows();
                changed.run();
            }
        });
    }

    private void addGuest() {
        var box = new ActBox(kit, messages.addGuest, messages.addGuest);
        var unit = box.line(messages.unit, "");
        var person = box.line(messages.attendancePerson, "");
        var role = box.line(messages.attendanceRole, "");
        box.unless(() -> unit.blank() ? messages.missingUnit : person.blank() ? messages.missingPerson : "");
        if (dialogs.open(box)) {
            model.guest(unit.text(), person.text(), role.text());
            seats();
            changed.run();
        }
    }

    private void removeGuest() {
        grid.focused().filter(seat -> seat.at().body() == null).ifPresentOrElse(seat -> {
            model.removeSeat(seat.index());
            seats();
            changed.run();
        }, () -> dialogs.status(messages.bodiesStay));
    }

    private String word(Presence presence) {
        return presence == null ? messages.expected : switch (presence) {
            case PRESENT -> messages.present;
            case LEAVE -> messages.leave;
            case SUBSTITUTE -> messages.substitute;
            case GUEST -> messages.guest;
            case EXPECTED -> messages.expected;
        };
    }

    private Presence presence(String word) {
        return Arrays.stream(Presence.values()).filter(presence -> word(presence).equals(word)).findFirst().orElse(Presence.EXPECTED);
    }

    private record Seat(int index, Attendance at) {
        Seat with(String person, String role, Presence presence, String standsFor) {
            return new Seat(index, new Attendance(at.body(), at.unit(), person, role, presence, standsFor));
        }
    }
}
