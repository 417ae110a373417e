package org.lianshen.model.proposal;

import static org.lianshen.model.proposal.FieldKind.CHOICE;
import static org.lianshen.model.proposal.FieldKind.COUNT;
import static org.lianshen.model.proposal.FieldKind.DATE;
import static org.lianshen.model.proposal.FieldKind.FLAG;
import static org.lianshen.model.proposal.FieldKind.LINE;
import static org.lianshen.model.proposal.FieldKind.MONEY;
import static org.lianshen.model.proposal.FieldKind.TEXT;

import java.util.Arrays;
import java.util.List;

/**
 * The single-valued fields of the application form (domain.md §2.4), described once: the window's form, the Excel form, validation and the comparison of versions
 * all come from this list. Label, help and example are texts {@code proposal.field.NAME}, {@code proposal.help.NAME}.
 */
public enum ProposalField {
    PROJECT_NAME(Section.BASICS, LINE, true),
    UNIT_CODE(Section.BASICS, LINE, false),
    UNIT_NAME(Section.BASICS, LINE, true),
    AGENCY_CODE(Section.BASICS, LINE, false),
    COMPETENT_DEPARTMENT(Section.BASICS, LINE, true),
    PROJECT_CLASS(Section.BASICS, true, ProjectClass.values()),
    NATURE(Section.BASICS, true, Nature.values()),
    LEVEL(Section.BASICS, true, Level.values()),
    ORIGIN_LIST_NO(Section.BASICS, LINE, false),
    KEY_APPLICATION(Section.BASICS, FLAG, false),
    PILOT(Section.BASICS, FLAG, false),
    LEAD_UNIT(Section.BASICS, LINE, false),
    CO_UNITS(Section.BASICS, LINE, false),
    PREDECESSOR(Section.BASICS, LINE, false),
    BUILT_SYSTEM(Section.BASICS, LINE, false),
    BUDGET_PROJECT_CODE(Section.BASICS, LINE, false),
    CHARGE_LEADER(Section.BASICS, LINE, true),
    PROJECT_LEADER(Section.BASICS, LINE, true),
    CHIEF_DATA_OFFICER(Section.BASICS, LINE, false),
    CONTACT(Section.BASICS, LINE, true),
    PHONE(Section.BASICS, LINE, true),
    PLANNED_START(Section.BASICS, DATE, true),
    PLANNED_END(Section.BASICS, DATE, true),
    TOTAL_INVESTMENT(Section.BASICS, MONEY, true),
    THIS_YEAR_APPLIED(Section.BASICS, MONEY, true),
    SECRET(Section.BASICS, FLAG, true),

    SITUATION(Section.BASIS, TEXT, true),
    NECESSITY(Section.BASIS, TEXT, true),
    CONSEQUENCE_OF_NOT_BUILDING(Section.BASIS, TEXT, false),
    SERVED_USERS(Section.BASIS, TEXT, true),

    TOTAL_GOAL(Section.GOALS, TEXT, true),
    YEAR_GOAL(Section.GOALS, TEXT, true),

    CONTENT_SUMMARY(Section.CONTENT, TEXT, true),
    ARCHITECTURE(Section.CONTENT, TEXT, false),
    DEPLOYMENT(Section.CONTENT, TEXT, false),
    DUPLICATE_SEARCH_DONE(Section.CONTENT, FLAG, false),
    NO_REUSE_REASON(Section.CONTENT, TEXT, false),
    AI_DECLARATION(Section.CONTENT, TEXT, false),

    ESTIMATE_BASIS(Section.ESTIMATE, TEXT, true),

    COST_SHARING(Section.FUNDS, TEXT, false),
    OPERATION_COST_PER_YEAR(Section.FUNDS, MONEY, false),
    OPERATION_COST_SOURCE(Section.FUNDS, LINE, false),
    FREE_OPERATION_MONTHS(Section.FUNDS, COUNT, false),

    ON_CLOUD(Section.GATES, FLAG, true),
    CLOUD_NAME(Section.GATES, LINE, false),
    CLOUD_VCPU(Section.GATES, COUNT, false),
    CLOUD_MEMORY_GB(Section.GATES, COUNT, false),
    CLOUD_DISK_TB(Section.GATES, COUNT, false),
    CLOUD_EXCEPTION(Section.GATES, TEXT, false),
    NETWORK(Section.GATES, true, Network.values()),
    PRIVATE_NETWORK_REASON(Section.GATES, TEXT, false),
    SHARES_DATA(Section.GATES, FLAG, true),
    NOT_SHARED_REASON(Section.GATES, TEXT, false),
    POINT_TO_POINT(Section.GATES, FLAG, false),
    OWN_MOBILE_ENTRY(Section.GATES, FLAG, false),
    UNIFIED_ENTRY(Section.GATES, LINE, false),
    GRASSROOTS_FORMS(Section.GATES, FLAG, false),
    GRASSROOTS_APPROVAL_NO(Section.GATES, LINE, false),
    PROTECTION_LEVEL(Section.GATES, true, ProtectionLevel.values()),
    PROTECTION_FILING_NO(Section.GATES, LINE, false),
    OFFSITE_BACKUP(Section.GATES, FLAG, false),
    CIPHER_REQUIRED(Section.GATES, FLAG, true),
    CIPHER_PLAN(Section.GATES, TEXT, false),
    CIPHER_CONCLUSION(Section.GATES, LINE, false),
    DOMESTIC_CPU(Section.GATES, LINE, false),
    DOMESTIC_OS(Section.GATES, LINE, false),
    DOMESTIC_DATABASE(Section.GATES, LINE, false),
    DOMESTIC_MIDDLEWARE(Section.GATES, LINE, false),
    DOMESTIC_EXCEPTION(Section.GATES, TEXT, false),
    PERSONAL_RECORDS(Section.GATES, COUNT, false),
    SENSITIVE_PERSONAL_DATA(Section.GATES, FLAG, false),

    SUPERVISION(Section.ORGANISATION, LINE, false),
    TRAINING_PLAN(Section.ORGANISATION, TEXT, false),
    RISKS(Section.ORGANISATION, TEXT, false),
    OPERATION_PLAN(Section.ORGANISATION, TEXT, false);

    private final Section section;
    private final FieldKind kind;
    private final boolean required;
    private final List<String> choices;

    ProposalField(Section section, FieldKind kind, boolean required) {
        this.section = section;
        this.kind = kind;
        this.required = required;
        this.choices = List.of();
    }

    ProposalField(Section section, boolean required, Enum<?>[] choices) {
        this.section = section;
        this.kind = CHOICE;
        this.required = required;
        this.choices = Arrays.stream(choices).map(Enum::name).toList();
    }

    public Section section() {
        return section;
    }

    public FieldKind kind() {
        return kind;
    }

    /** Whether every project must fill it; what a class or another answer makes necessary is said by the form check. */
    public boolean required() {
        return required;
    }

    /** Names of the choices, empty unless the kind is {@link FieldKind#CHOICE}; their words are texts {@code proposal.choice.FIELD.NAME}. */
    public List<String> choices() {
        return choices;
    }

    public static List<ProposalField> of(Section section) {
        return Arrays.stream(values()).filter(field -> field.section == section).toList();
    }
}
