package org.lianshen.service.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.proposal.ProtectionLevel;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.text.Texts;

/** Proposals of this store as projects of the one ledger. */
final class ProposalProjects {

    private final Texts texts;
    private final Clock clock;

    ProposalProjects(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** @param state on the day asked for */
    LedgerProject project(Proposal proposal, ReviewState state) {
        ProposalForm form = form(proposal, state.round());
        ActDetail.Decision decision = state.decision();
        LocalDate decided = state.decisionAt() == null ? null : LocalDate.ofInstant(state.decisionAt().at(), clock.getZone());
        return new LedgerProject(proposal.id(), false, proposal.reviewNo(), form.name(), form.text(ProposalField.AGENCY_CODE), form.unit(),
                form.text(ProposalField.COMPETENT_DEPARTMENT), orNull(form, ProposalField.PROJECT_CLASS), orNull(form, ProposalField.NATURE),
                orNull(form, ProposalField.LEVEL), year(proposal), ReviewFacts.applied(form), state.approved(), state.state(), decided, state.validUntil(), form.funds(),
                form.text(ProposalField.BUDGET_PROJECT_CODE), false, state.openConditions().stream().map(Condition::text).toList(), words(decision),
                form.functions().stream().map(FunctionItem::name).filter(Objects::nonNull).toList(), more(form));
    }

    static ProposalForm form(Proposal proposal, int round) {
        return proposal.versions().stream().filter(version -> version.no() == round).findFirst().map(ProposalVersion::form).orElse(proposal.draft());
    }

    private int year(Proposal proposal) {
        var at = proposal.versions().isEmpty() ? proposal.editedAt() : proposal.versions().getFirst().submittedAt();
        return LocalDate.ofInstant(at, clock.getZone()).getYear();
    }

    private String words(ActDetail.Decision decision) {
        if (decision == null) {
            return "";
        }
        String kind = texts.get("review.decision." + decision.kind().name());
        return decision.remark() == null || decision.remark().isBlank() ? kind : texts.get("ledger.decision", kind, decision.remark());
    }

    private static String orNull(ProposalForm form, ProposalField field) {
        return form.text(field).isEmpty() ? null : form.text(field);
    }

    private static Map<LedgerColumn, String> more(ProposalForm form) {
        Map<LedgerColumn, String> more = new EnumMap<>(LedgerColumn.class);
        put(more, LedgerColumn.ON_CLOUD, yesNo(form, ProposalField.ON_CLOUD));
        put(more, LedgerColumn.OPERATION_COST, form.text(ProposalField.OPERATION_COST_PER_YEAR));
        put(more, LedgerColumn.CIPHER_EVALUATION, form.text(ProposalField.CIPHER_CONCLUSION));
        boolean domestic = List.of(ProposalField.DOMESTIC_CPU, ProposalField.DOMESTIC_OS, ProposalField.DOMESTIC_DATABASE, ProposalField.DOMESTIC_MIDDLEWARE).stream()
                .noneMatch(field -> form.text(field).isEmpty());
        put(more, LedgerColumn.DOMESTIC, domestic ? "是" : "");
        ProtectionLevel level = form.choice(ProposalField.PROTECTION_LEVEL, ProtectionLevel.class);
        put(more, LedgerColumn.PROTECTION_LEVEL, level == null || level == ProtectionLevel.NONE ? "" : level.name());
        return more;
    }

    private static String yesNo(ProposalForm form, ProposalField field) {
        return form.yes(field) ? "是" : form.no(field) ? "否" : "";
    }

    private static void put(Map<LedgerColumn, String> more, LedgerColumn column, String text) {
        if (!text.isEmpty()) {
            more.put(column, text);
        }
    }
}
