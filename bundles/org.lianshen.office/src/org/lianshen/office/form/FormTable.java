package org.lianshen.office.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.BasisDocument;
import org.lianshen.model.proposal.DataItem;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.GoalIndicator;
import org.lianshen.model.proposal.Milestone;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.office.form.FormColumn.Kind;

/**
 * A table of the application form, described once: JSON and workbook come from it.
 *
 * @param key name of the array in JSON; the sheet's name is the text {@code office.form.table.KEY}
 */
record FormTable<R>(String key, List<FormColumn<R>> columns, Function<ProposalForm, List<R>> rows, BiFunction<ProposalForm, List<R>, ProposalForm> with,
        Function<Row, R> make) {

    /** Values of a row by key, each of the type that its column's kind says, or null. */
    record Row(Map<String, Object> values) {

        String text(String key) {
            return (String) values.get(key);
        }

        Money money(String key) {
            return (Money) values.get(key);
        }

        BigDecimal decimal(String key) {
            return (BigDecimal) values.get(key);
        }

        Integer whole(String key) {
            Long value = (Long) values.get(key);
            return value == null ? null : Math.toIntExact(value);
        }

        long count(String key) {
            Long value = (Long) values.get(key);
            return value == null ? 0 : value;
        }

        boolean flag(String key) {
            return Boolean.TRUE.equals(values.get(key));
        }

        <E> E choice(String key, Class<E> type) {
            return type.cast(values.get(key));
        }
    }

    static final List<FormTable<?>> ALL = List.of(basis(), goals(), functions(), data(), estimate(), funds(), milestones(), attachments());

    private static FormTable<BasisDocument> basis() {
        return new FormTable<>("basis",
                List.of(FormColumn.text("title", BasisDocument::title), FormColumn.text("issuer", BasisDocument::issuer),
                        FormColumn.text("documentNo", BasisDocument::documentNo), FormColumn.text("clause", BasisDocument::clause), FormColumn.text("kind", BasisDocument::kind)),
                ProposalForm::basis, ProposalForm::withBasis,
                row -> new BasisDocument(row.text("title"), row.text("issuer"), row.text("documentNo"), row.text("clause"), row.text("kind")));
    }

    private static FormTable<GoalIndicator> goals() {
        return new FormTable<>("goals",
                List.of(FormColumn.text("level1", GoalIndicator::level1), FormColumn.text("level2", GoalIndicator::level2), FormColumn.text("name", GoalIndicator::name),
                        FormColumn.text("sign", GoalIndicator::sign), FormColumn.text("target", GoalIndicator::target), FormColumn.text("unit", GoalIndicator::unit),
                        FormColumn.of("weight", Kind.DECIMAL, GoalIndicator::weight)),
                ProposalForm::goals, ProposalForm::withGoals, row -> new GoalIndicator(row.text("level1"), row.text("level2"), row.text("name"), row.text("sign"),
                        row.text("target"), row.text("unit"), row.decimal("weight")));
    }

    private static FormTable<FunctionItem> functions() {
        return new FormTable<>("functions",
                List.of(FormColumn.text("path", FunctionItem::path), FormColumn.text("name", FunctionItem::name), FormColumn.text("change", FunctionItem::change),
                        FormColumn.of("ilf", Kind.WHOLE, FunctionItem::ilf), FormColumn.of("eif", Kind.WHOLE, FunctionItem::eif), FormColumn.of("ei", Kind.WHOLE, FunctionItem::ei),
                        FormColumn.of("eo", Kind.WHOLE, FunctionItem::eo), FormColumn.of("eq", Kind.WHOLE, FunctionItem::eq),
                        FormColumn.of("months", Kind.DECIMAL, FunctionItem::months), FormColumn.of("amount", Kind.MONEY, FunctionItem::amount),
                        FormColumn.optional("reuse", FunctionItem::reuse), FormColumn.text("description", FunctionItem::description)),
                ProposalForm::functions, ProposalForm::withFunctions,
                row -> new FunctionItem(row.text("path"), row.text("name"), row.text("change"), row.whole("ilf"), row.whole("eif"), row.whole("ei"), row.whole("eo"),
                        row.whole("eq"), row.decimal("months"), row.money("amount"), row.text("reuse"), row.text("description")));
    }

    private static FormTable<DataItem> data() {
        return new FormTable<>("data",
                List.of(FormColumn.text("name", DataItem::name), FormColumn.of("needed", Kind.FLAG, DataItem::needed), FormColumn.text("fields", DataItem::fields),
                        FormColumn.text("shareType", DataItem::shareType), FormColumn.text("reason", DataItem::reason), FormColumn.text("cycle", DataItem::cycle),
                        FormColumn.text("grade", DataItem::grade)),
                ProposalForm::data, ProposalForm::withData, row -> new DataItem(row.text("name"), row.flag("needed"), row.text("fields"), row.text("shareType"),
                        row.text("reason"), row.text("cycle"), row.text("grade")));
    }

    private static FormTable<EstimateLine> estimate() {
        return new FormTable<>("estimate",
                List.of(FormColumn.needed("no", Kind.WHOLE, line -> line.no()), FormColumn.choice("code", false, "proposal.estimate.", EstimateCode.class, EstimateLine::code),
                        FormColumn.text("item", EstimateLine::item), FormColumn.text("specification", EstimateLine::specification),
                        FormColumn.of("quantity", Kind.DECIMAL, EstimateLine::quantity), FormColumn.text("unit", EstimateLine::unit),
                        FormColumn.of("unitPrice", Kind.MONEY, EstimateLine::unitPrice), FormColumn.of("factor", Kind.DECIMAL, EstimateLine::factor),
                        FormColumn.of("amount", Kind.MONEY, EstimateLine::amount), FormColumn.text("note", EstimateLine::note)),
                ProposalForm::estimate, ProposalForm::withEstimate,
                row -> new EstimateLine(row.whole("no"), row.choice("code", EstimateCode.class), row.text("item"), row.text("specification"), row.decimal("quantity"),
                        row.text("unit"), row.money("unitPrice"), row.decimal("factor"), row.money("amount"), row.text("note")));
    }

    private static FormTable<FundShare> funds() {
        return new FormTable<>("funds",
                List.of(FormColumn.needed("year", Kind.WHOLE, share -> share.year()), FormColumn.choice("kind", true, "proposal.fund.", FundKind.class, FundShare::kind),
                        FormColumn.needed("amount", Kind.MONEY, FundShare::amount), FormColumn.optional("documentNo", FundShare::documentNo)),
                ProposalForm::funds, ProposalForm::withFunds,
                row -> new FundShare(row.whole("year"), row.choice("kind", FundKind.class), row.money("amount"), row.text("documentNo")));
    }

    private static FormTable<Milestone> milestones() {
        return new FormTable<>("milestones", List.of(FormColumn.text("name", Milestone::name), FormColumn.of("date", Kind.DATE, Milestone::date)), ProposalForm::milestones,
                ProposalForm::withMilestones, row -> new Milestone(row.text("name"), (LocalDate) row.values().get("date")));
    }

    private static FormTable<Attachment> attachments() {
        return new FormTable<>("attachments",
                List.of(FormColumn.text("kind", Attachment::kind), FormColumn.text("fileName", Attachment::fileName), FormColumn.text("sha256", Attachment::sha256),
                        FormColumn.of("size", Kind.WHOLE, Attachment::size)),
                ProposalForm::attachments, ProposalForm::withAttachments,
                row -> new Attachment(row.text("kind"), row.text("fileName"), row.text("sha256"), row.count("size")));
    }

    /** The form with rows of these values in the place of its own. */
    ProposalForm put(ProposalForm form, List<Row> values) {
        return with.apply(form, values.stream().map(make).toList());
    }
}
