package org.lianshen.proposal.ui;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.BasisDocument;
import org.lianshen.model.proposal.DataItem;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.GoalIndicator;
import org.lianshen.model.proposal.Milestone;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.proposal.ui.SheetPlan.Footer;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Edit;

/** The tables of the form as sheets. Words that are stored with the form (数量指标, 有条件 …) are the field's own Chinese words in either language. */
final class SheetPlans {

    private static final Money ONE_FEN = Money.ofFen(1);
    private static final List<String> BASIS_KINDS = List.of("法律法规", "上级文件", "领导批示", "会议纪要", "规划", "审计整改");
    private static final List<String> LEVEL1 = List.of("产出指标", "效益指标", "满意度指标");
    private static final Map<String, List<String>> LEVEL2 = Map.of("产出指标", List.of("数量指标", "质量指标", "时效指标", "成本指标"), "效益指标",
            List.of("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"), "满意度指标", List.of("服务对象满意度指标"));
    private static final List<String> SIGNS = List.of("≥", "≤", "=", "定性");
    private static final List<String> CHANGES = List.of("新建", "改造", "保留");
    private static final List<String> SHARES = List.of("无条件", "有条件", "不予共享");
    private static final List<String> GRADES = List.of("L1", "L2", "L3", "L4");

    private final Texts texts;
    private final ProposalMessages messages;
    private FunctionPoints points = FunctionPoints.unweighted();

    SheetPlans(Texts texts, ProposalMessages messages) {
        this.texts = texts;
        this.messages = messages;
    }

    void points(FunctionPoints weights) {
        points = weights;
    }

    SheetPlan<BasisDocument> basis() {
        var sheet = new Columns<BasisDocument>("basis");
        sheet.text("title", 28, BasisDocument::title, (row, v) -> new BasisDocument(v, row.issuer(), row.documentNo(), row.clause(), row.kind()));
        sheet.text("issuer", 18, BasisDocument::issuer, (row, v) -> new BasisDocument(row.title(), v, row.documentNo(), row.clause(), row.kind()));
        sheet.text("documentNo", 22, BasisDocument::documentNo, (row, v) -> new BasisDocument(row.title(), row.issuer(), v, row.clause(), row.kind()));
        sheet.text("clause", 34, BasisDocument::clause, (row, v) -> new BasisDocument(row.title(), row.issuer(), row.documentNo(), v, row.kind()));
        sheet.choice("kind", 12, BasisDocument::kind, row -> BASIS_KINDS, (row, v) -> new BasisDocument(row.title(), row.issuer(), row.documentNo(), row.clause(), v));
        return sheet.plan(ProposalForm::basis, ProposalForm::withBasis, rows -> new BasisDocument("", "", "", "", ""),
                row -> blank(row.title(), row.issuer(), row.documentNo(), row.clause(), row.kind()), form -> Footer.NONE);
    }

    SheetPlan<GoalIndicator> goals() {
        var sheet = new Columns<GoalIndicator>("goals");
        sheet.choice("level1", 12, GoalIndicator::level1, row -> LEVEL1,
                (row, v) -> new GoalIndicator(v, row.level2(), row.name(), row.sign(), row.target(), row.unit(), row.weight()));
        sheet.choice("level2", 17, GoalIndicator::level2, row -> LEVEL2.getOrDefault(row.level1(), LEVEL2.values().stream().flatMap(List::stream).toList()),
                (row, v) -> new GoalIndicator(row.level1(), v, row.name(), row.sign(), row.target(), row.unit(), row.weight()));
        sheet.text("name", 22, GoalIndicator::name, (row, v) -> new GoalIndicator(row.level1(), row.level2(), v, row.sign(), row.target(), row.unit(), row.weight()));
        sheet.choice("sign", 6, GoalIndicator::sign, row -> SIGNS,
                (row, v) -> new GoalIndicator(row.level1(), row.level2(), row.name(), v, row.target(), row.unit(), row.weight()));
        sheet.text("target", 10, GoalIndicator::target, (row, v) -> new GoalIndicator(row.level1(), row.level2(), row.name(), row.sign(), v, row.unit(), row.weight()));
        sheet.text("unit", 6, GoalIndicator::unit, (row, v) -> new GoalIndicator(row.level1(), row.level2(), row.name(), row.sign(), row.target(), v, row.weight()));
        sheet.number("weight", 6, GoalIndicator::weight,
                (row, v) -> new GoalIndicator(row.level1(), row.level2(), row.name(), row.sign(), row.target(), row.unit(), v));
        return sheet.plan(ProposalForm::goals, ProposalForm::withGoals, rows -> new GoalIndicator("", "", "", "", "", "", null),
                row -> blank(row.level1(), row.level2(), row.name(), row.sign(), row.target(), row.unit(), row.weight()), this::weights);
    }

