package org.lianshen.proposal.ui;

import java.util.EnumSet;
import java.util.Set;
import org.lianshen.model.proposal.Nature;
import org.lianshen.model.proposal.Network;
import org.lianshen.model.proposal.ProjectClass;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProtectionLevel;

/** Which fields a form shows, by class, nature and other answers. The form check stays the authority: what is filled in, or found fault with, is shown in any case. */
final class FieldRules {

    /** Asked for wherever they are shown. */
    private static final Set<ProposalField> NEEDED_WHEN_SHOWN = EnumSet.of(ProposalField.LEAD_UNIT, ProposalField.CO_UNITS, ProposalField.PREDECESSOR,
            ProposalField.AI_DECLARATION, ProposalField.CLOUD_EXCEPTION, ProposalField.PRIVATE_NETWORK_REASON, ProposalField.NOT_SHARED_REASON,
            ProposalField.GRASSROOTS_APPROVAL_NO, ProposalField.OPERATION_COST_SOURCE);

    private FieldRules() {
    }

    static boolean required(ProposalField field) {
        return field.required() || NEEDED_WHEN_SHOWN.contains(field);
    }

    static boolean shown(ProposalField field, ProposalModel model) {
        return applies(field, model.form()) || !model.form().text(field).isEmpty() || !model.at(field.name()).isEmpty();
    }

    static boolean applies(ProposalField field, ProposalForm form) {
        ProjectClass kind = form.choice(ProposalField.PROJECT_CLASS, ProjectClass.class);
        Nature nature = form.choice(ProposalField.NATURE, Nature.class);
        return switch (field) {
            case LEAD_UNIT, CO_UNITS -> kind == ProjectClass.CROSS;
            case PREDECESSOR -> nature == Nature.CONTINUED || nature == Nature.UPGRADE;
            case BUILT_SYSTEM -> kind == ProjectClass.OPS || kind == ProjectClass.XC || nature == Nature.OPERATION || nature == Nature.UPGRADE;
            case AI_DECLARATION -> kind == ProjectClass.AI;
            case DUPLICATE_SEARCH_DONE, NO_REUSE_REASON -> kind != ProjectClass.OPS && nature != Nature.OPERATION;
            case ARCHITECTURE, DEPLOYMENT, DOMESTIC_CPU, DOMESTIC_OS, DOMESTIC_DATABASE, DOMESTIC_MIDDLEWARE, DOMESTIC_EXCEPTION -> kind != ProjectClass.SVC;
            case CLOUD_NAME, CLOUD_VCPU, CLOUD_MEMORY_GB, CLOUD_DISK_TB -> form.yes(ProposalField.ON_CLOUD);
            case CLOUD_EXCEPTION -> form.no(ProposalField.ON_CLOUD);
            case PRIVATE_NETWORK_REASON -> form.choice(ProposalField.NETWORK, Network.class) == Network.PRIVATE;
            case NOT_SHARED_REASON -> form.no(ProposalField.SHARES_DATA);
            case GRASSROOTS_APPROVAL_NO -> form.yes(ProposalField.GRASSROOTS_FORMS);
            case PROTECTION_FILING_NO -> level(form).filed();
            case OFFSITE_BACKUP -> level(form).compareTo(ProtectionLevel.L3) >= 0;
            case CIPHER_PLAN, CIPHER_CONCLUSION -> form.yes(ProposalField.CIPHER_REQUIRED);
            case SENSITIVE_PERSONAL_DATA -> form.count(ProposalField.PERSONAL_RECORDS) != null && form.count(ProposalField.PERSONAL_RECORDS) > 0;
            case OPERATION_COST_SOURCE -> form.money(ProposalField.OPERATION_COST_PER_YEAR) != null && form.money(ProposalField.OPERATION_COST_PER_YEAR).isPositive();
            default -> true;
        };
    }

    private static ProtectionLevel level(ProposalForm form) {
        ProtectionLevel level = form.choice(ProposalField.PROTECTION_LEVEL, ProtectionLevel.class);
        return level == null ? ProtectionLevel.NONE : level;
    }
}
