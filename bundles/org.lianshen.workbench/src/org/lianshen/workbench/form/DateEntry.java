package org.lianshen.workbench.form;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.WorkbenchMessages;

/**
 * A day one types, or picks from a calendar; outside of forms, such as in the head of a list. It is told when the day is whole: Enter, leaving the field, or a pick. What is
 * no day is said in the field's tooltip and name, and not told.
 */
public final class DateEntry {

    /** As long as a day is written. */
    private static final int DAY = 14;

    private final WorkbenchMessages messages;
    private final Look look;
    private final String name;
    private final Composite area;
    private final Text text;
    private final FlatButton pick;
    private final Consumer<LocalDate> chosen;
    private LocalDate day;

    /** @param name what the day is of; @param chosen takes each new day */
    public DateEntry(Kit kit, Composite parent, String name, Consumer<LocalDate> chosen) {
        this.name = name;
        this.chosen = chosen;
        messages = kit.messages();
        look = kit.look();
        area = kit.box(parent, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(1), 0).applyTo(area);
        text = new Text(area, SWT.BORDER);
        text.setFont(look.base());
        text.setMessage(messages.datePattern);
        GridDataFactory.fillDefaults().hint(look.characters(DAY), SWT.DEFAULT).applyTo(text);
        Kit.name(text, () -> problem() == null ? name : messages.format(messages.fieldWrong, name, problem()));
        text.addListener(SWT.DefaultSelection, event -> take());
        text.addListener(SWT.FocusOut, event -> take());
        pick = kit.iconButton(area, Icon.CALENDAR_EVENT, messages.format(messages.chooseDate, name), () -> calendar(kit.look(), text, day, picked -> {
            text.setText(picked.toString());
            take();
        }));
    }

    public Text text() {
        return text;
    }

    /** Whether the day can be changed. */
    public void setEditable(boolean editable) {
        text.setEditable(editable);
        pick.setVisible(editable);
    }

    /** Shows a day without telling it. */
    public void set(LocalDate now) {
        day = now;
        text.setText(now.toString());
        say();
    }

    private void take() {
        LocalDate typed = typed();
        say();
        if (typed != null && !typed.equals(day)) {
            day = typed;
            text.setText(typed.toString());
            chosen.accept(typed);
        }
    }

    private LocalDate typed() {
        try {
            return Readings.date(text.getText());
        } catch (Field.Unreadable noDay) {
            return null;
        }
    }

    private String problem() {
        return typed() == null ? messages.format(messages.notADate, text.getText().strip()) : null;
    }

    private void say() {
        text.setForeground(problem() == null ? null : look.tone(Tone.BLOCK));
        text.setToolTipText(problem() == null ? name : problem());
        Kit.renamed(text);
    }

    /** A calendar below a field; Esc, Enter or a click elsewhere closes it. */
    static void calendar(Look look, Text below, LocalDate at, Consumer<LocalDate> picked) {
        Shell popup = new Shell(below.getShell(), SWT.TOOL | SWT.ON_TOP);
        popup.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().applyTo(popup);
        DateTime calendar = new DateTime(popup, SWT.CALENDAR);
        if (at != null) {
            calendar.setDate(at.getYear(), at.getMonthValue() - 1, at.getDayOfMonth());
        }
        calendar.addListener(SWT.Selection, event -> picked.accept(LocalDate.of(calendar.getYear(), calendar.getMonth() + 1, calendar.getDay())));
        calendar.addListener(SWT.DefaultSelection, event -> popup.close());
        popup.addListener(SWT.Deactivate, event -> popup.close());
        popup.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE || event.detail == SWT.TRAVERSE_RETURN) {
                popup.close();
            }
        });
        popup.pack();
        Point place = below.toDisplay(0, below.getSize().y);
        popup.setLocation(place);
        popup.open();
        calendar.setFocus();
    }
}
