package org.lianshen.proposal.ui;

import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.Section;
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
                kit.pair(area, texts.get("proposal.field." + field.name()), shown(field, form.text(field), texts));
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

    /** Canonical text of a field in words: choices, yes and no, amounts in 万元. */
    static String shown(ProposalField field, String text, Texts texts) {
        return switch (field.kind()) {
            case CHOICE -> word("proposal.choice." + field.name() + "." + text, text, texts);
            case FLAG -> word("proposal.flag." + text, text, texts);
            case MONEY -> amount(text, texts);
            case LINE, TEXT, DATE, COUNT -> text;
        };
    }

    private static String word(String key, String otherwise, Texts texts) {
        return texts.has(key) ? texts.get(key) : otherwise;
    }

    /** In 万元; as typed where it is no amount. */
    static String amount(String text, Texts texts) {
        try {
            return text.isEmpty() ? text : texts.get("common.wan", Money.parseYuan(text).wanText());
        } catch (ArithmeticException | NumberFormatException asTyped) {
            return text;
        }
    }
}