    private Footer weights(ProposalForm form) {
        BigDecimal sum = form.goals().stream().map(GoalIndicator::weight).filter(weight -> weight != null).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Footer(messages.format(messages.weightSum, plain(sum)), false);
    }

    SheetPlan<FunctionItem> functions() {
        var sheet = new Columns<FunctionItem>("functions");
        sheet.text("proposal.head.path", "path", 7, FunctionItem::path, (row, v) -> new FunctionEdit(row).path(v).done());
        sheet.text("name", 22, FunctionItem::name, (row, v) -> new FunctionEdit(row).name(v).done());
        sheet.choice("change", 9, FunctionItem::change, row -> CHANGES, (row, v) -> new FunctionEdit(row).change(v).done());
        sheet.count("ilf", 5, FunctionItem::ilf, (row, v) -> new FunctionEdit(row).ilf(v).done());
        sheet.count("eif", 5, FunctionItem::eif, (row, v) -> new FunctionEdit(row).eif(v).done());
        sheet.count("ei", 5, FunctionItem::ei, (row, v) -> new FunctionEdit(row).ei(v).done());
        sheet.count("eo", 5, FunctionItem::eo, (row, v) -> new FunctionEdit(row).eo(v).done());
        sheet.count("eq", 5, FunctionItem::eq, (row, v) -> new FunctionEdit(row).eq(v).done());
        sheet.show("proposal.head.points", "points", Type.NUMBER, 7, row -> points.points(row));
        sheet.number("months", 6, FunctionItem::months, (row, v) -> new FunctionEdit(row).months(v).done());
        sheet.money("proposal.head.amount", "amount", 11, FunctionItem::amount, (row, v) -> new FunctionEdit(row).amount(v).done());
        sheet.text("reuse", 18, FunctionItem::reuse, (row, v) -> new FunctionEdit(row).reuse(v).done());
        sheet.text("description", 40, FunctionItem::description, (row, v) -> new FunctionEdit(row).description(v).done());
        return sheet.plan(ProposalForm::functions, ProposalForm::withFunctions,
                rows -> new FunctionItem(nextPath(rows), "", "新建", null, null, null, null, null, null, null, "", ""), SheetPlans::blankFunction, this::points);
    }

    private static boolean blankFunction(FunctionItem row) {
        return blank(row.name(), row.ilf(), row.eif(), row.ei(), row.eo(), row.eq(), row.months(), row.amount(), row.reuse(), row.description());
    }

    /** The next top-level number. */
    private static String nextPath(List<FunctionItem> rows) {
        int last = rows.stream().map(FunctionItem::path).filter(path -> path != null && path.matches("\\d{1,6}(\\..*)?"))
                .mapToInt(path -> Integer.parseInt(path.split("\\.")[0])).max().orElse(0);
        return String.valueOf(last + 1);
    }

    private Footer points(ProposalForm form) {
        BigDecimal counted = points.points(form.functions());
        BigDecimal months = form.functions().stream().map(FunctionItem::months).filter(each -> each != null).reduce(BigDecimal.ZERO, BigDecimal::add);
        Money amount = Money.sum(form.functions().stream().map(FunctionItem::amount).filter(each -> each != null).toList());
        String sums = messages.format(messages.functionSums, plain(counted), plain(months), amount.wanText());
        if (counted.signum() == 0) {
            return new Footer(sums, false);
        }
        String means = points.amount(counted).map(price -> messages.format(messages.pointsPriced, plain(points.scaleChange()), plain(points.months(counted).orElseThrow()), price.wanText()))
                .orElseGet(() -> points.months(counted).map(each -> messages.format(messages.pointsMonths, plain(points.scaleChange()), plain(each)))
                        .orElse(messages.pointsUnpriced));
        return new Footer(messages.format(messages.twoSentences, sums, means), false);
    }

