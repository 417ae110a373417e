package org.lianshen.model.proposal;

import org.lianshen.model.Message;
import org.lianshen.model.pack.Severity;

/**
 * What the form check found (domain.md §2.7): E blocks submit, W asks for a reason, I informs.
 *
 * @param check stable code, such as {@code V01} or {@code P01} or {@code required}
 * @param field the field, or null where a table is meant
 * @param place what within the section: field name, or {@code estimate[3]}
 */
public record FormFinding(String check, Severity severity, Section section, ProposalField field, String place, Message message) {
}
