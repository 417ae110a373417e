package org.lianshen.proposal.ui;

import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.Section;
import org.lianshen.service.table.FieldText;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;

/** The answers of one section to read: label and text, in the words of the form. */
final class ReadArea {

    private final Composite area;

    ReadArea(Composite parent, Kit kit, Texts texts, ProposalMessages messages, ProposalForm form, Section section) {
        area = kit.pairs(parent);
        boolean any = false;
        for (ProposalField field : ProposalField.of(section)) {
            if (!form.text(field).isEmpty()) {
                kit.pair(area, texts.get("proposal.field." + field.name()), FieldText.shown(field, form.text(field), texts));
                any = true;
            }
        }
        if (!any && !ProposalField.of(section).isEmpty()) {
            kit.muted(area, messages.nothingWritten);
        }
    }

    Composite control() {
        return area;
    }
}
