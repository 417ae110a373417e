package org.lianshen.service.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianshen.model.Money;
import org.lianshen.model.ceiling.CeilingPlan;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.letter.Letter;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pool.PoolLot;
import org.lianshen.model.pool.PooledLine;
import org.lianshen.model.price.PriceSeries;
import org.lianshen.model.price.SeenPrice;
import org.lianshen.model.summary.CutRow;
import org.lianshen.model.summary.DepartmentRow;
import org.lianshen.model.summary.Share;
import org.lianshen.model.summary.Sums;
import org.lianshen.model.summary.YearOperations;
import org.lianshen.service.finding.FindingTexts;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.text.Texts;

/** The tables of desk 3 that sum a year up: the same specs serve the grid and the exported workbook. */
public final class SummaryTables {

    private final Texts texts;

    public SummaryTables(Texts texts) {
        this.texts = texts;
    }

    /** 分部门汇总. */
    public TableSpec<DepartmentRow> departments() {
        List<Column<DepartmentRow>> columns = new ArrayList<>();
        columns.add(column("department", Type.TEXT, 22, row -> row.department() == null ? texts.get("summary.total") : row.department()));
        columns.add(column("unit", Type.TEXT, 26, row -> row.unit() == null && row.department() != null ? texts.get("summary.subtotal") : row.unit()));
        sums(columns, DepartmentRow::sums);
        return new TableSpec<>("departments", "summary.departments", columns);
    }

    /** 分类汇总. */
    public TableSpec<Share> classes() {
        List<Column<Share>> columns = new ArrayList<>();
        columns.add(column("class", Type.TEXT, 22, share -> texts.has(share.label()) ? texts.get(share.label()) : share.label()));
        sums(columns, Share::sums);
        return new TableSpec<>("classes", "summary.classes", columns);
    }

    private static <T> void sums(List<Column<T>> columns, Function<T, Sums> sums) {
        columns.add(column("lines", Type.NUMBER, 7, row -> sums.apply(row).lines()));
        columns.add(column("total", Type.MONEY, 13, row -> sums.apply(row).total()));
        columns.add(column("reviewed", Type.MONEY, 13, row -> sums.apply(row).reviewed()));
        columns.add(column("suspect", Type.MONEY, 12, row -> sums.apply(row).suspect()));
        columns.add(column("unreviewed", Type.MONEY, 12, row -> sums.apply(row).unreviewed()));
        columns.add(column("blocked", Type.MONEY, 14, row -> sums.apply(row).blocked()));
        columns.add(column("operations", Type.MONEY, 12, row -> sums.apply(row).operations()));
        columns.add(column("lastYear", Type.MONEY, 12, row -> sums.apply(row).lastYear().isZero() ? null : sums.apply(row).lastYear()));
        columns.add(column("change", Type.MONEY, 12, row -> sums.apply(row).change()));
        columns.add(column("blocking", Type.NUMBER, 7, row -> sums.apply(row).blocking()));
        columns.add(column("warnings", Type.NUMBER, 7, row -> sums.apply(row).warnings()));
    }

    /** 核减汇总. */
    public TableSpec<CutRow> cuts() {
        return new TableSpec<>("cuts", "summary.cuts",
                List.of(column("stage", Type.TEXT, 10, row -> texts.get("summary.stage." + row.stage().name())), column("department", Type.TEXT, 18, CutRow::department), column("unit", Type.TEXT, 20, CutRow::unit),
                        column("project", Type.TEXT, 30, CutRow::name), column("reviewNo", Type.CODE, 22, CutRow::reviewNo), column("asked", Type.MONEY, 13, CutRow::asked),
                        column("allowed", Type.MONEY, 13, CutRow::allowed), column("cut", Type.MONEY, 13, CutRow::cut),
                        column("cutRate", Type.PERCENT, 9, row -> row.asked().isPositive() ? row.cut().ratioTo(row.asked(), 6) : null), column("reasons", Type.TEXT, 44, this::reasons)));
    }

