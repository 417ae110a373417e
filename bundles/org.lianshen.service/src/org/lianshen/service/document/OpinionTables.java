package org.lianshen.service.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.GoalIndicator;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.LineApproval;
import org.lianshen.service.document.OfficialPaper.Block.Table;
import org.lianshen.service.wording.Wording;

/** The tables of the opinion letter; amounts in 万元 with two decimals. */
final class OpinionTables {

    private final ProposalForm form;
    private final ActDetail.Decision decision;
    private final Wording wording;
    private final Map<String, String> values;

    OpinionTables(ProposalForm form, ActDetail.Decision decision, Wording wording, Map<String, String> values) {
        this.form = form;
        this.decision = decision;
        this.wording = wording;
        this.values = values;
    }

    /** 核定总投资 by line: what no line says of was approved as applied for. */
    Table estimate() {
        Map<Integer, LineApproval> approvals = decision.lines().stream().collect(Collectors.toMap(LineApproval::lineNo, line -> line, (first, second) -> first));
        List<List<String>> rows = new ArrayList<>();
        for (EstimateLine line : form.estimate()) {
            LineApproval approval = approvals.get(line.no());
            Money approved = approval == null ? line.amount() : approval.approved();
            Money cut = line.amount() == null || approved == null ? null : line.amount().minus(approved);
            rows.add(List.of(Integer.toString(line.no()), PaperTexts.text(line.item()), PaperTexts.wan(line.amount()), PaperTexts.wan(approved), PaperTexts.wan(cut),
                    approval == null ? "" : PaperTexts.text(approval.reason())));
        }
        rows.add(List.of("", PaperTexts.get("paper.minutes.total"), PaperTexts.wan(decision.applied()), PaperTexts.wan(decision.approved()),
                PaperTexts.wan(decision.applied().minus(decision.approved())), ""));
        return PaperParts.table("opinion", List.of("no", "item", "applied", "approved", "cut", "reason"), List.of(3, 12, 7, 7, 6, 10), rows);
    }

    /** 资金来源 and yearly split of what was approved: the years take what they planned until the approved sum is spent. */
    Table funds() {
        List<List<String>> rows = new ArrayList<>();
        Money left = decision.approved();
        for (FundShare share : form.funds().stream().sorted(Comparator.comparingInt(FundShare::year)).toList()) {
            Money given = share.amount().min(left);
            left = left.minus(given);
            rows.add(List.of(Integer.toString(share.year()), share.kind() == null ? "" : PaperTexts.get("form.fund." + share.kind().name()), share.amount().wanText(), given.wanText(),
                    PaperTexts.text(share.documentNo())));
        }
        rows.add(List.of("", PaperTexts.get("paper.minutes.total"), form.fundTotal().wanText(), decision.approved().minus(left).wanText(), ""));
        return PaperParts.table("opinion", List.of("year", "fund", "planned", "given", "document"), List.of(4, 10, 8, 8, 12), rows);
    }

    /** 关口: what the unit declared, and what is asked. */
    Table gates() {
        List<List<String>> rows = new ArrayList<>();
        gate(rows, "上云", ProposalField.ON_CLOUD, ProposalField.CLOUD_NAME, ProposalField.CLOUD_VCPU, ProposalField.CLOUD_MEMORY_GB, ProposalField.CLOUD_DISK_TB, ProposalField.CLOUD_EXCEPTION);
        gate(rows, "共享", ProposalField.SHARES_DATA, ProposalField.NOT_SHARED_REASON);
        gate(rows, "等保", ProposalField.PROTECTION_LEVEL, ProposalField.PROTECTION_FILING_NO);
        gate(rows, "密评", ProposalField.CIPHER_REQUIRED, ProposalField.CIPHER_CONCLUSION);
        gate(rows, "信创", ProposalField.DOMESTIC_CPU, ProposalField.DOMESTIC_OS, ProposalField.DOMESTIC_DATABASE, ProposalField.DOMESTIC_MIDDLEWARE, ProposalField.DOMESTIC_EXCEPTION);
        return PaperParts.table("opinion", List.of("gate", "declared", "demand"), List.of(4, 20, 18), rows);
    }

    private void gate(List<List<String>> rows, String name, ProposalField... fields) {
        List<String> declared = new ArrayList<>();
        for (ProposalField field : fields) {
            String value = PaperTexts.field(form, field);
            if (!value.isEmpty()) {
                String label = PaperTexts.get("proposal.field." + field.name());
                declared.add(PaperTexts.get("paper.label", label.startsWith(name) ? label.replaceFirst("^" + name + "：", "") : label) + value);
            }
        }
        if (name.equals("共享")) {
            List<String> shared = form.data().stream().filter(item -> !item.needed()).map(item -> PaperTexts.text(item.name())).filter(item -> !item.isEmpty()).toList();
            if (!shared.isEmpty()) {
                declared.add(PaperTexts.get("official.opinion.shared", shared.size(), PaperTexts.list(shared)));
            }
        }
        rows.add(List.of(name, declared.isEmpty() ? PaperTexts.get("official.opinion.notDeclared") : String.join("\n", declared), wording.line(name, values)));
    }

    /** Without the column of remarks where no function has any. */
    static Table functions(List<FunctionItem> functions) {
        boolean described = functions.stream().anyMatch(item -> !PaperTexts.blank(item.description()));
        List<List<String>> rows = functions.stream().map(item -> Stream.of(item.path(), item.name(), item.change(), item.description()).limit(described ? 4 : 3).map(PaperTexts::text).toList())
                .toList();
        return described ? PaperParts.table("opinion", List.of("path", "function", "change", "description"), List.of(4, 12, 5, 20), rows)
                : PaperParts.table("opinion", List.of("path", "function", "change"), List.of(5, 28, 8), rows);
    }

    static Table goals(List<GoalIndicator> goals) {
        return PaperParts.table("opinion", List.of("level1", "level2", "goal", "target"), List.of(8, 10, 14, 9),
                goals.stream().map(goal -> List.of(PaperTexts.text(goal.level1()), PaperTexts.text(goal.level2()), PaperTexts.text(goal.name()), target(goal))).toList());
    }

    /** ≥90%; 定性 words stand alone. */
    static String target(GoalIndicator goal) {
        String sign = Objects.equals(goal.sign(), "定性") ? "" : PaperTexts.text(goal.sign());
        return sign + PaperTexts.text(goal.target()) + PaperTexts.text(goal.unit());
    }
}
