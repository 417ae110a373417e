package org.lianshen.model.pack;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The parts of a pack that a person edits, each with what may be changed in it. What the program itself relies on, such as the key and the unit of a parameter, may not. */
public enum PackSection {
    /** 参数 */ PARAMS("params", Set.of("value", "basis", "verified", "clause")),
    /** 校验规则 */ RULES("rules", Set.of("active", "severity", "title", "titleEn", "remedy", "remedyEn", "basis", "verified", "clause")),
    /** 词表与代码表 */ LISTS("lists", Set.of()),
    /** 会签部门 */ BODIES("bodies", Set.of()),
    /** 会签部门的次序 */ BODY_ORDER("bodyOrder", Set.of()),
    /** 审查要点 */ CHECK_ITEMS("checkItems", Set.of()),
    /** 节假日与调休 */ CALENDAR("calendar", Set.of()),
    /** 条文 */ CLAUSES("clauses", Set.of()),
    /** 单位 */ UNITS("units", Set.of());

    private final String path;
    private final Set<String> fields;

    PackSection(String path, Set<String> fields) {
        this.path = path;
        this.fields = fields;
    }

    public String path() {
        return path;
    }

    public static Optional<PackSection> of(PackPath path) {
        return Arrays.stream(values()).filter(section -> section.path.equals(path.section())).findFirst();
    }

    /** Whether a person may make this change to the shipped pack. */
    public static boolean allows(PackChange change, PackValue.Fields shipped) {
        PackPath at = change.path();
        return of(at).map(section -> switch (section) {
            case PARAMS, RULES -> at.depth() == 3 && section.fields.contains(at.last()) && change.after() != null;
            case LISTS -> at.depth() == 3 && member(change) && shipped.under(section.path).get(at.entry()) != null;
            case BODY_ORDER -> at.depth() == 1 && change.after() != null;
            case BODIES, CHECK_ITEMS, CLAUSES, UNITS -> at.depth() == 2 || at.depth() == 3 && change.after() != null;
            case CALENDAR -> at.depth() == 4 && member(change) || at.depth() == 3 && change.after() != null || at.depth() == 2 && shipped.under(section.path).get(at.entry()) == null;
        }).orElse(false);
    }

    /** A word or a day is there or not. */
    private static boolean member(PackChange change) {
        return change.after() == null || change.after().equals(PackValue.flag(true));
    }
}
