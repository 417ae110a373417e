package org.lianshen.service.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.lianshen.model.Message;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.TemplateService.Problem;
import org.lianshen.service.wording.WordingParts.Part;

/** What is wrong with a wording before it is kept: every place with what to do there. */
public final class WordingCheck {

    private final String text;
    private final WordingParts kind;
    private final List<Problem> problems = new ArrayList<>();
    /** Where each part begins. */
    private final Map<String, Integer> heads = new HashMap<>();

    private WordingCheck(PaperKind kind, String text) {
        this.kind = WordingParts.of(kind);
        this.text = text;
    }

    /** In the order of the text; empty where it may be kept. */
    public static List<Problem> of(PaperKind kind, String text) {
        var check = new WordingCheck(kind, text);
        check.lines();
        check.parts();
        return check.problems.stream().sorted(java.util.Comparator.comparingInt(Problem::offset)).toList();
    }

    private void lines() {
        boolean inside = false;
        int offset = 0;
        for (String line : text.split("\n", -1)) {
            String shown = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            Matcher head = Wording.PART.matcher(shown);
            if (head.matches()) {
                inside = true;
                head(head.group(1).strip(), offset, shown.length());
            } else if (!inside && !shown.isBlank()) {
                problem(offset, shown.length(), Message.of("template.beforeFirst", shown.strip()));
                inside = true;
            } else {
                braces(shown, offset);
            }
            offset += line.length() + 1;
        }
    }

    private void head(String name, int offset, int length) {
        if (heads.containsKey(name)) {
            problem(offset, length, Message.of("template.partTwice", name));
            return;
        }
        heads.put(name, offset);
        List<String> names = kind.parts().stream().map(Part::name).toList();
        if (!names.contains(name)) {
            problem(offset, length, Message.of("template.unknownPart", name, nearest(name, names)));
        }
    }

    private void braces(String line, int offset) {
        int open = -1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '{') {
                if (open >= 0) {
                    problem(offset + open, i - open, Message.of("template.notClosed", line.substring(open, i)));
                }
                open = i;
            } else if (c == '}') {
                if (open < 0) {
                    problem(offset + i, 1, Message.of("template.notOpened"));
                } else {
                    field(line.substring(open + 1, i).strip(), offset + open, i - open + 1);
                }
                open = -1;
            }
        }
        if (open >= 0) {
            problem(offset + open, line.length() - open, Message.of("template.notClosed", line.substring(open)));
        }
    }

    private void field(String name, int offset, int length) {
        if (!kind.fields().containsKey(name)) {
            problem(offset, length, Message.of("template.unknownField", name, nearest(name, kind.fields().keySet())));
        }
    }

    private void parts() {
        Wording wording = Wording.read(text);
        for (Part part : kind.parts()) {
            String body = wording.parts().getOrDefault(part.name(), "");
            int offset = heads.getOrDefault(part.name(), text.length());
            int length = heads.containsKey(part.name()) ? part.name().length() + 2 : 0;
            if (body.isEmpty()) {
                if (part.needed()) {
                    problem(offset, length, Message.of(heads.containsKey(part.name()) ? "template.emptyPart" : "template.missingPart", part.name()));
                }
                continue;
            }
            Set<String> used = new LinkedHashSet<>();
            Matcher field = Wording.FIELD.matcher(body);
            while (field.find()) {
                used.add(field.group(1).strip());
            }
            part.required().stream().sorted().filter(name -> !used.contains(name)).forEach(name -> problem(offset, length, Message.of("template.fieldMissing", part.name(), name)));
            String filled = String.join("", wording.paragraphs(part.name(), kind.fields()));
            int shown = filled.codePointCount(0, filled.length());
            if (shown > part.most()) {
                problem(offset, length, Message.of("template.tooLong", part.name(), shown, part.most()));
            }
        }
    }

    private void problem(int offset, int length, Message message) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        problems.add(new Problem(line, offset - start + 1, offset, length, message));
    }

    /** The known name that takes the fewest changes to reach. */
    static String nearest(String typed, Collection<String> known) {
        return known.stream().min(java.util.Comparator.comparingInt(name -> distance(typed, name))).orElse("");
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