    SheetPlan<DataItem> data() {
        var sheet = new Columns<DataItem>("data");
        sheet.text("name", 26, DataItem::name, (row, v) -> new DataItem(v, row.needed(), row.fields(), row.shareType(), row.reason(), row.cycle(), row.grade()));
        sheet.choice("needed", 12, row -> yesNo(row.needed()), row -> List.of(yesNo(true), yesNo(false)),
                (row, v) -> new DataItem(row.name(), yesNo(true).equals(v), row.fields(), row.shareType(), row.reason(), row.cycle(), row.grade()));
        sheet.text("fields", 36, DataItem::fields, (row, v) -> new DataItem(row.name(), row.needed(), v, row.shareType(), row.reason(), row.cycle(), row.grade()));
        sheet.choice("shareType", 11, DataItem::shareType, row -> SHARES,
                (row, v) -> new DataItem(row.name(), row.needed(), row.fields(), v, row.reason(), row.cycle(), row.grade()));
        sheet.text("reason", 26, DataItem::reason, (row, v) -> new DataItem(row.name(), row.needed(), row.fields(), row.shareType(), v, row.cycle(), row.grade()));
        sheet.text("cycle", 12, DataItem::cycle, (row, v) -> new DataItem(row.name(), row.needed(), row.fields(), row.shareType(), row.reason(), v, row.grade()));
        sheet.choice("grade", 8, DataItem::grade, row -> GRADES,
                (row, v) -> new DataItem(row.name(), row.needed(), row.fields(), row.shareType(), row.reason(), row.cycle(), v));
        return sheet.plan(ProposalForm::data, ProposalForm::withData, rows -> new DataItem("", false, "", "", "", "", ""),
                row -> blank(row.name(), row.fields(), row.shareType(), row.reason(), row.cycle(), row.grade()), form -> Footer.NONE);
    }

    private String yesNo(boolean yes) {
        return texts.get(yes ? "proposal.flag.Y" : "proposal.flag.N");
    }

    SheetPlan<EstimateLine> estimate() {
        var sheet = new Columns<EstimateLine>("estimate");
        sheet.show("proposal.head.no", "no", Type.NUMBER, 3, EstimateLine::no);
        sheet.choice("code", 10, row -> row.code() == null ? "" : codeText(row.code()), row -> Arrays.stream(EstimateCode.values()).map(this::codeText).toList(),
                (row, v) -> new LineEdit(row).code(code(v)).done());
        sheet.text("item", 13, EstimateLine::item, (row, v) -> new LineEdit(row).item(v).done());
        sheet.text("specification", 6, EstimateLine::specification, (row, v) -> new LineEdit(row).specification(v).done());
        sheet.number("quantity", 5, EstimateLine::quantity, (row, v) -> new LineEdit(row).quantity(v).done());
        sheet.text("unit", 5, EstimateLine::unit, (row, v) -> new LineEdit(row).unit(v).done());
        sheet.number("proposal.head.unitPrice", "unitPrice", 9, row -> row.unitPrice() == null ? null : row.unitPrice().wan().stripTrailingZeros(),
                (row, v) -> new LineEdit(row).unitPrice(v == null ? null : Money.ofWan(v)).done());
        sheet.number("factor", 5, EstimateLine::factor, (row, v) -> new LineEdit(row).factor(v).done());
        sheet.money("proposal.head.amount", "amount", 9, EstimateLine::amount, (row, v) -> new LineEdit(row).amount(v).done());
        sheet.show("proposal.head.difference", "difference", Type.MONEY, 9, SheetPlans::difference);
        sheet.text("note", 20, EstimateLine::note, (row, v) -> new LineEdit(row).note(v).done());
        return sheet.plan(ProposalForm::estimate, ProposalForm::withEstimate,
                rows -> new EstimateLine(rows.stream().mapToInt(EstimateLine::no).max().orElse(0) + 1, null, "", "", null, "", null, null, null, ""),
                row -> blank(row.code(), row.item(), row.specification(), row.quantity(), row.unit(), row.unitPrice(), row.factor(), row.amount(), row.note()), this::total);
    }

    /** Stated amount − quantity × price × factor; null where they agree to the fen, or cannot be compared. */
    static Money difference(EstimateLine row) {
        Money computed = row.computed();
        if (computed == null || row.amount() == null) {
            return null;
        }
        Money difference = row.amount().minus(computed);
        return difference.abs().moreThan(ONE_FEN) ? difference : null;
    }

    private String codeText(EstimateCode code) {
        return messages.format(messages.codeAndName, code.name(), texts.get("proposal.estimate." + code.name()));
    }

    /** A code alone, as a spreadsheet may hold it, is not typed: the list has the words too. */
    private static EstimateCode code(String chosen) {
        return chosen.isEmpty() ? null : EstimateCode.valueOf(chosen.split(" ")[0]);
    }

