package org.lianshen.proposal.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.proposal.Section;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;

/** Forms, findings and states that the tests of desk 1 start from. */
final class Forms {

    static final String NAME = "智慧水务监测平台二期";
    static final FormFinding NO_PHONE = new FormFinding("required", Severity.E, Section.BASICS, ProposalField.PHONE, "PHONE",
            Message.of("form.required", Message.of("proposal.field.PHONE")));
    static final FormFinding WRONG_SUM = new FormFinding("V01", Severity.E, Section.ESTIMATE, null, "estimate[1]", Message.of("form.V01", 1, "平台", "100.00", "90.00"));
    static final FormFinding OWN_SERVER = new FormFinding("V04.hardware", Severity.W, Section.ESTIMATE, null, "estimate[1]",
            Message.of("form.V04.hardware", 1, "平台", "服务器"));

    private Forms() {
    }

    static ProposalForm form() {
        return ProposalForm.EMPTY.with(ProposalField.PROJECT_NAME, NAME).with(ProposalField.UNIT_NAME, "湖州市水利局").with(ProposalField.PROJECT_CLASS, "APP")
                .with(ProposalField.NATURE, "NEW").with(ProposalField.TOTAL_INVESTMENT, "900000.00").withEstimate(List.of(line(1, 3, 300_000, 900_000)))
                .withFunds(List.of(new FundShare(2027, FundKind.GENERAL_BUDGET, Money.ofYuan(600_000), ""), new FundShare(2028, FundKind.GENERAL_BUDGET, Money.ofYuan(300_000), "")));
    }

    static EstimateLine line(int no, int quantity, long price, long amount) {
        return new EstimateLine(no, EstimateCode.E10, "平台", "", BigDecimal.valueOf(quantity), "套", Money.ofYuan(price), null, Money.ofYuan(amount), "");
    }

    static ReviewState state(State state, int round) {
        return new ReviewState(state, round, List.of(), List.of(), List.of(), Money.ZERO, Money.ZERO, null, null, null, List.of(), null,
                round == 0 ? null : LocalDate.of(2026, 12, 4));
    }

    /** Submitted once. */
    static Proposal submitted(ProposalForm form) {
        UUID id = UUID.nameUUIDFromBytes(new byte[] {4, 2});
        return new Proposal(id, "LS-330500-2026-0042", form, List.of(), "chen", KeptProposals.NOW, "chen",
                List.of(new ProposalVersion(1, form, "00".repeat(32), KeptProposals.NOW, "chen", List.of(), "huzhou@2026.1")), 2);
    }
}
