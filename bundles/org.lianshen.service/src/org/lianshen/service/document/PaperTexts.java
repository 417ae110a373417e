package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.text.Texts;

/** How official papers write dates, amounts and names. They are Chinese whatever the reader's language. */
final class PaperTexts {

    private static final Texts TEXTS = new Texts(Locale.SIMPLIFIED_CHINESE);

    private PaperTexts() {
    }

    static String get(String key, Object... args) {
        return TEXTS.get(key, args);
    }

    static String format(Message message) {
        return TEXTS.format(message);
    }

    /** 2026年11月2日; ××× where it is not known yet. */
    static String date(LocalDate date) {
        return date == null ? known("") : get("paper.date", Integer.toString(date.getYear()), date.getMonthValue(), date.getDayOfMonth());
    }

    /** ××× where a draft does not say yet. */
    static String known(String text) {
        return blank(text) ? get("paper.minutes.unknown") : text.strip();
    }

    static String text(String text) {
        return text == null ? "" : text.strip();
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** 万元 with two decimals; empty where there is no amount. */
    static String wan(Money amount) {
        return amount == null ? "" : amount.wanText();
    }

    /** Without the full stop that the sentence around it brings. */
    static String sentencePart(String text) {
        return text(text).replaceAll("[。；;.]+$", "");
    }

    static String list(Collection<String> names) {
        return String.join(get("common.listSeparator"), names);
    }

    /** The full name of the unit that a body is. */
    static String unit(ReviewBody body, RulePack pack) {
        return pack.units().stream().filter(unit -> unit.code().equals(body.unitCode())).map(UnitRecord::name).findFirst().orElse(body.name());
    }

    /** 是, 否, the word of a choice, an amount in 万元, or what was typed. */
    static String field(ProposalForm form, ProposalField field) {
        String typed = form.text(field);
        if (typed.isEmpty()) {
            return "";
        }
        return switch (field.kind()) {
            case FLAG -> get(form.yes(field) ? "official.yes" : "official.no");
            case CHOICE -> field.choices().contains(typed) ? get("proposal.choice." + field.name() + "." + typed) : typed;
            case MONEY -> form.money(field) == null ? typed : get("common.wan", wan(form.money(field)));
            case DATE -> form.date(field) == null ? typed : date(form.date(field));
            case LINE, TEXT, COUNT -> typed;
        };
    }
}
