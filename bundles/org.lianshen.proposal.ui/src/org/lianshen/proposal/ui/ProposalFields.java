package org.lianshen.proposal.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.FieldKind;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.Section;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.WorkbenchMessages;

/**
 * The single-valued fields as one form per section, tied to the model both ways: what is typed becomes canonical text of the form, what the form check says of a field
 * stands beside it.
 */
final class ProposalFields {

    private static final Set<Section> TABLE_FIRST = EnumSet.of(Section.ESTIMATE, Section.FUNDS, Section.CONTENT);

    private final ProposalModel model;
    private final Texts texts;
    private final Map<Section, FormModel> forms = new EnumMap<>(Section.class);
    private final Map<ProposalField, Field<?>> fields = new EnumMap<>(ProposalField.class);
    private boolean loading;

    /** @param tables areas of a section that are no fields; shown before the fields where the section is above all a table */
    ProposalFields(ProposalModel model, Texts texts, WorkbenchMessages words,
            Function<Section, List<Function<Composite, Control>>> tables) {
        this.model = model;
        this.texts = texts;
        for (Section section : Section.values()) {
            FormModel form = new FormModel(words);
            FormModel.Section body = form.section(section.name(), texts.get("proposal.section." + section.name()));
            if (TABLE_FIRST.contains(section)) {
                tables.apply(section).forEach(body::add);
            }
            ProposalField.of(section).forEach(field -> body.add(make(field)));
            if (!TABLE_FIRST.contains(section)) {
                tables.apply(section).forEach(body::add);
            }
            forms.put(section, form);
        }
        model.listen(this::on);
    }

    FormModel form(Section section) {
        return forms.get(section);
    }

    Field<?> field(ProposalField field) {
        return fields.get(field);
    }

    /** Shows what is missing in fields that nobody has typed into: after an attempt to submit. */
    void touchAll() {
        forms.values().forEach(FormModel::touchAll);
    }

    private void on(ProposalModel.Event event) {
        switch (event) {
            case LOADED -> load();
            case FORM -> show();
            case CHECKED -> {
                show();
                marks();
            }
            case WORDS -> marks();
            case SAVED -> {
            }
        }
    }

    private void load() {
        loading = true;
        try {
            for (ProposalField field : ProposalField.values()) {
                fill(fields.get(field), field.kind(), model.form(), field);
            }
        } finally {
            loading = false;
        }
        show();
        marks();
    }

    private void show() {
        fields.forEach((field, shown) -> shown.setShown(FieldRules.shown(field, model)));
    }

    private void marks() {
        forms.forEach((section, form) -> {
            Tone tone = model.tone(section);
            form.sections().getFirst().setTone(tone);
        });
    }

    private Field<?> make(ProposalField field) {
        String id = field.name();
        String label = texts.get("proposal.field." + id);
        Field<?> made = switch (field.kind()) {
            case LINE -> bind(field, Field.text(id, label));
            case TEXT -> bind(field, Field.longText(id, label));
            case MONEY -> bind(field, Field.money(id, label));
            case DATE -> bind(field, Field.date(id, label));
            case COUNT -> bind(field, Field.number(id, label));
            case FLAG -> bind(field, Field.choice(id, label, choices(field, "proposal.flag.", List.of("Y", "N"))));
            case CHOICE -> bind(field, Field.choice(id, label, choices(field, "proposal.choice." + id + ".", field.choices())));
        };
        String example = "proposal.example." + id;
        made.help(texts.get("proposal.help." + id), texts.has(example) ? texts.get(example) : "");
        if (FieldRules.required(field)) {
            made.required();
        }
        if (field == ProposalField.PROJECT_NAME) {
            made.wide();
        }
        fields.put(field, made);
        return made;
    }

    /** What need not be answered can be left open again. */
    private List<Field.Choice> choices(ProposalField field, String words, List<String> codes) {
        var choices = new ArrayList<Field.Choice>();
        if (!field.required()) {
            choices.add(new Field.Choice("", texts.get("proposal.flag.empty")));
        }
        codes.forEach(code -> choices.add(new Field.Choice(code, texts.get(words + code))));
        return choices;
    }

    private <V> Field<V> bind(ProposalField field, Field<V> made) {
        made.onChange(value -> {
            if (!loading) {
                model.put(field, made.isUnreadable() ? made.typed() : canonical(value));
            }
        });
        made.check(value -> model.at(field.name()).stream().filter(finding -> finding.severity() == Severity.E).map(finding -> texts.format(finding.message()))
                .findFirst().orElse(null));
        return made;
    }

    static String canonical(Object value) {
        return switch (value) {
            case null -> "";
            case Money money -> money.yuan().toPlainString();
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    /** A text that is not of the field's kind is shown as it was typed, with what is wrong about it. */
    @SuppressWarnings("unchecked")
    private static void fill(Field<?> field, FieldKind kind, ProposalForm form, ProposalField of) {
        String text = form.text(of);
        Object value = switch (kind) {
            case LINE, TEXT, FLAG, CHOICE -> text.isEmpty() ? null : text;
            case MONEY -> form.money(of);
            case DATE -> form.date(of);
            case COUNT -> form.count(of) == null ? null : BigDecimal.valueOf(form.count(of));
        };
        switch (value) {
            case null -> {
                if (text.isEmpty()) {
                    field.set(null);
                } else {
                    field.type(text);
                }
            }
            case Money money -> ((Field<Money>) field).set(money);
            case LocalDate date -> ((Field<LocalDate>) field).set(date);
            case BigDecimal number -> ((Field<BigDecimal>) field).set(number);
            default -> ((Field<String>) field).set((String) value);
        }
    }
}
