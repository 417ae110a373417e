package org.lianshen.budget.ui;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.service.LetterService.Head;
import org.lianshen.service.LetterService.UnitFindings;
import org.lianshen.service.document.PaperWriter.Format;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.kit.Kit;

/** To whom the letters go and what stands at their head. What was said last is there already. */
final class LetterBox implements DialogService.Box {

    private static final String ALL = "*";
    private static final String BOTH = "BOTH";

    private final Kit kit;
    private final BudgetMessages messages;
    private final List<UnitFindings> units;
    private final FormModel model;
    private final Field<String> unit;
    private final Field<Boolean> again;
    private final Field<String> signatory;
    private final Field<String> number;
    private final Field<LocalDate> date;
    private final Field<String> contact;
    private final Field<String> phone;
    private final Field<String> copies;
    private final Field<String> format;

    /** @param asked unit that is chosen first, or null for all */
    LetterBox(Kit kit, BudgetMessages messages, List<UnitFindings> units, Head last, String asked) {
        this.kit = kit;
        this.messages = messages;
        this.units = units;
        model = new FormModel(kit.messages());
        FormModel.Section section = model.section("letter", "");
        List<Field.Choice> choices = new java.util.ArrayList<>(List.of(new Field.Choice(ALL, messages.format(messages.letterAllUnits, units.size()))));
        units.forEach(each -> choices.add(new Field.Choice(each.unit(), messages.format(messages.letterUnit, each.unit(), each.blocking(), each.warnings()))));
        unit = section.add(Field.choice("unit", messages.letterTo, choices).required().wide());
        unit.value(units.stream().anyMatch(each -> each.unit().equals(asked)) ? asked : ALL);
        signatory = section.add(Field.text("signatory", messages.letterFrom).required().value(last.signatory()).help(messages.letterFromHelp, messages.letterFromExample));
        number = section.add(Field.text("number", messages.letterNumber).required().value(last.number()).help(messages.letterNumberHelp, messages.letterNumberExample));
        date = section.add(Field.date("date", messages.letterDate).required().value(last.date()));
        contact = section.add(Field.text("contact", messages.letterContact).value(last.contact()));
        phone = section.add(Field.text("phone", messages.letterPhone).value(last.phone()));
        copies = section.add(Field.text("copies", messages.letterCopies).value(last.copies()));
        format = section.add(Field.choice("format", messages.letterFormat,
                List.of(new Field.Choice(BOTH, messages.letterBoth), new Field.Choice(Format.DOCX.name(), messages.letterDocx), new Field.Choice(Format.PDF.name(), messages.letterPdf))).required());
        format.value(BOTH);
        again = section.add(Field.check("again", messages.letterAgain).wide().value(units.stream().allMatch(each -> each.untold() == 0)));
    }

    @Override
    public String title() {
        return messages.letters;
    }

    @Override
    public String verb() {
        return messages.letterWrite;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        FormView view = new FormView(kit, parent, model, 0, kit.look().u(2));
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(96), kit.look().u(120)).applyTo(view.control());
        model.onChange(state);
        return view.control();
    }

    @Override
    public String missing() {
        String missing = model.missing();
        if (!missing.isEmpty()) {
            return missing;
        }
        boolean told = chosen().stream().allMatch(each -> each.untold() == 0);
        return told && !again() ? messages.letterToldAlready : "";
    }

    private List<UnitFindings> chosen() {
        return units.stream().filter(each -> unit.value().equals(ALL) || each.unit().equals(unit.value())).toList();
    }

    /** Names of the units, empty for all. */
    List<String> to() {
        return unit.value().equals(ALL) ? List.of() : List.of(unit.value());
    }

    Head head() {
        return new Head(signatory.value(), number.value(), date.value(), text(contact), text(phone), text(copies));
    }

    private static String text(Field<String> field) {
        return field.value() == null ? "" : field.value();
    }

    boolean again() {
        return Boolean.TRUE.equals(again.value());
    }

    Set<Format> formats() {
        return format.value().equals(BOTH) ? EnumSet.allOf(Format.class) : EnumSet.of(Format.valueOf(format.value()));
    }
}
