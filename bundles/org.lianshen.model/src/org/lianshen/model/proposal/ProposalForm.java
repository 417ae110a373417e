package org.lianshen.model.proposal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.Money;

/**
 * What an application form (申报书) says. Immutable; single values are kept as canonical text under their field, so that a half-typed draft can be kept too:
 * typed accessors return null where the text is missing or not of the kind, and the form check names it.
 *
 * @param fields canonical text by field; blank values are left out
 */
public record ProposalForm(Map<ProposalField, String> fields, List<BasisDocument> basis, List<GoalIndicator> goals, List<FunctionItem> functions,
        List<DataItem> data, List<EstimateLine> estimate, List<FundShare> funds, List<Milestone> milestones, List<Attachment> attachments) {

    public static final ProposalForm EMPTY =
            new ProposalForm(Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ProposalForm {
        var kept = new EnumMap<ProposalField, String>(ProposalField.class);
        fields.forEach((field, text) -> {
            if (text != null && !text.isBlank()) {
                kept.put(field, text.strip());
            }
        });
        fields = Collections.unmodifiableMap(kept);
        basis = List.copyOf(basis);
        goals = List.copyOf(goals);
        functions = List.copyOf(functions);
        data = List.copyOf(data);
        estimate = List.copyOf(estimate);
        funds = List.copyOf(funds);
        milestones = List.copyOf(milestones);
        attachments = List.copyOf(attachments);
    }

    /** Empty string where nothing is written. */
    public String text(ProposalField field) {
        return fields.getOrDefault(field, "");
    }

    /** Null where the text is missing or no amount. */
    public Money money(ProposalField field) {
        try {
            return fields.containsKey(field) ? Money.parseYuan(text(field)) : null;
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            return null;
        }
    }

    /** Null where the text is missing or no date. */
    public LocalDate date(ProposalField field) {
        try {
            return fields.containsKey(field) ? LocalDate.parse(text(field)) : null;
        } catch (java.time.DateTimeException notADate) {
            return null;
        }
    }

    /** Null where the text is missing or no whole number. */
    public Integer count(ProposalField field) {
        try {
            return fields.containsKey(field) ? Integer.valueOf(text(field)) : null;
        } catch (NumberFormatException notACount) {
            return null;
        }
    }

    /** True only when answered with yes. */
    public boolean yes(ProposalField field) {
        return "Y".equals(text(field));
    }

    /** True only when answered with no. */
    public boolean no(ProposalField field) {
        return "N".equals(text(field));
    }

    /** Null where the text is missing or no such choice. */
    public <E extends Enum<E>> E choice(ProposalField field, Class<E> type) {
        try {
            return fields.containsKey(field) ? Enum.valueOf(type, text(field)) : null;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    public String name() {
        return text(ProposalField.PROJECT_NAME);
    }

    public String unit() {
        return text(ProposalField.UNIT_NAME);
    }

    public Money estimateTotal() {
        return Money.sum(estimate.stream().map(EstimateLine::amount).filter(java.util.Objects::nonNull).toList());
    }

    public Money fundTotal() {
        return Money.sum(funds.stream().map(FundShare::amount).toList());
    }

    public Money fundsOf(int year) {
        return Money.sum(funds.stream().filter(share -> share.year() == year).map(FundShare::amount).toList());
    }

    public ProposalForm with(ProposalField field, String text) {
        var changed = new EnumMap<ProposalField, String>(ProposalField.class);
        changed.putAll(fields);
        changed.put(field, text == null ? "" : text);
        return withFields(changed);
    }

    public ProposalForm withFields(Map<ProposalField, String> changed) {
        return new ProposalForm(changed, basis, goals, functions, data, estimate, funds, milestones, attachments);
    }

    public ProposalForm withBasis(Collection<BasisDocument> changed) {
        return new ProposalForm(fields, List.copyOf(changed), goals, functions, data, estimate, funds, milestones, attachments);
    }

    public ProposalForm withGoals(Collection<GoalIndicator> changed) {
        return new ProposalForm(fields, basis, List.copyOf(changed), functions, data, estimate, funds, milestones, attachments);
    }

    public ProposalForm withFunctions(Collection<FunctionItem> changed) {
        return new ProposalForm(fields, basis, goals, List.copyOf(changed), data, estimate, funds, milestones, attachments);
    }

    public ProposalForm withData(Collection<DataItem> changed) {
        return new ProposalForm(fields, basis, goals, functions, List.copyOf(changed), estimate, funds, milestones, attachments);
    }

    public ProposalForm withEstimate(Collection<EstimateLine> changed) {
        return new ProposalForm(fields, basis, goals, functions, data, List.copyOf(changed), funds, milestones, attachments);
    }

    public ProposalForm withFunds(Collection<FundShare> changed) {
        return new ProposalForm(fields, basis, goals, functions, data, estimate, List.copyOf(changed), milestones, attachments);
    }

    public ProposalForm withMilestones(Collection<Milestone> changed) {
        return new ProposalForm(fields, basis, goals, functions, data, estimate, funds, List.copyOf(changed), attachments);
    }

    public ProposalForm withAttachments(Collection<Attachment> changed) {
        return new ProposalForm(fields, basis, goals, functions, data, estimate, funds, milestones, List.copyOf(changed));
    }
}