    private String reasons(CutRow row) {
        return row.reasons().stream().map(reason -> row.stage() == CutRow.Stage.BUDGET ? texts.get("summary.reason.rule", reason.item())
                : texts.get(reason.why().isBlank() ? "summary.reason.item" : "summary.reason.itemWhy", reason.item(), reason.amount().wanText(), reason.why())).collect(Collectors.joining("\n"));
    }

    /** Rule numbers with their titles under a pack, where a table of cuts is read by people. */
    public List<CutRow> titled(List<CutRow> rows, RulePack pack) {
        boolean chinese = "zh".equals(texts.locale().getLanguage());
        return rows.stream().map(row -> row.stage() == CutRow.Stage.REVIEW ? row : new CutRow(row.stage(), row.department(), row.unit(), row.name(), row.reviewNo(), row.project(), row.line(), row.asked(), row.allowed(),
                row.reasons().stream().map(reason -> new CutRow.Reason(pack.rules().containsKey(reason.item())
                        ? texts.get("summary.reason.title", reason.item(), chinese ? pack.rule(reason.item()).title() : pack.rule(reason.item()).titleEn()) : reason.item(), reason.amount(), reason.why())).toList())).toList();
    }

    /** 年度运维. */
    public TableSpec<YearOperations> operations() {
        return new TableSpec<>("operations", "summary.operations", List.of(column("year", Type.CODE, 8, row -> Integer.toString(row.year())), column("lines", Type.NUMBER, 8, YearOperations::lines),
                column("operations", Type.MONEY, 14, YearOperations::total), column("largest", Type.TEXT, 60, this::largest)));
    }

    private String largest(YearOperations row) {
        return row.units().stream().limit(5).map(unit -> texts.get("summary.unitAmount", unit.unit(), unit.amount().wanText())).collect(Collectors.joining(texts.get("common.listSeparator")));
    }

    /**
     * A finding, how it stands and what was done about it.
     *
     * @param acts   that count or were taken back, oldest first
     * @param letter that told it, or null
     */
    public record Rectification(FindingState state, List<FindingAct> acts, Letter letter) {

        Finding finding() {
            return state.finding();
        }

        /** The unit's last reply that was not taken back, or null. */
        String reply() {
            return FindingTexts.lastReply(acts).map(FindingStep.Reply::text).orElse(null);
        }

        String letterNo() {
            return letter != null ? letter.number() : state.letterNo().isEmpty() ? null : state.letterNo();
        }
    }

    /** 整改台账: every finding with the letter that told it, how it stands, who answers for it until when, and what the unit replied. */
    public TableSpec<Rectification> rectifications(RulePack pack) {
        boolean chinese = "zh".equals(texts.locale().getLanguage());
        return new TableSpec<>("rectifications", "summary.rectifications",
                List.of(column("rule", Type.CODE, 6, row -> row.finding().rule()), column("severity", Type.STATE, 9, row -> FindingsTables.severity(row.finding().severity())),
                        column("mark", Type.STATE, 14, row -> row.state().blocks() ? FindingsTables.BLOCKED : null), column("unit", Type.TEXT, 20, row -> row.finding().unit()),
                        column("project", Type.TEXT, 30, row -> row.finding().projectName()), column("reviewNo", Type.CODE, 22, row -> row.finding().reviewNo()),
                        column("amount", Type.MONEY, 13, row -> row.finding().amount()), column("message", Type.TEXT, 44, row -> texts.format(row.finding().message())),
                        column("remedy", Type.TEXT, 30, row -> pack.rules().containsKey(row.finding().rule()) ? chinese ? pack.rule(row.finding().rule()).remedy() : pack.rule(row.finding().rule()).remedyEn() : null),
                        column("state", Type.TEXT, 12, row -> texts.get(row.state().overdue() ? "summary.overdue" : "summary.standing", texts.get("finding.stage." + row.state().stage().name()))),
                        column("owner", Type.TEXT, 14, row -> row.state().owner().isEmpty() ? null : row.state().owner()), column("reply", Type.TEXT, 40, Rectification::reply),
                        column("letter", Type.TEXT, 22, Rectification::letterNo), column("told", Type.DATE, 12, row -> row.letter() == null ? null : row.letter().date()),
                        column("due", Type.DATE, 12, row -> row.state().due())));
    }

