package org.lianshen.model.proposal;

import static org.lianshen.model.pack.Severity.E;
import static org.lianshen.model.pack.Severity.W;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;

/** Checks P01–P07 of domain.md §2.6. */
final class FundChecks {

    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");
    private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*[%％]");
    private static final Set<FundKind> UPPER_LEVEL = EnumSet.of(FundKind.CENTRAL_GRANT, FundKind.PROVINCE_GRANT, FundKind.CITY_GRANT);

    private FundChecks() {
    }

    static void check(ProposalForm form, RulePack pack, Findings findings) {
        if (form.funds().isEmpty()) {
            findings.table("fundsNone", E, Section.FUNDS, "funds");
            return;
        }
        shares(form, findings);
        sums(form, findings);
        costSharing(form, findings);
        years(form, pack, findings);
    }

    private static void shares(ProposalForm form, Findings findings) {
        for (int i = 0; i < form.funds().size(); i++) {
            FundShare share = form.funds().get(i);
            if (share.kind() == null || share.amount() == null || !share.amount().isPositive() || share.year() < 2000 || share.year() > 2100) {
                findings.row("fundRow", E, Section.FUNDS, "funds", i);
            } else if (share.kind() == FundKind.SPECIAL_BOND) {
                findings.row("P04", W, Section.FUNDS, "funds", i, share.amount());
            } else if (UPPER_LEVEL.contains(share.kind()) && (share.documentNo() == null || share.documentNo().isBlank())) {
                findings.row("P05", W, Section.FUNDS, "funds", i, Message.of("form.fund." + share.kind().name()));
            }
        }
    }

    private static void sums(ProposalForm form, Findings findings) {
        Money total = form.money(ProposalField.TOTAL_INVESTMENT);
        Money planned = total(form);
        if (total != null && !total.equals(planned)) {
            findings.table("P01", E, Section.FUNDS, "funds", planned.yuanText(), total.yuanText(), planned.minus(total).yuanText());
        }
        Money applied = form.money(ProposalField.THIS_YEAR_APPLIED);
        int first = form.funds().stream().mapToInt(FundShare::year).min().orElseThrow();
        Money firstYear = Money.sum(form.funds().stream().filter(share -> share.year() == first && share.amount() != null).map(FundShare::amount).toList());
        if (applied != null && !applied.equals(firstYear)) {
            findings.field("P01.year", E, ProposalField.THIS_YEAR_APPLIED, applied.yuanText(), first, firstYear.yuanText());
        }
    }

    private static Money total(ProposalForm form) {
        return Money.sum(form.funds().stream().map(FundShare::amount).filter(amount -> amount != null).toList());
    }

    /** P02: shares written as percentages add up to the whole. */
    private static void costSharing(ProposalForm form, Findings findings) {
        Matcher shares = SHARE.matcher(form.text(ProposalField.COST_SHARING));
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        while (shares.find()) {
            sum = sum.add(new BigDecimal(shares.group(1)));
            count++;
        }
        if (count > 1 && sum.subtract(WHOLE).abs().compareTo(TOLERANCE) > 0) {
            findings.field("P02", E, ProposalField.COST_SHARING, sum.stripTrailingZeros().toPlainString());
        }
    }

    private static void years(ProposalForm form, RulePack pack, Findings findings) {
        var years = new TreeSet<Integer>();
        form.funds().forEach(share -> years.add(share.year()));
        LocalDate start = form.date(ProposalField.PLANNED_START);
        LocalDate end = form.date(ProposalField.PLANNED_END);
        if (start != null && start.getYear() > years.first()) {
            findings.table("P03", W, Section.FUNDS, "funds", years.first(), start);
        }
        int span = years.last() - years.first() + 1;
        if (span != years.size()) {
            findings.table("P06.gap", W, Section.FUNDS, "funds", years.first(), years.last());
        }
        int most = pack.intParam("plan.mostYears");
        if (span > most) {
            findings.table("P06", W, Section.FUNDS, "funds", span, most);
        }
        boolean maintenance = form.estimate().stream().anyMatch(line -> line.code() == EstimateCode.E95 && line.amount() != null && line.amount().isPositive());
        if (maintenance && end != null && years.last() < end.plusMonths(pack.intParam("ops.freeMonths")).getYear()) {
            findings.table("P07", W, Section.FUNDS, "funds", end.plusMonths(pack.intParam("ops.freeMonths")));
        }
    }
}
