package org.lianshen.workbench.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lianshen.model.linkage.rule.Silence;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackSection;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackValue.Fields;
import org.lianshen.service.PackService.Book;
import org.lianshen.service.packs.SilentRules;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.text.Language;

/** The pack as rows, and its places and values in words. No widgets. */
final class PackSheet {

    private final PackMessages messages;
    private final Texts texts;
    private final Book book;
    private final boolean chinese;
    private final Set<String> drafted = new HashSet<>();
    private final Set<String> edited = new HashSet<>();

    /**
     * One parameter, rule, list, body …
     *
     * @param verified null where the entry has no basis of its own
     * @param drafted  the draft changes it
     * @param edited   it differs from what the program ships
     */
    record Entry(PackSection section, PackPath path, String key, String name, String value, String unit, String basis, Boolean verified, String clause, boolean drafted,
            boolean edited) {
    }

    /** One change in words. */
    record Difference(PackPath path, String place, String before, String after, String reason, String by, java.time.Instant at) {
    }

    PackSheet(PackMessages messages, Texts texts, Book book) {
        this.messages = messages;
        this.texts = texts;
        this.book = book;
        this.chinese = messages.language() == Language.CHINESE;
        book.pending().forEach(edit -> drafted.add(entry(edit.path())));
        book.draft().edits().edits().forEach(edit -> edited.add(entry(edit.path())));
    }

    private static String entry(PackPath path) {
        return path.section() + "/" + path.entry();
    }

    Book book() {
        return book;
    }

    Fields content() {
        return book.content();
    }

    String sectionName(PackSection section) {
        return texts.get("pack.section." + section.name());
    }

    /** Entries in the order of the pack; bodies in their own. */
    List<Entry> entries(PackSection section) {
        Fields entries = content().under(section.path());
        var rows = new ArrayList<Entry>();
        for (String key : section == PackSection.BODIES ? bodies() : entries.names()) {
            if (entries.get(key) instanceof Fields fields) {
                rows.add(row(section, key, fields));
            }
        }
        return rows;
    }

    /** Codes of the bodies in the order in which they are asked. */
    List<String> bodies() {
        var codes = new ArrayList<String>();
        List<String> known = content().under(PackSection.BODIES.path()).names();
        if (content().get(PackSection.BODY_ORDER.path()) instanceof PackValue.Items order) {
            order.words().stream().filter(known::contains).forEach(codes::add);
        }
        known.stream().filter(code -> !codes.contains(code)).forEach(codes::add);
        return codes;
    }

    private Entry row(PackSection section, String key, Fields fields) {
        PackPath path = PackPath.of(section.path(), key);
        boolean judged = section != PackSection.LISTS && fields.get("verified") != null;
        String basis = section == PackSection.CALENDAR ? fields.text("source") : section == PackSection.CLAUSES ? fields.text("docNo") : fields.text("basis");
        return new Entry(section, path, key, name(path), value(section, key, fields), section == PackSection.PARAMS ? unit(fields.text("unit")) : "", basis,
                judged ? fields.flag("verified") : null, section == PackSection.CLAUSES ? key : fields.text("clause"), drafted.contains(entry(path)), edited.contains(entry(path)));
    }

    String unit(String unit) {
        String key = "pack.unit." + unit;
        return texts.has(key) ? texts.get(key) : unit;
    }

    /** What an entry is called. */
    String name(PackPath path) {
        Fields fields = path.depth() < 2 ? Fields.NONE : fieldsOf(path);
        return switch (PackSection.of(path).orElse(PackSection.UNITS)) {
            case PARAMS, RULES -> either(fields, "title", "titleEn", path.entry());
            case LISTS -> texts.has("pack.list." + path.entry()) ? texts.get("pack.list." + path.entry()) : path.entry();
            case BODIES -> either(fields, "name", "nameEn", path.entry());
            case CHECK_ITEMS -> either(fields, "text", "textEn", path.entry());
            case CLAUSES -> fields.text("document").isEmpty() ? path.entry() : fields.text("document");
            case CALENDAR -> path.entry();
            case BODY_ORDER -> "";
            case UNITS -> fields.text("name").isEmpty() ? path.entry() : fields.text("name");
        };
    }

    /** The entry in the draft; one that the draft took away, as it was. */
    private Fields fieldsOf(PackPath path) {
        Fields now = content().under(path.section()).under(path.entry());
        if (!now.fields().isEmpty()) {
            return now;
        }
        Fields standing = book.standing().under(path.section()).under(path.entry());
        return standing.fields().isEmpty() ? book.shipped().content().under(path.section()).under(path.entry()) : standing;
    }

    private String either(Fields fields, String zh, String en, String otherwise) {
        String name = fields.text(chinese ? zh : en);
        return name.isEmpty() ? otherwise : name;
    }

    /** What the rules of the draft do not judge because nothing is set for it, one sentence each. */
    List<String> silent() {
        return book.silent().stream().map(this::say).toList();
    }

    /** The same of one rule; empty where it judges all. */
    String silent(String rule) {
        return book.silent().stream().filter(silence -> silence.rule().equals(rule)).map(this::say).findFirst().orElse("");
    }

    private String say(Silence silence) {
        return SilentRules.say(silence, texts, rule -> name(PackPath.of(PackSection.RULES.path(), rule)),
                key -> name(PackPath.of((content().under(PackSection.PARAMS.path()).get(key) == null ? PackSection.LISTS : PackSection.PARAMS).path(), key)));
    }