    /** What fits under the ceiling and what falls out. */
    public TableSpec<CeilingPlan.Row> ceiling() {
        return new TableSpec<>("ceiling", "summary.ceiling",
                List.of(column("rank", Type.NUMBER, 5, CeilingPlan.Row::rank), column("outcome", Type.STATE, 16, row -> outcome(row.outcome())), column("project", Type.TEXT, 32, row -> row.candidate().name()),
                        column("unit", Type.TEXT, 18, row -> row.candidate().unit()), column("priority", Type.TEXT, 12, row -> texts.get("summary.priority." + row.candidate().priority().name())),
                        column("score", Type.NUMBER, 8, row -> row.candidate().score()), column("need", Type.MONEY, 13, row -> row.candidate().amount()), column("given", Type.MONEY, 13, CeilingPlan.Row::sum),
                        column("left", Type.MONEY, 13, CeilingPlan.Row::left), column("because", Type.TEXT, 40, this::because), column("reviewNo", Type.CODE, 22, row -> row.candidate().reviewNo())));
    }

    private static Mark outcome(CeilingPlan.Outcome outcome) {
        return switch (outcome) {
            case FITS, PINNED -> new Mark("summary.outcome." + outcome.name(), Tone.OK, "check-circle");
            case TOO_LARGE, PIN_TOO_LARGE -> new Mark("summary.outcome." + outcome.name(), Tone.BLOCK, "x-circle");
            case AFTER_CEILING -> new Mark("summary.outcome." + outcome.name(), Tone.WARN, "hourglass-split");
            case FORBIDDEN -> new Mark("summary.outcome." + outcome.name(), Tone.BLOCK, "slash-circle");
            case EXCLUDED -> new Mark("summary.outcome." + outcome.name(), Tone.MUTED, "dash-circle");
        };
    }

    /** Why it has its rank, and why it is in or out. */
    private String because(CeilingPlan.Row row) {
        String rank = texts.format(row.candidate().because());
        String why = switch (row.outcome()) {
            case PINNED, EXCLUDED -> texts.get("summary.why." + row.outcome().name(), row.pin().reason(), row.pin().by());
            case TOO_LARGE, PIN_TOO_LARGE -> texts.get("summary.why." + row.outcome().name(), row.candidate().amount().wanText(), row.left().wanText());
            case FORBIDDEN -> texts.get("summary.why.FORBIDDEN", row.candidate().forbidden().size(),
                    String.join(" ", row.candidate().forbidden().stream().map(finding -> texts.get("summary.finding", finding.rule(), finding.message())).toList()));
            case FITS, AFTER_CEILING -> texts.get("summary.why." + row.outcome().name());
        };
        return texts.get("summary.why", rank, why);
    }

    /** Lots of joint purchase. */
    public TableSpec<PoolLot> lots() {
        return new TableSpec<>("lots", "summary.lots",
                List.of(column("category", Type.TEXT, 14, PoolLot::category), column("units", Type.NUMBER, 7, PoolLot::units), column("lines", Type.NUMBER, 7, lot -> lot.lines().size()),
                        column("lotTotal", Type.MONEY, 13, PoolLot::total), column("alone", Type.NUMBER, 9, lot -> lot.alone().size()),
                        column("aloneAmount", Type.MONEY, 13, lot -> Money.sum(lot.alone().stream().map(PooledLine::amount).toList())), column("least", Type.MONEY, 12, PoolLot::least),
                        column("median", Type.MONEY, 12, PoolLot::median), column("most", Type.MONEY, 12, PoolLot::most),
                        column("suggestion", Type.TEXT, 44, lot -> lot.suggested() ? texts.get("summary.lot.suggested", lot.category(), lot.units(), lot.lines().size(), lot.total().wanText()) : texts.get("summary.lot.none"))));
    }

    /** @param lot the category that it belongs to */
    public record LotLine(PoolLot lot, PooledLine line) {
    }

