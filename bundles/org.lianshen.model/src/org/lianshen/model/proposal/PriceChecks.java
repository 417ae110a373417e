package org.lianshen.model.proposal;

import static org.lianshen.model.pack.Severity.W;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.price.ItemName;
import org.lianshen.model.price.PriceMemory;
import org.lianshen.model.price.PriceSeries;
import org.lianshen.model.price.SeenPrice;

/**
 * V06 of domain.md §2.5.2: a unit price lies further from the median of the remembered prices of the same thing in the same unit of measure than the pack's
 * {@code estimate.priceDeviation}. Prices of the project itself do not count, and fewer than {@link PriceSeries#LEAST} say nothing. Fees that are shares of others are
 * judged by their rates; a thing without a measure, or one bought as a whole (list {@code price.lumpMeasures}), has no unit price to compare.
 */
final class PriceChecks {

    private static final Set<EstimateCode> PRICED = EnumSet.of(EstimateCode.E10, EstimateCode.E20, EstimateCode.E30, EstimateCode.E40, EstimateCode.E50, EstimateCode.E70, EstimateCode.E83);
    /** So many of the compared prices are shown: the cheapest, the dearest, and those in the middle. */
    private static final int SHOWN = 6;

    private PriceChecks() {
    }

    static void check(ProposalForm form, RulePack pack, PriceMemory prices, Findings findings) {
        BigDecimal allowed = pack.ratio("estimate.priceDeviation");
        List<String> lump = pack.list("price.lumpMeasures");
        for (int i = 0; i < form.estimate().size(); i++) {
            EstimateLine line = form.estimate().get(i);
            if (line.code() == null || !PRICED.contains(line.code()) || line.item() == null || lump(line, lump)) {
                continue;
            }
            int index = i;
            Optional<PriceSeries> known = prices.find(line.item(), line.unit()).flatMap(series -> series.without(price -> own(price, form)));
            PriceMemory.price(line).ifPresent(price -> known.filter(series -> series.deviates(price, allowed)).ifPresent(series -> report(line, index, price, series, allowed, findings)));
        }
    }

    private static boolean lump(EstimateLine line, List<String> lump) {
        String measure = ItemName.measure(line.unit());
        return measure.isEmpty() || lump.contains(measure);
    }

    private static boolean own(SeenPrice price, ProposalForm form) {
        return price.project().equals(form.name()) && price.unit().equals(form.unit());
    }

    private static void report(EstimateLine line, int index, Money price, PriceSeries series, BigDecimal allowed, Findings findings) {
        BigDecimal deviation = series.deviation(price).orElseThrow();
        Message direction = Message.of(deviation.signum() > 0 ? "form.V06.above" : "form.V06.below", percent(deviation.abs()));
        findings.row("V06", W, Section.ESTIMATE, "estimate", index, compared(series), line.item(), price.yuanText(), series.measure(), series.prices().size(), series.median().yuanText(), direction,
                percent(allowed));
    }

    private static List<Message> compared(PriceSeries series) {
        int size = series.prices().size();
        int middle = size / 2;
        IntStream shown = size <= SHOWN ? IntStream.range(0, size) : IntStream.of(0, 1, middle - 1, middle, size - 2, size - 1);
        return shown.mapToObj(series.prices()::get).map(each -> Message.of("form.V06.price", each.price().yuanText(), series.measure(), Objects.toString(each.project(), ""),
                Objects.toString(each.unit(), ""), Integer.toString(each.year()), Message.of("summary.source." + each.source().name(), each.place()))).toList();
    }

    private static String percent(BigDecimal ratio) {
        return ratio.movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