    private String ruleValue(String rule, Fields fields) {
        var said = new ArrayList<>(List.of(fields.flag("active") ? messages.on : messages.off, severity(fields.text("severity"))));
        book.silent().stream().filter(silence -> silence.rule().equals(rule)).forEach(silence -> said.add(silence.whole() ? messages.silent : messages.partlySilent));
        return String.join(comma(), said);
    }

    private String value(PackSection section, String key, Fields fields) {
        return switch (section) {
            case PARAMS -> paramValue(fields);
            case RULES -> ruleValue(key, fields);
            case LISTS -> messages.format(messages.words, fields.names().size(), String.join(chinese ? "、" : ", ", fields.names()));
            case BODIES -> {
                var said = new ArrayList<String>();
                if (fields.flag("lead")) {
                    said.add(messages.lead);
                }
                said.add(fields.flag("required") ? messages.required : messages.optional);
                if (fields.flag("votes")) {
                    said.add(messages.votes);
                }
                yield String.join(comma(), said);
            }
            case CHECK_ITEMS -> fields.flag("veto") ? messages.veto : "";
            case CALENDAR -> messages.format(messages.days, fields.under("holidays").names().size(), fields.under("workdays").names().size());
            case CLAUSES -> fields.text("quote");
            case BODY_ORDER, UNITS -> "";
        };
    }

    private String paramValue(Fields fields) {
        String value = fields.text("value");
        if (value.isEmpty()) {
            return messages.unconfigured;
        }
        return fields.text("unit").equals("boolean") ? yesNo(Boolean.parseBoolean(value)) : value;
    }

    private String comma() {
        return chinese ? "，" : ", ";
    }

    private String yesNo(boolean yes) {
        return yes ? messages.yes : messages.no;
    }

    String severity(String severity) {
        return switch (severity) {
            case "E" -> messages.severityE;
            case "W" -> messages.severityW;
            default -> messages.severityI;
        };
    }

    /** What the draft changes, in words. */
    List<Difference> pending() {
        return book.pending().stream().map(edit -> difference(edit.change(), edit.reason(), edit.by(), edit.at())).toList();
    }

    Difference difference(PackChange change, String reason, String by, java.time.Instant at) {
        return new Difference(change.path(), place(change.path()), side(change, change.before(), true), side(change, change.after(), false), reason, by, at);
    }

    /** 参数 · 简易流程限额 · 值. */
    String place(PackPath path) {
        var parts = new ArrayList<String>();
        PackSection.of(path).ifPresentOrElse(section -> parts.add(sectionName(section)), () -> parts.add(path.section()));
        if (path.depth() > 1) {
            parts.add(name(path));
        }
        for (int i = 2; i < path.depth(); i++) {
            parts.add(field(path.names().get(i)));
        }
        return String.join(" · ", parts);
    }

    private String field(String name) {
        return switch (name) {
            case "value" -> messages.fieldValue;
            case "basis" -> messages.fieldBasis;
            case "verified" -> messages.fieldVerified;
            case "clause" -> messages.fieldClause;
            case "active" -> messages.fieldActive;
            case "severity" -> messages.fieldSeverity;
            case "title" -> messages.fieldTitle;
            case "titleEn" -> messages.fieldTitleEn;
            case "remedy" -> messages.fieldRemedy;
            case "remedyEn" -> messages.fieldRemedyEn;
            case "name" -> messages.fieldName;
            case "shortName" -> messages.fieldShortName;
            case "nameEn" -> messages.fieldNameEn;
            case "unit" -> messages.fieldUnitCode;
            case "kind" -> messages.fieldKind;
            case "lead" -> messages.fieldLead;
            case "required" -> messages.fieldRequired;
            case "votes" -> messages.fieldVotes;
            case "checkGroups" -> messages.fieldGroups;
            case "text" -> messages.fieldText;
            case "textEn" -> messages.fieldTextEn;
            case "veto" -> messages.fieldVeto;
            case "holidays" -> messages.fieldHolidays;
            case "workdays" -> messages.fieldWorkdays;
            case "source" -> messages.fieldSource;
            case "document" -> messages.fieldDocument;
            case "docNo" -> messages.fieldDocNo;
            case "place" -> messages.fieldPlace;
            case "quote" -> messages.fieldQuote;
            case "note" -> messages.fieldNote;
            default -> name;
        };
    }

    private String side(PackChange change, PackValue value, boolean before) {
        return switch (value) {
            case null -> before ? "" : messages.entryRemoved;
            case PackValue.Text(String text) when change.path().last().equals("severity") -> severity(text);
            case PackValue.Text(String text) -> text.isEmpty() ? messages.unconfigured : text;
            case PackValue.Flag(boolean on) when member(change.path()) -> before ? change.path().last() : messages.entryAdded;
            case PackValue.Flag(boolean on) -> yesNo(on);
            case PackValue.Items items -> items.toString();
            case Fields fields -> before ? name(change.path()) : messages.entryAdded;
        };
    }

    /** Whether the place is a word of a list or a day of the calendar, which is there or not. */
    private static boolean member(PackPath path) {
        return path.section().equals(PackSection.LISTS.path()) && path.depth() == 3 || path.section().equals(PackSection.CALENDAR.path()) && path.depth() == 4;
    }

}
