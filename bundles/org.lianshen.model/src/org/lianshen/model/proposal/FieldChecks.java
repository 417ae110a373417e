package org.lianshen.model.proposal;

import static org.lianshen.model.pack.Severity.E;

/** Required fields, and whether each text is of its field's kind. */
final class FieldChecks {

    private FieldChecks() {
    }

    static void check(ProposalForm form, Findings findings) {
        for (ProposalField field : ProposalField.values()) {
            if (form.text(field).isEmpty()) {
                if (field.required()) {
                    findings.field("required", E, field);
                }
            } else if (!readable(form, field)) {
                findings.field("unreadable." + field.kind().name(), E, field, form.text(field));
            }
        }
        required(form, findings, FormCheck.isOf(form, ProjectClass.CROSS), ProposalField.LEAD_UNIT, ProposalField.CO_UNITS);
        required(form, findings, FormCheck.isOf(form, Nature.CONTINUED, Nature.UPGRADE), ProposalField.PREDECESSOR);
        required(form, findings, FormCheck.operated(form), ProposalField.BUILT_SYSTEM);
        required(form, findings, FormCheck.isOf(form, ProjectClass.AI), ProposalField.AI_DECLARATION);
        required(form, findings, form.no(ProposalField.ON_CLOUD), ProposalField.CLOUD_EXCEPTION);
        required(form, findings, form.choice(ProposalField.NETWORK, Network.class) == Network.PRIVATE, ProposalField.PRIVATE_NETWORK_REASON);
        required(form, findings, form.no(ProposalField.SHARES_DATA), ProposalField.NOT_SHARED_REASON);
        required(form, findings, form.yes(ProposalField.GRASSROOTS_FORMS), ProposalField.GRASSROOTS_APPROVAL_NO);
        required(form, findings, !form.text(ProposalField.OPERATION_COST_PER_YEAR).isEmpty() && !isZero(form), ProposalField.OPERATION_COST_SOURCE);
    }

    private static boolean isZero(ProposalForm form) {
        var cost = form.money(ProposalField.OPERATION_COST_PER_YEAR);
        return cost != null && cost.isZero();
    }

    /** What another answer makes necessary. */
    private static void required(ProposalForm form, Findings findings, boolean necessary, ProposalField... fields) {
        for (ProposalField field : fields) {
            if (necessary && form.text(field).isEmpty()) {
                findings.field("needed." + field.name(), E, field);
            }
        }
    }

    private static boolean readable(ProposalForm form, ProposalField field) {
        return switch (field.kind()) {
            case LINE -> form.text(field).indexOf('\n') < 0;
            case TEXT -> true;
            case MONEY -> form.money(field) != null && !form.money(field).isNegative();
            case DATE -> form.date(field) != null;
            case COUNT -> form.count(field) != null && form.count(field) >= 0;
            case FLAG -> form.yes(field) || form.no(field);
            case CHOICE -> field.choices().contains(form.text(field));
        };
    }
}
