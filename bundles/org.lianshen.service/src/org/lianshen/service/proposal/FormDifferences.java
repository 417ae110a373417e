package org.lianshen.service.proposal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.BasisDocument;
import org.lianshen.model.proposal.DataItem;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.GoalIndicator;
import org.lianshen.model.proposal.Milestone;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.ProposalService.Difference;

/** Differences between two forms: fields by name, rows by their key (line number, path, name), so that a row moved is no difference. */
public final class FormDifferences {

    private static final List<Table<?>> TABLES = List.of(
            new Table<>("basis", ProposalForm::basis, BasisDocument::title, new Columns<BasisDocument>()
                    .with("title", BasisDocument::title).with("issuer", BasisDocument::issuer).with("documentNo", BasisDocument::documentNo)
                    .with("clause", BasisDocument::clause).with("kind", BasisDocument::kind)),
            new Table<>("goals", ProposalForm::goals, GoalIndicator::name, new Columns<GoalIndicator>()
                    .with("level1", GoalIndicator::level1).with("level2", GoalIndicator::level2).with("name", GoalIndicator::name)
                    .with("sign", GoalIndicator::sign).with("target", GoalIndicator::target).with("unit", GoalIndicator::unit).with("weight", GoalIndicator::weight)),
            new Table<>("functions", ProposalForm::functions, FunctionItem::path, new Columns<FunctionItem>()
                    .with("name", FunctionItem::name).with("change", FunctionItem::change).with("ilf", FunctionItem::ilf).with("eif", FunctionItem::eif)
                    .with("ei", FunctionItem::ei).with("eo", FunctionItem::eo).with("eq", FunctionItem::eq).with("months", FunctionItem::months)
                    .with("amount", FunctionItem::amount).with("reuse", FunctionItem::reuse).with("description", FunctionItem::description)),
            new Table<>("data", ProposalForm::data, DataItem::name, new Columns<DataItem>()
                    .with("name", DataItem::name).with("needed", DataItem::needed).with("fields", DataItem::fields).with("shareType", DataItem::shareType)
                    .with("reason", DataItem::reason).with("cycle", DataItem::cycle).with("grade", DataItem::grade)),
            new Table<>("estimate", ProposalForm::estimate, line -> String.valueOf(line.no()), new Columns<EstimateLine>()
                    .with("code", EstimateLine::code).with("item", EstimateLine::item).with("specification", EstimateLine::specification)
                    .with("quantity", EstimateLine::quantity).with("unit", EstimateLine::unit).with("unitPrice", EstimateLine::unitPrice)
                    .with("factor", EstimateLine::factor).with("amount", EstimateLine::amount).with("note", EstimateLine::note)),
            new Table<>("funds", ProposalForm::funds, share -> share.year() + " " + share.kind(), new Columns<FundShare>()
                    .with("year", FundShare::year).with("kind", FundShare::kind).with("amount", FundShare::amount).with("documentNo", FundShare::documentNo)),
            new Table<>("milestones", ProposalForm::milestones, Milestone::name, new Columns<Milestone>()
                    .with("name", Milestone::name).with("date", Milestone::date)),
            new Table<>("attachments", ProposalForm::attachments, file -> file.kind() + " " + file.fileName(), new Columns<Attachment>()
                    .with("kind", Attachment::kind).with("fileName", Attachment::fileName).with("sha256", Attachment::sha256)));

    private FormDifferences() {
    }

    /** Oldest form first; empty where nothing differs. */
    public static List<Difference> between(ProposalForm older, ProposalForm newer) {
        var differences = new ArrayList<Difference>();
        for (ProposalField field : ProposalField.values()) {
            if (!older.text(field).equals(newer.text(field))) {
                differences.add(new Difference(field.name(), Message.of("proposal.field." + field.name()), older.text(field), newer.text(field)));
            }
        }
        TABLES.forEach(table -> table.compare(older, newer, differences));
        return differences;
    }

    /** Values of a row by column name, as text. */
    private record Columns<T>(Map<String, Function<T, ?>> values) {

        Columns() {
            this(new LinkedHashMap<>());
        }

        Columns<T> with(String name, Function<T, ?> value) {
            values.put(name, value);
            return this;
        }
    }

    private record Table<T>(String name, Function<ProposalForm, List<T>> rows, Function<T, String> key, Columns<T> columns) {

        void compare(ProposalForm older, ProposalForm newer, List<Difference> differences) {
            Map<String, T> before = byKey(older);
            Map<String, T> after = byKey(newer);
            var keys = new LinkedHashSet<>(before.keySet());
            keys.addAll(after.keySet());
            for (String each : keys) {
                columns.values().forEach((column, value) -> {
                    String old = text(before.get(each), value);
                    String changed = text(after.get(each), value);
                    if (!old.equals(changed)) {
                        differences.add(new Difference(name + "[" + each + "]." + column,
                                Message.of("form.place", Message.of("form.table." + name), each, Message.of("form.column." + column)), old, changed));
                    }
                });
            }
        }

        /** A second row of the same key gets a number behind it. */
        private Map<String, T> byKey(ProposalForm form) {
            var byKey = new LinkedHashMap<String, T>();
            for (T row : rows.apply(form)) {
                String plain = String.valueOf(key.apply(row));
                String unique = plain;
                for (int i = 2; byKey.containsKey(unique); i++) {
                    unique = plain + " #" + i;
                }
                byKey.put(unique, row);
            }
            return byKey;
        }

        private static <T> String text(T row, Function<T, ?> value) {
            Object shown = row == null ? null : value.apply(row);
            return switch (shown) {
                case null -> "";
                case Money money -> money.toString();
                case BigDecimal number -> number.stripTrailingZeros().toPlainString();
                default -> shown.toString();
            };
        }
    }
}
