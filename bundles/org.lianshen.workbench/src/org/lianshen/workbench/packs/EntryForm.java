package org.lianshen.workbench.packs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackSection;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackValue.Fields;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.text.WorkbenchMessages;

/** One entry of the pack as fields, and what was changed about it. No widgets. */
final class EntryForm {

    private static final Pattern DAY = Pattern.compile("(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
    private static final String NONE = "-";

    private final PackMessages messages;
    private final Texts texts;
    private final Fields content;
    private final PackSection section;
    private final PackPath path;
    private final FormModel form;
    private final FormModel.Section fields;
    private final Map<String, Supplier> made = new LinkedHashMap<>();
    private Field<String> code;
    private final Field<String> reason;

    private interface Supplier {
        PackValue value();
    }

    /** @param path of the entry, or null for a new one */
    EntryForm(PackMessages messages, WorkbenchMessages kit, Texts texts, Fields content, PackSection section, PackPath path) {
        this.messages = messages;
        this.texts = texts;
        this.content = content;
        this.section = section;
        this.path = path;
        form = new FormModel(kit);
        fields = form.section("entry", "");
        if (path == null) {
            code = fields.add(Field.text("code", messages.fieldCode).required().check(this::codeProblem));
        }
        build(path == null ? Fields.NONE : content.under(section.path()).under(path.entry()));
        reason = fields.add(Field.longText("reason", messages.fieldReason).required().help(messages.fieldReasonHelp, messages.fieldReasonExample));
    }

    private void build(Fields now) {
        switch (section) {
            case PARAMS -> {
                param(now);
                basis(now);
            }
            case RULES -> {
                flag("active", messages.fieldActive, now);
                choice("severity", messages.fieldSeverity, now, List.of(new Field.Choice("E", messages.severityE), new Field.Choice("W", messages.severityW), new Field.Choice("I", messages.severityI)));
                text("title", messages.fieldTitle, now).required();
                text("titleEn", messages.fieldTitleEn, now).required();
                longText("remedy", messages.fieldRemedy, now).required();
                longText("remedyEn", messages.fieldRemedyEn, now).required();
                basis(now);
            }
            case LISTS -> members("words", messages.fieldWords, messages.fieldWordsHelp, now, each -> null);
            case BODIES -> body(now);
            case CHECK_ITEMS -> {
                longText("text", messages.fieldText, now).required();
                longText("textEn", messages.fieldTextEn, now).required();
                flag("veto", messages.fieldVeto, now);
                basis(now);
            }
            case CALENDAR -> {
                members("holidays", messages.fieldHolidays, messages.fieldDaysHelp, now.under("holidays"), this::dayProblem);
                members("workdays", messages.fieldWorkdays, messages.fieldDaysHelp, now.under("workdays"), this::dayProblem);
                longText("source", messages.fieldSource, now).required();
                flag("verified", messages.fieldVerified, now);
            }
            case CLAUSES -> {
                text("document", messages.fieldDocument, now).required();
                text("docNo", messages.fieldDocNo, now);
                text("place", messages.fieldPlace, now).required();
                longText("quote", messages.fieldQuote, now).required();
                longText("note", messages.fieldNote, now);
                flag("verified", messages.fieldVerified, now);
                constant("seedFile", now);
            }
            case BODY_ORDER, UNITS -> throw new IllegalArgumentException(section.name());
        }
    }

    private void param(Fields now) {
        if (now.text("unit").equals("boolean")) {
            choice("value", messages.fieldValue, now,
                    List.of(new Field.Choice("", messages.unconfigured), new Field.Choice("true", messages.yes), new Field.Choice("false", messages.no)));
        } else {
            text("value", messages.fieldValue, now).check(value -> valueProblem(value, now.text("unit")));
        }
    }

    private String valueProblem(String value, String unit) {
        if (Param.fits(value, unit)) {
            return null;
        }
        int decimals = Param.decimals(unit);
        return decimals == 0 ? messages.format(messages.wrongWhole, value) : messages.format(messages.wrongNumber, value, decimals);
    }

    private void body(Fields now) {
        text("name", messages.fieldName, now).required();
        text("shortName", messages.fieldShortName, now).required();
        text("nameEn", messages.fieldNameEn, now).required();
        text("unit", messages.fieldUnitCode, now);
        choice("kind", messages.fieldKind, now, Arrays.stream(ReviewBody.Kind.values()).map(kind -> new Field.Choice(kind.name(), texts.get("pack.kind." + kind.name()))).toList()).required();
        flag("lead", messages.fieldLead, now);
        flag("required", messages.fieldRequired, now);
        flag("votes", messages.fieldVotes, now);
        String letters = now.get("checkGroups") instanceof PackValue.Items items ? String.join(" ", items.words()) : "";
        Field<String> groups = fields.add(Field.text("checkGroups", messages.fieldGroups).help(messages.fieldGroupsHelp, "D F").value(given(letters)));
        made.put("checkGroups", () -> PackValue.Items.of(words(groups.value(), "[\\s,，、]+")));
        clause(now);
    }

    private void basis(Fields now) {
        longText("basis", messages.fieldBasis, now).required();
        flag("verified", messages.fieldVerified, now);
        clause(now);
    }

    private void clause(Fields now) {
        text("clause", messages.fieldClause, now).check(id -> content.under(PackSection.CLAUSES.path()).get(id) == null ? messages.format(messages.unknownClause, id) : null);
    }

    private Field<String> text(String name, String label, Fields now) {
        return words(name, Field.text(name, label), now);
    }

    private Field<String> longText(String name, String label, Fields now) {
        return words(name, Field.longText(name, label), now);
    }

    private Field<String> words(String name, Field<String> field, Fields now) {
        fields.add(field.value(given(now.text(name))));
        made.put(name, () -> PackValue.text(field.value() == null ? "" : field.value()));
        return field;
    }

    /** A field that is empty has no value. */
    private static String given(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A choice has no empty code of its own in the form. */
    private Field<String> choice(String name, String label, Fields now, List<Field.Choice> choices) {
        UnaryOperator<String> out = each -> each.isEmpty() ? NONE : each;
        Field<String> field = fields.add(Field.choice(name, label, choices.stream().map(each -> new Field.Choice(out.apply(each.code()), each.label())).toList()));
        String value = out.apply(now.text(name));
        if (choices.stream().anyMatch(each -> out.apply(each.code()).equals(value))) {
            field.value(value);
        }
        made.put(name, () -> PackValue.text(field.value() == null || field.value().equals(NONE) ? "" : field.value()));
        return field;
    }

    private void flag(String name, String label, Fields now) {
        Field<Boolean> field = fields.add(Field.check(name, label).value(now.flag(name)));
        made.put(name, () -> PackValue.flag(Boolean.TRUE.equals(field.value())));
    }

    private void constant(String name, Fields now) {
        made.put(name, () -> PackValue.text(now.text(name)));
    }

    /** Words or days, one a line. */
    private void members(String name, String label, String help, Fields now, Function<String, String> problem) {
        Field<String> field = fields.add(Field.longText(name, label).help(help, "").value(given(String.join("\n", now.names())))
                .check(text -> words(text, "\\R").stream().map(problem).filter(java.util.Objects::nonNull).findFirst().orElse(null)));
        made.put(name, () -> {
            Map<String, PackValue> members = new LinkedHashMap<>();
            words(field.value(), "\\R").forEach(word -> members.put(word, PackValue.flag(true)));
            return new Fields(members);
        });
    }

    private static List<String> words(String text, String separator) {
        Set<String> words = new LinkedHashSet<>();
        if (text != null) {
            Arrays.stream(text.split(separator)).map(String::strip).filter(word -> !word.isEmpty()).forEach(words::add);
        }
        return new ArrayList<>(words);
    }

    private String dayProblem(String day) {
        return DAY.matcher(day).matches() ? null : messages.format(messages.wrongDay, day);
    }

    private String codeProblem(String typed) {
        String form = switch (section) {
            case BODIES -> "[A-Z]+";
            case CHECK_ITEMS -> "[A-Z][0-9]{1,2}";
            case CALENDAR -> "20[0-9]{2}";
            default -> "Q[0-9]+[a-z]?";
        };
        if (!typed.matches(form)) {
            return messages.format(messages.wrongCode, typed, texts.get("pack.code." + section.name()));
        }
        return content.under(section.path()).get(typed) == null ? null : messages.format(messages.codeTaken, typed);
    }

    FormModel form() {
        return form;
    }

    PackSection section() {
        return section;
    }

    String reason() {
        return reason.value();
    }

    /** The entry that is changed or made; null where a new one has no code yet. */
    PackPath path() {
        return path != null ? path : code.value() == null ? null : PackPath.of(section.path(), code.value());
    }

    /** Why it cannot be stored now; empty when it can. */
    String missing() {
        for (Field<?> field : form.fields()) {
            String problem = field == reason ? null : form.problem(field);
            if (problem != null) {
                return problem;
            }
        }
        if (changes().isEmpty()) {
            return messages.nothingChanged;
        }
        return form.missing();
    }

    /** Whether something was typed that would be lost. */
    boolean isChanged() {
        return form.fields().stream().anyMatch(Field::isUnreadable) || !changes().isEmpty();
    }

    List<PackChange> changes() {
        PackPath at = path();
        if (at == null) {
            return List.of();
        }
        if (path == null) {
            Map<String, PackValue> all = new LinkedHashMap<>();
            made.forEach((name, value) -> all.put(name, value.value()));
            return List.of(new PackChange(at, null, new Fields(all)));
        }
        Fields wanted = content.under(section.path()).under(at.entry());
        if (section == PackSection.LISTS) {
            return moved(PackChange.between(wanted, (Fields) made.get("words").value()), at);
        }
        Fields before = wanted;
        for (var field : made.entrySet()) {
            wanted = wanted.with(field.getKey(), field.getValue().value());
        }
        return moved(PackChange.between(before, wanted), at);
    }

    private static List<PackChange> moved(List<PackChange> changes, PackPath under) {
        return changes.stream().map(change -> {
            PackPath at = under;
            for (String name : change.path().names()) {
                at = at.child(name);
            }
            return new PackChange(at, change.before(), change.after());
        }).toList();
    }
}
