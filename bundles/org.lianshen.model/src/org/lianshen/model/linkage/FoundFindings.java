package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lianshen.model.linkage.rule.Rule;

/** The findings of a check by rule and by the group that each rests on, so that the findings of single groups can be exchanged. */
final class FoundFindings {

    private final Map<String, Map<Object, List<Finding>>> byRule = new LinkedHashMap<>();
    private final Map<String, List<Finding>> byKey = new HashMap<>();

    void addAll(Rule rule, Map<Object, List<Finding>> found) {
        exchange(rule, found.keySet(), found, key -> {
        });
    }

    /** Puts what a rule found in some groups in place of what it found there before. @param touched hears each key of a finding that goes or comes, before it does */
    void exchange(Rule rule, Set<?> groups, Map<Object, List<Finding>> now, Consumer<String> touched) {
        Map<Object, List<Finding>> kept = byRule.computeIfAbsent(rule.id(), id -> new HashMap<>());
        for (Object group : groups) {
            List<Finding> fresh = now.getOrDefault(group, List.of());
            List<Finding> before = fresh.isEmpty() ? kept.remove(group) : kept.put(group, fresh);
            if (before != null && before.equals(fresh)) {
                continue;
            }
            for (Finding finding : before == null ? List.<Finding>of() : before) {
                touched.accept(key(finding));
                byKey.get(key(finding)).remove(finding);
            }
            for (Finding finding : fresh) {
                touched.accept(key(finding));
                byKey.computeIfAbsent(key(finding), none -> new ArrayList<>(1)).add(finding);
            }
        }
    }

    private static String key(Finding finding) {
        return finding.rule() + finding.key();
    }

    /** Findings of a key, told apart by a number where there are several. */
    List<Finding> numbered(String key, CheckedYear year) {
        List<Finding> same = byKey.getOrDefault(key, List.of());
        if (same.size() < 2) {
            return List.copyOf(same);
        }
        var numbered = new ArrayList<Finding>();
        for (Finding finding : same.stream().sorted(Comparator.comparingInt((Finding each) -> position(each, year)).thenComparing(FoundFindings::projectText)).toList()) {
            numbered.add(numbered.isEmpty() ? finding : finding.withKey(finding.key() + "#" + (numbered.size() + 1)));
        }
        return numbered;
    }

    /** All of them, in the order of the lines they are shown at, then of the rules; those without a line of the year at the end. */
    List<Finding> all(CheckedYear year) {
        return byKey.keySet().stream().flatMap(key -> numbered(key, year).stream()).map(finding -> new Placed(finding, place(finding, year)))
                .sorted(Comparator.comparingInt(Placed::place).thenComparing(each -> each.finding.rule()).thenComparing(each -> each.finding.key())).map(Placed::finding).toList();
    }

    private record Placed(Finding finding, int place) {
    }

    private static String projectText(Finding finding) {
        return finding.project() == null ? "" : finding.project().toString();
    }

    private static int place(Finding finding, CheckedYear year) {
        int position = position(finding, year);
        return position < Integer.MAX_VALUE && year.inYear(year.line(position)) ? position : Integer.MAX_VALUE;
    }

    private static int position(Finding finding, CheckedYear year) {
        return finding.lines().isEmpty() ? Integer.MAX_VALUE : year.position(finding.lines().getFirst());
    }
}
