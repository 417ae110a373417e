package org.lianshen.rulepacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.Expertise;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.proposal.BasisDocument;
import org.lianshen.model.proposal.DataItem;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.GoalIndicator;
import org.lianshen.model.proposal.Milestone;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.service.demo.SampleData;
import org.lianshen.service.demo.SampleSource;
import org.osgi.service.component.annotations.Component;

/** Reads the sample data that the product ships ({@code sample/sample.json}). A fault in it is a fault of the program. */
@Component(service = SampleSource.class)
public final class Samples implements SampleSource {

    @Override
    public SampleData read() {
        JsonNode root;
        try (var in = Samples.class.getResourceAsStream("sample/sample.json")) {
            root = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("sample/sample.json", e);
        }
        return new SampleData(root.path("about").asText(), list(root.path("ledger"), Samples::ledgerRow),
                list(root.path("ledger"), row -> row.path("source").asText()), root.path("budgetYear").asInt(),
                list(root.path("budget"), row -> texts(row, BudgetField.class)), list(root.path("budgetBefore"), row -> texts(row, BudgetField.class)),
                list(root.path("payments"), row -> texts(row, BudgetField.class)),
                form(root.path("proposal")), opinions(root.path("opinions")), decision(root.path("decision")), list(root.path("appraisals"), Samples::scored), list(root.path("experts"), Samples::expert));
    }

    /** An invented person of an invented unit. */
    private static Expert expert(JsonNode row) {
        var fields = EnumSet.noneOf(Expertise.class);
        row.path("fields").forEach(field -> fields.add(Expertise.valueOf(field.textValue())));
        return new Expert(null, "", row.path("name").textValue(), row.path("unit").textValue(), List.of(), row.path("title").textValue(), fields, "", "", "", true, "", null, "", 0);
    }

    private static Map<LedgerColumn, String> ledgerRow(JsonNode row) {
        return texts(((com.fasterxml.jackson.databind.node.ObjectNode) row).deepCopy().without("source"), LedgerColumn.class);
    }

    private static ProposalForm form(JsonNode form) {
        return ProposalForm.EMPTY.withFields(texts(form.path("fields"), ProposalField.class))
                .withBasis(list(form.path("basis"), row -> new BasisDocument(text(row, "title"), text(row, "issuer"), text(row, "documentNo"), text(row, "clause"), text(row, "kind"))))
                .withGoals(list(form.path("goals"), row -> new GoalIndicator(text(row, "level1"), text(row, "level2"), text(row, "name"), text(row, "sign"), text(row, "target"), text(row, "unit"), number(row, "weight"))))
                .withFunctions(list(form.path("functions"), row -> new FunctionItem(text(row, "path"), text(row, "name"), text(row, "change"), null, null, null, null, null, number(row, "months"), money(row, "amount"), null, text(row, "description"))))
                .withData(list(form.path("data"), row -> new DataItem(text(row, "name"), row.path("needed").asBoolean(), text(row, "fields"), text(row, "shareType"), text(row, "reason"), text(row, "cycle"), text(row, "grade"))))
                .withEstimate(list(form.path("estimate"), row -> new EstimateLine(row.path("no").asInt(), EstimateCode.valueOf(text(row, "code")), text(row, "item"), text(row, "specification"), number(row, "quantity"), text(row, "unit"), money(row, "unitPrice"), BigDecimal.ONE, money(row, "amount"), text(row, "note"))))
                .withFunds(list(form.path("funds"), row -> new FundShare(row.path("year").asInt(), FundKind.valueOf(text(row, "kind")), money(row, "amount"), null)))
                .withMilestones(list(form.path("milestones"), row -> new Milestone(text(row, "name"), LocalDate.parse(text(row, "date")))));
    }

    private static Map<String, SampleData.Opinion> opinions(JsonNode opinions) {
        var byBody = new TreeMap<String, SampleData.Opinion>();
        opinions.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            Map<String, String> failed = value.path("failed").properties().stream().collect(Collectors.toMap(Map.Entry::getKey, item -> item.getValue().asText()));
            List<Cut> cuts = list(value.path("cuts"), cut -> new Cut(cut.path("lineNo").asInt(), money(cut, "amount"), text(cut, "reason")));
            byBody.put(entry.getKey(), new SampleData.Opinion(Overall.valueOf(text(value, "overall")), text(value, "signer"), text(value, "remark"), failed, cuts));
        });
        return byBody;
    }

    private static SampleData.Decision decision(JsonNode decision) {
        Map<Integer, Money> lines = decision.path("lines").properties().stream()
                .collect(Collectors.toMap(line -> Integer.valueOf(line.getKey()), line -> Money.parseYuan(line.getValue().asText()), (a, b) -> a, TreeMap::new));
        return new SampleData.Decision(money(decision, "approved"), lines, text(decision, "discussion"), text(decision, "requirements"));
    }

    private static SampleData.Scored scored(JsonNode node) {
        JsonNode execution = node.path("execution");
        List<IndicatorValue> rows = list(node.path("rows"), row -> new IndicatorValue(text(row, "level1"), text(row, "level2"), text(row, "level3"),
                Formula.valueOf(text(row, "formula")), text(row, "target"), text(row, "actual"), text(row, "unit"), number(row, "weight"), null, text(row, "reason")));
        return new SampleData.Scored(text(node, "reviewNo"), node.path("year").asInt(),
                new Execution(money(execution, "initial"), money(execution, "budget"), money(execution, "executed")), text(node, "goal"), text(node, "achieved"), rows);
    }

    private static <E extends Enum<E>> Map<E, String> texts(JsonNode row, Class<E> keys) {
        var values = new EnumMap<E, String>(keys);
        row.properties().forEach(entry -> values.put(Enum.valueOf(keys, entry.getKey()), entry.getValue().asText()));
        return values;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        var items = new ArrayList<T>();
        array.forEach(node -> items.add(reader.apply(node)));
        return List.copyOf(items);
    }

    private static String text(JsonNode row, String name) {
        return row.path(name).asText("");
    }

    private static BigDecimal number(JsonNode row, String name) {
        return row.hasNonNull(name) ? new BigDecimal(row.get(name).asText()) : null;
    }

    private static Money money(JsonNode row, String name) {
        return row.hasNonNull(name) ? Money.parseYuan(row.get(name).asText()) : null;
    }
}
