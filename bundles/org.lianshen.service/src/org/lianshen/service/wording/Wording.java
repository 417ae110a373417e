package org.lianshen.service.wording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fixed words of the papers of one kind: parts by name, each with fields in braces that a paper fills. Kept and edited as one text, in which a line {@code 【开头】}
 * begins a part.
 *
 * @param parts texts by name of the part, in the order of the text
 */
public record Wording(Map<String, String> parts) {

    static final Pattern PART = Pattern.compile("【([^【】]*)】\\s*");
    static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

    /** Reads the text as it is, right or wrong ({@link WordingCheck} says what is wrong): what stands before the first part is left out, a part given twice counts once. */
    public static Wording read(String text) {
        var found = new LinkedHashMap<String, StringBuilder>();
        StringBuilder part = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher head = PART.matcher(line);
            if (head.matches()) {
                part = new StringBuilder();
                found.putIfAbsent(head.group(1).strip(), part);
            } else {
                part.append(line).append('\n');
            }
        }
        var parts = new LinkedHashMap<String, String>();
        found.forEach((name, body) -> parts.put(name, body.toString().strip()));
        return new Wording(parts);
    }

    public Wording {
        parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The part as one line; empty where the wording leaves it out. @param values of every field of the paper, by name */
    public String line(String part, Map<String, String> values) {
        return String.join("", paragraphs(part, values));
    }

    /** The lines of the part, each a paragraph; none where the wording leaves it out. */
    public List<String> paragraphs(String part, Map<String, String> values) {
        return parts.getOrDefault(part, "").lines().map(line -> filled(line, values).strip()).filter(line -> !line.isEmpty()).toList();
    }

    /** What is no field stays as it stands. */
    static String filled(String text, Map<String, String> values) {
        return FIELD.matcher(text).replaceAll((MatchResult field) -> Matcher.quoteReplacement(values.getOrDefault(field.group(1).strip(), field.group())));
    }
}
