package org.lianshen.model.proposal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.price.PriceMemory;

/**
 * The form check (形式审查, domain.md §2.4–2.7): what a form lacks or contradicts under a rule pack on a day, given the unit prices seen so far. A pure function; the window runs it while typing, the
 * service on submission and the lead body on receipt, so all see the same. E blocks submission, W asks for a typed reason, I informs.
 */
public final class FormCheck {

    private FormCheck() {
    }

    /** @param prices remembered from other projects */
    public static List<FormFinding> check(ProposalForm form, RulePack pack, LocalDate today, PriceMemory prices) {
        var findings = new Findings();
        FieldChecks.check(form, findings);
        BasicsChecks.check(form, pack, today, findings);
        GateChecks.check(form, pack, findings);
        TableChecks.check(form, pack, findings);
        EstimateChecks.check(form, pack, findings);
        PriceChecks.check(form, pack, prices, findings);
        FundChecks.check(form, pack, findings);
        AttachmentChecks.check(form, pack, findings);
        return findings.list();
    }

    /** Why a form may not even be kept: projects with secrets go the secrecy offices' own route. Empty for all others. */
    public static Optional<Message> refusalToKeep(ProposalForm form) {
        return form.yes(ProposalField.SECRET) ? Optional.of(Message.of("form.secret", Findings.label(ProposalField.SECRET))) : Optional.empty();
    }

    /** Whether something is operated or bought as a service rather than built. */
    static boolean operated(ProposalForm form) {
        return form.choice(ProposalField.PROJECT_CLASS, ProjectClass.class) == ProjectClass.OPS
                || form.choice(ProposalField.NATURE, Nature.class) == Nature.OPERATION;
    }

    static boolean isOf(ProposalForm form, ProjectClass... classes) {
        return Arrays.asList(classes).contains(form.choice(ProposalField.PROJECT_CLASS, ProjectClass.class));
    }

    static boolean isOf(ProposalForm form, Nature... natures) {
        return Arrays.asList(natures).contains(form.choice(ProposalField.NATURE, Nature.class));
    }

    /** The first word of a list that the text contains. */
    static Optional<String> wordIn(String text, List<String> words) {
        return text == null ? Optional.empty() : words.stream().filter(text::contains).findFirst();
    }
}
