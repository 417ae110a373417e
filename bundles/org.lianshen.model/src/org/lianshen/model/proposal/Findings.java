package org.lianshen.model.proposal;

import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.pack.Severity;

/** Collects what the parts of the form check find; texts are {@code form.CHECK}. */
final class Findings {

    private final List<FormFinding> found = new ArrayList<>();

    /** A finding at a single field; the field's label is the text's first argument. */
    void field(String check, Severity severity, ProposalField field, Object... more) {
        add(check, severity, field.section(), field, field.name(), withFirst(label(field), more));
    }

    /** A finding at a row of a table; the row's number, from 1, is the text's first argument. */
    void row(String check, Severity severity, Section section, String table, int index, Object... more) {
        add(check, severity, section, null, table + "[" + (index + 1) + "]", withFirst(index + 1, more));
    }

    /** The same with what the row was compared with. */
    void row(String check, Severity severity, Section section, String table, int index, List<Message> compared, Object... more) {
        found.add(new FormFinding(check, severity, section, null, table + "[" + (index + 1) + "]", new Message("form." + check, withFirst(index + 1, more)), compared));
    }

    /** A finding about a table as a whole. */
    void table(String check, Severity severity, Section section, String table, Object... args) {
        add(check, severity, section, null, table, List.of(args));
    }

    private void add(String check, Severity severity, Section section, ProposalField field, String place, List<Object> args) {
        found.add(new FormFinding(check, severity, section, field, place, new Message("form." + check, args)));
    }

    static Message label(ProposalField field) {
        return Message.of("proposal.field." + field.name());
    }

    private static List<Object> withFirst(Object first, Object... more) {
        var args = new ArrayList<>();
        args.add(first);
        args.addAll(List.of(more));
        return args;
    }

    List<FormFinding> list() {
        return List.copyOf(found);
    }
}
