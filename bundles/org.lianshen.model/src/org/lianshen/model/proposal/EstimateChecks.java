package org.lianshen.model.proposal;

import static org.lianshen.model.pack.Severity.E;
import static org.lianshen.model.pack.Severity.W;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.RulePack;

/** Checks V01–V12 of domain.md §2.5.2 as far as the form and the pack tell; V06 is of {@link PriceChecks}. */
final class EstimateChecks {

    private static final Money ONE_FEN = Money.ofFen(1);
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Set<EstimateCode> CONSTRUCTION = EnumSet.range(EstimateCode.E10, EstimateCode.E70);
    private static final Set<EstimateCode> BEFORE_RESERVE = EnumSet.range(EstimateCode.E10, EstimateCode.E83);
    private static final Set<EstimateCode> INTEGRATED = EnumSet.of(EstimateCode.E20, EstimateCode.E30);

    private EstimateChecks() {
    }

    static void check(ProposalForm form, RulePack pack, Findings findings) {
        if (form.estimate().isEmpty()) {
            findings.table("estimateNone", E, Section.ESTIMATE, "estimate");
            return;
        }
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < form.estimate().size(); i++) {
            EstimateLine line = form.estimate().get(i);
            if (line.no() < 1 || !numbers.add(line.no())) {
                findings.row("lineNo", E, Section.ESTIMATE, "estimate", i, line.no());
            }
            if (whole(line, i, findings)) {
                words(form, line, i, pack, findings);
            }
        }
        sums(form, findings);
        rates(form, pack, findings);
        others(form, findings);
    }

    private static boolean whole(EstimateLine line, int index, Findings findings) {
        boolean negative = line.quantity() != null && line.quantity().signum() < 0 || line.unitPrice() != null && line.unitPrice().isNegative()
                || line.factor() != null && line.factor().signum() < 0;
        if (line.code() == null || line.item() == null || line.item().isBlank() || line.amount() == null || line.amount().isNegative() || negative) {
            findings.row("lineIncomplete", E, Section.ESTIMATE, "estimate", index);
            return false;
        }
        Money computed = line.computed();
        if (computed != null && computed.minus(line.amount()).abs().moreThan(ONE_FEN)) {
            findings.row("V01", E, Section.ESTIMATE, "estimate", index, line.item(), line.amount().yuanText(), computed.yuanText());
        }
        return true;
    }

    /** V04 negative list and own machines beside the cloud, V05 what is built once for all. */
    private static void words(ProposalForm form, EstimateLine line, int index, RulePack pack, Findings findings) {
        String text = line.item() + " " + Objects.toString(line.specification(), "");
        FormCheck.wordIn(text, pack.list("estimate.negative"))
                .ifPresent(word -> findings.row("V04", W, Section.ESTIMATE, "estimate", index, line.item(), word));
        if (line.code() == EstimateCode.E30 && form.yes(ProposalField.ON_CLOUD)) {
            FormCheck.wordIn(text, pack.list("estimate.ownHardware"))
                    .ifPresent(word -> findings.row("V04.hardware", W, Section.ESTIMATE, "estimate", index, line.item(), word));
        }
        FormCheck.wordIn(text, pack.list("build.unified"))
                .ifPresent(word -> findings.row("V05", W, Section.ESTIMATE, "estimate", index, line.item(), word));
    }

    private static void sums(ProposalForm form, Findings findings) {
        Money total = form.money(ProposalField.TOTAL_INVESTMENT);
        if (total != null && !total.equals(form.estimateTotal())) {
            findings.table("V02", E, Section.ESTIMATE, "estimate", form.estimateTotal().yuanText(), total.yuanText(), form.estimateTotal().minus(total).yuanText());
        }
    }

    private static void rates(ProposalForm form, RulePack pack, Findings findings) {
        Money integration = sum(form, EnumSet.of(EstimateCode.E60));
        Money integrated = sum(form, INTEGRATED);
        if (integration.isPositive() && integrated.isZero()) {
            findings.table("V07.software", W, Section.ESTIMATE, "estimate", integration);
        } else {
            within("V03.integration", "V07", integration, integrated, pack.param("estimate.integrationLeast"), pack.param("estimate.integrationMost"), findings);
        }
        within("V03.management", "V03.management", sum(form, EnumSet.of(EstimateCode.E82)), sum(form, CONSTRUCTION), pack.param("estimate.managementLeast"),
                pack.param("estimate.managementMost"), findings);
        within("V03.reserve", "V12", sum(form, EnumSet.of(EstimateCode.E90)), sum(form, BEFORE_RESERVE), pack.param("estimate.reserveLeast"),
                pack.param("estimate.reserveMost"), findings);
    }

    /** A share of a base outside the pack's range; nothing is said where no amount is asked for, or no rate is configured. */
    private static void within(String below, String above, Money amount, Money base, Param least, Param most, Findings findings) {
        if (!amount.isPositive() || !base.isPositive()) {
            return;
        }
        String range = least.decimal().map(EstimateChecks::percent).orElse("0") + "–" + most.decimal().map(EstimateChecks::percent).orElse("∞");
        boolean tooMuch = most.decimal().isPresent() && amount.moreThan(base.times(most.decimal().get()));
        boolean tooLittle = least.decimal().isPresent() && base.times(least.decimal().get()).moreThan(amount);
        if (tooMuch || tooLittle) {
            findings.table(tooMuch ? above : below, W, Section.ESTIMATE, "estimate", amount, percent(amount.ratioTo(base, 4)), range);
        }
    }

    private static String percent(BigDecimal ratio) {
        return ratio.multiply(HUNDRED).stripTrailingZeros().toPlainString();
    }

    /** V08 training twice, V09 maintenance inside the free period, V10 mixed tax, V11 evaluations left out. */
    private static void others(ProposalForm form, Findings findings) {
        long training = form.estimate().stream().filter(line -> line.code() == EstimateCode.E83 || text(line).contains("培训")).count();
        if (training > 1) {
            findings.table("V08", W, Section.ESTIMATE, "estimate", (int) training);
        }
        Integer free = form.count(ProposalField.FREE_OPERATION_MONTHS);
        Money maintenance = sum(form, EnumSet.of(EstimateCode.E95));
        if (maintenance.isPositive() && free != null && free > 0) {
            findings.table("V09", E, Section.ESTIMATE, "estimate", maintenance, free);
        }
        List<String> notes = form.estimate().stream().map(line -> Objects.toString(line.note(), "")).toList();
        if (notes.stream().anyMatch(note -> note.contains("不含税")) && !notes.stream().allMatch(note -> note.contains("不含税"))) {
            findings.table("V10", W, Section.ESTIMATE, "estimate");
        }
        ProtectionLevel level = form.choice(ProposalField.PROTECTION_LEVEL, ProtectionLevel.class);
        boolean evaluated = form.estimate().stream().anyMatch(line -> line.code() == EstimateCode.E70);
        if (level != null && level.filed() && !evaluated) {
            findings.table("V11.protection", W, Section.ESTIMATE, "estimate", level.name().substring(1));
        }
        if (form.yes(ProposalField.CIPHER_REQUIRED) && form.estimate().stream().noneMatch(line -> line.code() == EstimateCode.E70 && text(line).contains("密"))) {
            findings.table("V11.cipher", W, Section.ESTIMATE, "estimate");
        }
    }

    private static String text(EstimateLine line) {
        return Objects.toString(line.item(), "") + Objects.toString(line.specification(), "");
    }

    private static Money sum(ProposalForm form, Set<EstimateCode> codes) {
        return Money.sum(form.estimate().stream().filter(line -> line.code() != null && codes.contains(line.code())).map(EstimateLine::amount)
                .filter(Objects::nonNull).toList());
    }
}