    private Footer total(ProposalForm form) {
        Money stated = form.money(ProposalField.TOTAL_INVESTMENT);
        Money sum = form.estimateTotal();
        if (stated == null) {
            return new Footer(messages.format(messages.estimateSum, sum.wanText()), false);
        }
        Money difference = sum.minus(stated);
        return difference.isZero() ? new Footer(messages.format(messages.estimateAgrees, sum.wanText()), false)
                : new Footer(messages.format(messages.estimateDiffers, sum.wanText(), stated.wanText(), difference.wanText()), true);
    }

    SheetPlan<Milestone> milestones() {
        var sheet = new Columns<Milestone>("milestones");
        sheet.text("name", 30, Milestone::name, (row, v) -> new Milestone(v, row.date()));
        sheet.edit("form.column.date", "date", Type.DATE, 14, Milestone::date,
                new Edit<>(Edit.Kind.TEXT, null, this::date, (row, v) -> new Milestone(row.name(), (LocalDate) v), row -> true));
        return sheet.plan(ProposalForm::milestones, ProposalForm::withMilestones, rows -> new Milestone("", null), row -> blank(row.name(), row.date()),
                form -> Footer.NONE);
    }

    private LocalDate date(String typed) throws Edit.Refused {
        String text = typed.strip().replace('.', '-').replace('/', '-').replace('年', '-').replace('月', '-').replace("日", "");
        try {
            if (text.isEmpty()) {
                return null;
            }
            String[] parts = text.split("-");
            return parts.length == 3 ? LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])) : LocalDate.parse(text);
        } catch (DateTimeException | NumberFormatException notADate) {
            throw new Edit.Refused(messages.format(messages.notADate, typed));
        }
    }

    private static boolean blank(Object... values) {
        return Stream.of(values).allMatch(value -> value == null || value instanceof String text && text.isBlank());
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Collects the columns of a sheet with their edits. */
    private static final class Columns<T> {

        private final String place;
        private final List<Column<T>> columns = new ArrayList<>();
        private final Map<String, Edit<T>> edits = new LinkedHashMap<>();

        Columns(String place) {
            this.place = place;
        }

        void show(String label, String id, Type type, int width, Function<T, ?> value) {
            columns.add(new Column<>(id, label, type, width, value));
        }

        void edit(String label, String id, Type type, int width, Function<T, ?> value, Edit<T> edit) {
            show(label, id, type, width, value);
            edits.put(id, edit);
        }

        void text(String id, int width, Function<T, String> value, BiFunction<T, String, T> set) {
            text("form.column." + id, id, width, value, set);
        }

        void text(String label, String id, int width, Function<T, String> value, BiFunction<T, String, T> set) {
            edit(label, id, Type.TEXT, width, value, Edit.text(set));
        }

        void choice(String id, int width, Function<T, String> value, Function<T, List<String>> choices, BiFunction<T, String, T> set) {
            edit("form.column." + id, id, Type.TEXT, width, value, Edit.choice(choices, set));
        }

        void number(String id, int width, Function<T, BigDecimal> value, BiFunction<T, BigDecimal, T> set) {
            number("form.column." + id, id, width, value, set);
        }

        void number(String label, String id, int width, Function<T, BigDecimal> value, BiFunction<T, BigDecimal, T> set) {
            edit(label, id, Type.NUMBER, width, value, Edit.number(set));
        }

        /** Whole numbers; the heads are the abbreviations that function points are known by. */
        void count(String id, int width, Function<T, Integer> value, BiFunction<T, Integer, T> set) {
            Edit.Parse whole = typed -> {
                String text = typed.strip();
                if (text.isEmpty()) {
                    return null;
                }
                if (!text.matches("\\d{1,6}")) {
                    throw new Edit.Refused(typed);
                }
                return Integer.valueOf(text);
            };
            edit(id.toUpperCase(java.util.Locale.ROOT), id, Type.NUMBER, width, value,
                    new Edit<>(Edit.Kind.NUMBER, null, whole, (row, v) -> set.apply(row, (Integer) v), row -> true));
        }

        void money(String label, String id, int width, Function<T, Money> value, BiFunction<T, Money, T> set) {
            edit(label, id, Type.MONEY, width, value, Edit.money(set));
        }

        SheetPlan<T> plan(Function<ProposalForm, List<T>> rows, BiFunction<ProposalForm, java.util.Collection<T>, ProposalForm> put, Function<List<T>, T> newRow,
                java.util.function.Predicate<T> blank, Function<ProposalForm, Footer> footer) {
            return new SheetPlan<>(place, new TableSpec<>("proposal." + place, "form.table." + place, columns), edits, rows, put, newRow, blank, footer);
        }
    }
}
