package org.lianshen.model.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.PlainText;
import org.lianshen.model.pack.IndicatorRow;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.pack.UsageMeasure;

/**
 * What the imported usage figures of a year say about a project: a value for each indicator that rests on usage, how it came about, and whether the application looks
 * idle (domain.md §5.5, §5.6). It is given to the appraiser; what is scored is what the appraiser takes over.
 *
 * @param months the rows it rests on, in order
 * @param given  by measure; one for which no month has figures is not among them
 * @param idle   why it looks idle 疑似僵尸, or null
 */
public record UsageEvidence(List<UsageMonth> months, Map<UsageMeasure, Given> given, Message idle) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 4;

    /**
     * @param value  in percent or times, four digits, half-up
     * @param how    the sums it is the quotient of, with the number of months
     */
    public record Given(BigDecimal value, Message how) {
    }

    public UsageEvidence {
        months = List.copyOf(months);
        var ordered = new EnumMap<UsageMeasure, Given>(UsageMeasure.class);
        ordered.putAll(given);
        given = java.util.Collections.unmodifiableMap(ordered);
    }

    /** What is given to a row of an appraisal; empty where its template's row rests on no usage, or no figures are there. */
    public Optional<Given> of(IndicatorValue row, PerformanceTemplate template) {
        return template.rows().stream().filter(each -> each.usage() != null && same(each, row)).findFirst().map(each -> given.get(each.usage()));
    }

    private static boolean same(IndicatorRow form, IndicatorValue row) {
        return form.level1().equals(row.level1()) && form.level2().equals(row.level2()) && form.level3().equals(row.level3());
    }

    /**
     * @param all     usage of all applications
     * @param systems the catalogue of systems, which says which number is whose
     */
    public static UsageEvidence of(LedgerProject project, int year, List<UsageMonth> all, List<CatalogueEntry> systems, PerformanceTemplate template) {
        List<String> codes = systems.stream().filter(entry -> entry.kind() == CatalogueEntry.Kind.SYSTEM && !entry.code().isBlank())
                .filter(entry -> about(project, entry.reviewNo(), entry.name(), entry.unit())).map(entry -> entry.code().strip()).toList();
        List<UsageMonth> months = all.stream().filter(month -> month.month().getYear() == year)
                .filter(month -> codes.contains(month.code().strip()) || about(project, month.reviewNo(), month.application(), month.unit()))
                .sorted(Comparator.comparing(UsageMonth::month).thenComparing(UsageMonth::application).thenComparing(UsageMonth::id)).toList();
        var given = new EnumMap<UsageMeasure, Given>(UsageMeasure.class);
        quotient(given, UsageMeasure.ACTIVE_SHARE, months, UsageFigure.ACTIVE, UsageFigure.REGISTERED, HUNDRED);
        quotient(given, UsageMeasure.LOGINS_PER_ACTIVE, months, UsageFigure.LOGINS, UsageFigure.ACTIVE, BigDecimal.ONE);
        quotient(given, UsageMeasure.GOOD_SHARE, months, UsageFigure.GOOD_RATINGS, UsageFigure.RATINGS, HUNDRED);
        List<BigDecimal> uptimes = months.stream().map(month -> month.figures().get(UsageFigure.UPTIME)).filter(java.util.Objects::nonNull).toList();
        if (!uptimes.isEmpty()) {
            BigDecimal mean = divided(uptimes.stream().reduce(BigDecimal.ZERO, BigDecimal::add), BigDecimal.valueOf(uptimes.size()));
            given.put(UsageMeasure.UPTIME, new Given(mean, Message.of("usage.how.UPTIME", uptimes.size())));
        }
        return new UsageEvidence(months, given, idle(months, template));
    }

    /** A number, where the row has one, decides; else name and unit. */
    private static boolean about(LedgerProject project, String reviewNo, String name, String unit) {
        if (!reviewNo.isBlank()) {
            return project.reviewNo() != null && PlainText.folded(project.reviewNo()).equals(PlainText.folded(reviewNo));
        }
        return PlainText.folded(project.name()).equals(PlainText.folded(name)) && project.unit() != null && PlainText.folded(project.unit()).equals(PlainText.folded(unit));
    }

    private static void quotient(Map<UsageMeasure, Given> given, UsageMeasure measure, List<UsageMonth> months, UsageFigure above, UsageFigure below, BigDecimal times) {
        List<UsageMonth> both = months.stream().filter(month -> month.figures().containsKey(above) && month.figures().containsKey(below)).toList();
        BigDecimal whole = sum(both, below);
        if (whole.signum() > 0) {
            BigDecimal part = sum(both, above);
            given.put(measure, new Given(divided(part.multiply(times), whole), Message.of("usage.how." + measure, part, whole, both.size())));
        }
    }

    private static BigDecimal sum(List<UsageMonth> months, UsageFigure figure) {
        return months.stream().map(month -> month.figures().get(figure)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal divided(BigDecimal part, BigDecimal whole) {
        return new BigDecimal(part.divide(whole, DIGITS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
    }

    /** The last months one after the other: so many below the least active share, or so many without a log-in. */
    private static Message idle(List<UsageMonth> months, PerformanceTemplate template) {
        if (!template.params().containsKey("perf.idleActiveShare")) {
            return null;
        }
        var share = template.param("perf.idleActiveShare").decimal();
        var quiet = template.param("perf.idleMonths").integer();
        var silent = template.param("perf.noLoginMonths").integer();
        if (silent.isPresent() && run(months, silent.get(), UsageEvidence::noLogin)) {
            return Message.of("usage.idle.noLogin", silent.get());
        }
        if (share.isPresent() && quiet.isPresent() && run(months, quiet.get(), month -> below(month, share.get()))) {
            return Message.of("usage.idle.active", quiet.get(), share.get().multiply(HUNDRED).stripTrailingZeros().toPlainString());
        }
        return null;
    }

    private static boolean noLogin(UsageMonth month) {
        BigDecimal logins = month.figures().get(UsageFigure.LOGINS);
        return logins != null && logins.signum() == 0;
    }

    private static boolean below(UsageMonth month, BigDecimal share) {
        BigDecimal active = month.figures().get(UsageFigure.ACTIVE);
        BigDecimal registered = month.figures().get(UsageFigure.REGISTERED);
        return active != null && registered != null && registered.signum() > 0 && active.compareTo(registered.multiply(share)) < 0;
    }

    private static boolean run(List<UsageMonth> months, int length, java.util.function.Predicate<UsageMonth> quiet) {
        var last = new ArrayList<>(months.stream().map(UsageMonth::month).distinct().toList()).reversed();
        if (length < 1 || last.size() < length || !last.get(length - 1).equals(last.getFirst().minusMonths(length - 1L))) {
            return false;
        }
        var asked = last.subList(0, length);
        return months.stream().filter(month -> asked.contains(month.month())).allMatch(quiet);
    }
}
