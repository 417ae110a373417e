package org.lianshen.workbench.paper;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.lianshen.service.DocumentService.Signing;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** Number and day of a paper that is being signed; what it will bear is proposed. */
final class SignBox implements DialogService.Box {

    private final Kit kit;
    private final PaperMessages messages;
    private final String name;
    private final Signing signing;
    private String number;
    private String date;

    SignBox(Kit kit, PaperMessages messages, String name, Signing signing) {
        this.kit = kit;
        this.messages = messages;
        this.name = name;
        this.signing = signing;
        number = signing.number();
        date = signing.date().toString();
    }

    String number() {
        return number;
    }

    LocalDate date() {
        try {
            return LocalDate.parse(date.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    @Override
    public String title() {
        return messages.sign;
    }

    @Override
    public String verb() {
        return messages.sign;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite area = kit.box(parent, 2);
        GridDataFactory wide = GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(kit.look().u(90), SWT.DEFAULT);
        var heading = kit.wrapped(area, name);
        heading.setFont(kit.look().bold());
        wide.applyTo(heading);
        int version = signing.version();
        wide.applyTo(kit.wrapped(area, version == 1 ? messages.signNote : messages.format(messages.signAgain, version - 1, version)));
        if (signing.asked()) {
            kit.text(area, messages.signNumber);
            Text typed = kit.entry(area, messages.signNumber, SWT.NONE);
            typed.setText(number);
            typed.addListener(SWT.Modify, event -> {
                number = typed.getText();
                state.run();
            });
        } else if (!number.isEmpty()) {
            kit.text(area, messages.signNumber);
            kit.text(area, number);
        }
        kit.text(area, messages.signDate);
        Text day = kit.entry(area, messages.signDate, SWT.NONE);
        day.setText(date);
        day.addListener(SWT.Modify, event -> {
            date = day.getText();
            state.run();
        });
        return area;
    }

    @Override
    public String missing() {
        return signing.asked() && number.isBlank() ? messages.missingNumber : date() == null ? messages.badDate : "";
    }
}
