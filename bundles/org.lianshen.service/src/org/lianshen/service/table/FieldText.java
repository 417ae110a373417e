package org.lianshen.service.table;

import org.lianshen.model.Money;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.service.text.Texts;

/** Canonical texts of a form's fields in words. */
public final class FieldText {

    private FieldText() {
    }

    /** Choices, yes and no, amounts in 万元. */
    public static String shown(ProposalField field, String text, Texts texts) {
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
    public static String amount(String text, Texts texts) {
        try {
            return text.isEmpty() ? text : texts.get("common.wan", Money.parseYuan(text).wanText());
        } catch (ArithmeticException | NumberFormatException asTyped) {
            return text;
        }
    }
}