    public TableSpec<LotLine> lotLines() {
        return new TableSpec<>("lotLines", "summary.lotLines",
                List.of(column("category", Type.TEXT, 12, row -> row.lot().category()), column("unit", Type.TEXT, 20, row -> row.line().unit()), column("project", Type.TEXT, 34, row -> row.line().project()),
                        column("amount", Type.MONEY, 13, row -> row.line().amount()), column("joined", Type.STATE, 12, row -> row.line().joined() ? new Mark("summary.joined", Tone.OK, "check-circle")
                                : new Mark("summary.aloneMark", Tone.WARN, "exclamation-triangle")),
                        column("word", Type.TEXT, 12, row -> row.line().word()), column("item", Type.TEXT, 24, row -> row.line().item())));
    }

    /** The same thing in several lines, with its spread. @param lot the category */
    public record LotItem(PoolLot lot, PoolLot.Item item) {
    }

    public TableSpec<LotItem> lotItems() {
        return new TableSpec<>("lotItems", "summary.lotItems",
                List.of(column("category", Type.TEXT, 12, row -> row.lot().category()), column("item", Type.TEXT, 26, row -> row.item().item()), column("lines", Type.NUMBER, 8, row -> row.item().lines().size()),
                        column("least", Type.MONEY, 13, row -> row.item().least()), column("median", Type.MONEY, 13, row -> row.item().median()), column("most", Type.MONEY, 13, row -> row.item().most()),
                        column("who", Type.TEXT, 60, row -> row.item().lines().stream().map(line -> texts.get("summary.unitAmount", line.unit(), line.amount().wanText())).collect(Collectors.joining(texts.get("common.listSeparator"))))));
    }

    /** Unit prices, in yuan. @param allowed deviation from the median that is not flagged */
    public TableSpec<PriceSeries> prices(BigDecimal allowed) {
        return new TableSpec<>("prices", "summary.prices",
                List.of(column("item", Type.TEXT, 28, PriceSeries::shown), column("measure", Type.TEXT, 8, PriceSeries::measure), column("prices", Type.NUMBER, 7, one -> one.prices().size()),
                        column("leastYuan", Type.NUMBER, 14, one -> one.least().yuan()), column("medianYuan", Type.NUMBER, 14, one -> one.median().yuan()), column("mostYuan", Type.NUMBER, 14, one -> one.most().yuan()),
                        column("spread", Type.NUMBER, 9, one -> one.spread().orElse(null)), column("deviating", Type.STATE, 12, one -> one.deviating(allowed) > 0 ? new Mark("summary.deviates", Tone.WARN, "exclamation-triangle") : null)));
    }

    /** @param allowed deviation that is not flagged */
    public record Price(PriceSeries series, SeenPrice price, BigDecimal allowed) {
    }

    /** Every price of a series, or of all. */
    public TableSpec<Price> seenPrices() {
        return new TableSpec<>("seenPrices", "summary.seenPrices",
                List.of(column("item", Type.TEXT, 24, row -> row.price().item()), column("specification", Type.TEXT, 20, row -> row.price().specification()), column("priceYuan", Type.NUMBER, 14, row -> row.price().price().yuan()),
                        column("measure", Type.TEXT, 8, row -> row.price().measure()), column("quantity", Type.NUMBER, 9, row -> row.price().quantity()),
                        column("deviation", Type.PERCENT, 10, row -> row.series().deviation(row.price().price()).orElse(null)),
                        column("deviating", Type.STATE, 12, row -> row.series().deviates(row.price().price(), row.allowed()) ? new Mark("summary.deviates", Tone.WARN, "exclamation-triangle") : null),
                        column("project", Type.TEXT, 28, row -> row.price().project()), column("year", Type.CODE, 7, row -> Integer.toString(row.price().year())), column("unit", Type.TEXT, 20, row -> row.price().unit()),
                        column("from", Type.TEXT, 16, row -> texts.get("summary.source." + row.price().source().name(), row.price().place()))));
    }

    private static <T> Column<T> column(String id, Type type, int width, Function<T, ?> value) {
        return new Column<>(id, "summary.column." + id, type, width, value);
    }
}
