package org.lianshen.model.linkage.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;

/**
 * B19: a year's operation of a system costs more than the cap on what it cost to build. Software and hardware are told apart by the estimate of a proposal. Of an
 * imported project only the whole is known (the contract, else the approval): it is judged where both caps are set, by the larger one, so that only what is above it
 * in any case is reported. A cap that the place has not set judges nothing.
 */
final class OperationCap implements Rule {

    private static final Set<EstimateCode> SOFTWARE = Set.of(EstimateCode.E10, EstimateCode.E20);
    private static final Set<EstimateCode> HARDWARE = Set.of(EstimateCode.E30);

    @Override
    public String id() {
        return "B19";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    /** @param most the yearly amount allowed; empty where it cannot be told */
    private record Built(Money software, Money hardware, Money whole, Optional<Money> most) {
    }

    @Override
    public List<Silence> silent(RulePack pack) {
        return pack.param("ops.capSoftware").configured() || pack.param("ops.capHardware").configured() ? Silence.parts(pack, id(), "ops.capSoftware", "ops.capHardware")
                : Silence.whole(pack, id(), "ops.capSoftware", "ops.capHardware");
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        Optional<BigDecimal> software = context.pack().param("ops.capSoftware").decimal();
        Optional<BigDecimal> hardware = context.pack().param("ops.capHardware").decimal();
        if (software.isEmpty() && hardware.isEmpty()) {
            return;
        }
        for (Asked.Operation operation : Asked.operations(context)) {
            if (!Asked.operationOnly(operation.system())) {
                Built built = context.dossier(operation.system()).map(dossier -> estimated(dossier, software, hardware))
                        .orElseGet(() -> whole(operation.system(), software, hardware));
                built.most.filter(most -> operation.sum().moreThan(most)).ifPresent(most -> found.accept(finding(context, operation, built, most, software, hardware)));
            }
        }
    }

    private static Built estimated(Dossier dossier, Optional<BigDecimal> software, Optional<BigDecimal> hardware) {
        Money programs = part(dossier, SOFTWARE);
        Money machines = part(dossier, HARDWARE);
        boolean known = (programs.isZero() || software.isPresent()) && (machines.isZero() || hardware.isPresent()) && programs.plus(machines).isPositive();
        Optional<Money> most = known ? Optional.of(programs.times(software.orElse(BigDecimal.ZERO)).plus(machines.times(hardware.orElse(BigDecimal.ZERO)))) : Optional.empty();
        return new Built(programs, machines, programs.plus(machines), most);
    }

    private static Money part(Dossier dossier, Set<EstimateCode> codes) {
        return Money.sum(dossier.form().estimate().stream().filter(line -> codes.contains(line.code()) && line.amount() != null).map(EstimateLine::amount).toList());
    }

    private static Built whole(LedgerProject system, Optional<BigDecimal> software, Optional<BigDecimal> hardware) {
        String contract = system.more(LedgerColumn.CONTRACT_AMOUNT);
        Money cost = amount(contract).orElse(system.approved());
        boolean known = cost != null && cost.isPositive() && software.isPresent() && hardware.isPresent();
        return new Built(null, null, cost, known ? Optional.of(cost.times(software.get().max(hardware.get()))) : Optional.empty());
    }

    private static Optional<Money> amount(String yuan) {
        try {
            return yuan.isBlank() ? Optional.empty() : Optional.of(Money.parseYuan(yuan));
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            return Optional.empty();
        }
    }

    private Finding finding(CheckContext context, Asked.Operation operation, Built built, Money most, Optional<BigDecimal> software, Optional<BigDecimal> hardware) {
        RulePack pack = context.pack();
        var trend = new TreeMap<Integer, Money>();
        AmountChain.yearsOnce(context.linesFor(operation.system())).stream().filter(each -> each.it() && each.operations())
                .forEach(each -> trend.merge(each.line().year(), each.line().amount(), Money::plus));
        String ratio = percent(operation.sum().ratioTo(built.whole, 6));
        Report report = operation.report(context, id()).amounts(operation.sum(), most).show("buildCost", built.whole).show("softwareCost", built.software)
                .show("hardwareCost", built.hardware).show("capSoftware", software.map(OperationCap::percent).orElse(pack.param("ops.capSoftware").value()))
                .show("capHardware", hardware.map(OperationCap::percent).orElse(pack.param("ops.capHardware").value())).show("operationRatio", ratio)
                .show("years", List.copyOf(trend.entrySet()).stream().map(year -> year.getKey() + ": " + year.getValue()).toList())
                .show("excess", operation.sum().minus(most));
        return report.say("over", operation.system().name(), operation.sum(), built.whole, ratio, most, operation.sum().minus(most));
    }

    static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "%";
    }
}
