package org.lianshen.review.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.review.Condition;
import org.lianshen.workbench.kit.Kit;

/** Conditions of 修改后通过: what, who sees to it, until when. */
final class ConditionRows {

    private final Kit kit;
    private final ReviewMessages messages;
    private final Composite area;
    private final String owner;
    private final LocalDate due;
    private final boolean closed;
    private final Runnable changed;
    private final Runnable layout;
    private final List<Row> rows = new ArrayList<>();

    /** @param owner of a condition that is added. @param due of it, or null. @param layout after rows came or went */
    ConditionRows(Composite area, Kit kit, ReviewMessages messages, List<Condition> conditions, String owner, LocalDate due, boolean closed, Runnable changed, Runnable layout) {
        this.area = area;
        this.kit = kit;
        this.messages = messages;
        this.owner = owner;
        this.due = due;
        this.closed = closed;
        this.changed = changed;
        this.layout = layout;
        conditions.forEach(condition -> rows.add(new Row(condition.text(), condition.owner(), day(condition.due()))));
        fill();
    }

    /** As typed, numbered from 1; a day that is none is null. */
    List<Condition> conditions() {
        var whole = new ArrayList<Condition>();
        rows.forEach(row -> whole.add(new Condition(whole.size() + 1, row.text(), row.owner(), row.date())));
        return whole;
    }

    private static String day(LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private void fill() {
        Kit.clear(area);
        kit.section(area, messages.conditions);
        for (int i = 0; i < rows.size(); i++) {
            row(i);
        }
        if (!closed) {
            kit.quiet(area, messages.addCondition, () -> {
                rows.add(new Row("", owner, day(due)));
                fill();
                changed.run();
                layout.run();
            });
        }
    }

    private void row(int index) {
        var line = new Composite(area, SWT.NONE);
        line.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(kit.look().u(2), 0).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        Row shown = rows.get(index);
        Text text = field(line, messages.conditions, shown.text(), 30);
        Text who = field(line, messages.conditionOwner, shown.owner(), 14);
        Text until = field(line, messages.conditionDue, shown.due(), 11);
        until.setMessage("2026-12-31");
        for (Text field : List.of(text, who, until)) {
            field.addListener(SWT.Modify, event -> {
                rows.set(index, new Row(text.getText().strip(), who.getText().strip(), until.getText().strip()));
                until.setToolTipText(rows.get(index).date() == null ? messages.badDate : null);
                changed.run();
            });
        }
        if (!closed) {
            kit.quiet(line, messages.remove, () -> {
                rows.remove(index);
                fill();
                changed.run();
                layout.run();
            });
        }
    }

    private Text field(Composite line, String name, String value, int characters) {
        Text field = kit.entry(line, name, SWT.NONE);
        field.setText(value);
        field.setMessage(name);
        field.setEditable(!closed);
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(characters), SWT.DEFAULT).applyTo(field);
        return field;
    }

    private record Row(String text, String owner, String due) {

        LocalDate date() {
            try {
                return due.isEmpty() ? null : LocalDate.parse(due);
            } catch (DateTimeException notADate) {
                return null;
            }
        }
    }
}
