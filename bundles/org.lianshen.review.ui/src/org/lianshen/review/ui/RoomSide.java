package org.lianshen.review.ui;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.form.DateEntry;
import org.lianshen.workbench.grid.Edit;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** Day, place and people of a meeting: the fields of its head and who sits for which unit. */
final class RoomSide {

    private final Kit kit;
    private final Look look;
    private final Grids grids;
    private final ReviewMessages messages;
    private final Runnable changed;
    private final Composite head;
    private final Composite seats;
    private MeetingModel model;

    /** @param changed after something was typed into the model */
    RoomSide(Composite parent, Kit kit, Grids grids, ReviewMessages messages, Runnable changed) {
        this.kit = kit;
        this.look = kit.look();
        this.grids = grids;
        this.messages = messages;
        this.changed = changed;
        head = new Composite(parent, SWT.NONE);
        head.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(look.u(2), look.u(1)).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        seats = new Composite(parent, SWT.NONE);
        seats.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().applyTo(seats);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(seats);
    }

    void show(MeetingModel shown) {
        model = shown;
        Kit.clear(head);
        fields();
        Kit.clear(seats);
        seats();
    }

    private void fields() {
        Meeting meeting = model.meeting();
        kit.muted(head, messages.date);
        DateEntry date = new DateEntry(kit, head, messages.date, day -> {
            model.day(day);
            changed.run();
        });
        date.set(meeting.date());
        date.setEditable(!meeting.closed());
        Text time = field(messages.time, meeting.time());
        Text place = field(messages.place, meeting.place());
        Text chair = field(messages.chair, meeting.chair());
        Text recorder = field(messages.recorder, meeting.recorder());
        Text requirements = field(messages.requirements, meeting.requirements());
        for (Text text : List.of(time, place, chair, recorder, requirements)) {
            text.setEditable(!meeting.closed());
            text.addListener(SWT.Modify, event -> {
                model.head(time.getText().strip(), place.getText().strip(), chair.getText().strip(), recorder.getText().strip(), requirements.getText().strip());
                changed.run();
            });
        }
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
        Meeting meeting = model.meeting();
        var spec = new TableSpec<Seat>("meetingSeats", "review.attendance.title",
                List.of(new Column<>("unit", "review.attendance.unit", Type.TEXT, 22, seat -> seat.at().unit()),
                        new Column<>("person", "review.attendance.person", Type.TEXT, 14, seat -> seat.at().person()),
                        new Column<>("presence", "review.attendance.presence", Type.TEXT, 8, seat -> word(seat.at().place()))));
        Grid<Seat> grid = grids.sheet(seats, spec);
        grid.hideBar();
        grid.setRows(IntStream.range(0, meeting.attendance().size()).mapToObj(i -> new Seat(i, meeting.attendance().get(i))).toList());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, grid.preferredHeight() + look.u(1)).applyTo(grid.area());
        if (meeting.closed()) {
            return;
        }
        grid.edit("person", Edit.text((seat, text) -> seat.with(text.strip(), seat.at().place())));
        grid.edit("presence", Edit.choice(seat -> Arrays.stream(Attendance.Presence.values()).map(this::word).toList(), (seat, word) -> seat.with(seat.at().person(), presence(word))));
        grid.editable(null, rows -> {
            rows.forEach(seat -> model.seat(seat.index(), seat.at().person(), seat.at().place()));
            changed.run();
        });
    }

    private String word(Attendance.Presence presence) {
        return switch (presence) {
            case PRESENT -> messages.present;
            case LEAVE -> messages.leave;
            case SUBSTITUTE -> messages.substitute;
            case GUEST -> messages.guest;
        };
    }

    private Attendance.Presence presence(String word) {
        return Arrays.stream(Attendance.Presence.values()).filter(presence -> word(presence).equals(word)).findFirst().orElse(Attendance.Presence.PRESENT);
    }

    private record Seat(int index, Attendance at) {
        Seat with(String person, Attendance.Presence presence) {
            return new Seat(index, new Attendance(at.body(), at.unit(), person, at.role(), presence));
        }
    }
}
