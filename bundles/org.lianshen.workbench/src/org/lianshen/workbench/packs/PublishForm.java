package org.lianshen.workbench.packs;

import java.time.LocalDate;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.service.PackService.Book;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.kit.Kit;

/** Asks from which day and why a draft is published. */
final class PublishForm implements DialogService.Box {

    private final Kit kit;
    private final PackMessages messages;
    private final FormModel form;
    private final Field<LocalDate> day;
    private final Field<String> reason;
    private final int changes;

    PublishForm(Kit kit, PackMessages messages, Book book, LocalDate today) {
        this.kit = kit;
        this.messages = messages;
        this.changes = book.pending().size();
        form = new FormModel(kit.messages());
        FormModel.Section section = form.section("publish", "");
        LocalDate before = book.versions().isEmpty() ? null : book.versions().getLast().validFrom();
        day = section.add(Field.date("day", messages.publishDay).required().help(messages.publishDayHelp, "").value(before != null && before.isAfter(today) ? before : today)
                .check(chosen -> chosen.isBefore(today) ? messages.format(messages.publishDayPast, today.toString())
                        : before != null && chosen.isBefore(before) ? messages.format(messages.publishDayBefore, before.toString()) : null));
        reason = section.add(Field.longText("reason", messages.publishReason).required().help("", messages.publishReasonExample));
    }

    FormModel form() {
        return form;
    }

    LocalDate day() {
        return day.value();
    }

    String reason() {
        return reason.value();
    }

    @Override
    public String title() {
        return messages.publishTitle;
    }

    @Override
    public String verb() {
        return messages.publishVerb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite box = kit.box(parent, 1);
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(72), kit.look().u(70)).applyTo(box);
        kit.wrapped(box, messages.format(messages.publishWhat, changes));
        FormView view = new FormView(kit, box, form, 0, kit.look().u(2));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(view.control());
        form.onChange(state);
        return box;
    }

    @Override
    public String missing() {
        return form.missing();
    }
}
