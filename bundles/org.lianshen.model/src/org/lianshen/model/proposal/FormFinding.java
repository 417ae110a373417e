package org.lianshen.model.proposal;

import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.pack.Severity;

/**
 * What the form check found (domain.md §2.7): E blocks submit, W asks for a reason, I informs.
 *
 * @param check stable code, such as {@code V01} or {@code P01} or {@code required}
 * @param field the field, or null where a table is meant
 * @param place what within the section: field name, or {@code estimate[3]}
 * @param compared what the form was compared with, one each, such as prices of other projects; empty where the form alone tells
 */
public record FormFinding(String check, Severity severity, Section section, ProposalField field, String place, Message message, List<Message> compared) {

    public FormFinding {
        compared = List.copyOf(compared);
    }

    public FormFinding(String check, Severity severity, Section section, ProposalField field, String place, Message message) {
        this(check, severity, section, field, place, message, List.of());
    }
}
