package org.lianshen.model.proposal;

import static org.lianshen.model.pack.Severity.E;
import static org.lianshen.model.pack.Severity.W;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.lianshen.model.pack.RulePack;

/** Basis documents, performance goals, functions, data items. */
final class TableChecks {

    /** 某政发〔2026〕5号: six-cornered brackets, whole year; or an order, 国务院令第711号, which has no year. */
    private static final Pattern DOCUMENT_NO = Pattern.compile(".+〔\\d{4}〕\\d+号|.+令第 ?\\d+ ?号");
    private static final BigDecimal GOAL_WEIGHTS = new BigDecimal(90);
    private static final List<String> OUTPUTS = List.of("数量", "质量", "时效", "成本");

    private TableChecks() {
    }

    static void check(ProposalForm form, RulePack pack, Findings findings) {
        basis(form, findings);
        goals(form, findings);
        functions(form, pack, findings);
        data(form, findings);
    }

    private static void basis(ProposalForm form, Findings findings) {
        if (form.basis().isEmpty()) {
            findings.table("basisNone", E, Section.BASIS, "basis");
        }
        for (int i = 0; i < form.basis().size(); i++) {
            BasisDocument row = form.basis().get(i);
            if (blank(row.title())) {
                findings.row("basisTitle", E, Section.BASIS, "basis", i);
            }
            if (!blank(row.documentNo()) && !DOCUMENT_NO.matcher(row.documentNo()).matches()) {
                findings.row("documentNo", W, Section.BASIS, "basis", i, row.documentNo());
            }
        }
    }

    private static void goals(ProposalForm form, Findings findings) {
        List<String> lacking = OUTPUTS.stream().filter(kind -> !hasGoal(form, kind)).toList();
        if (!lacking.isEmpty()) {
            findings.table("goalOutput", E, Section.GOALS, "goals", lacking);
        }
        if (!hasGoal(form, "效益")) {
            findings.table("goalBenefit", E, Section.GOALS, "goals");
        }
        if (!hasGoal(form, "满意")) {
            findings.table("goalSatisfaction", E, Section.GOALS, "goals");
        }
        for (int i = 0; i < form.goals().size(); i++) {
            GoalIndicator row = form.goals().get(i);
            if (blank(row.name()) || blank(row.target()) || row.weight() == null || row.weight().signum() <= 0) {
                findings.row("goalRow", E, Section.GOALS, "goals", i);
            }
        }
        BigDecimal weights = form.goals().stream().map(GoalIndicator::weight).filter(weight -> weight != null).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!form.goals().isEmpty() && weights.compareTo(GOAL_WEIGHTS) != 0) {
            findings.table("goalWeights", E, Section.GOALS, "goals", GOAL_WEIGHTS.toPlainString(), weights.stripTrailingZeros().toPlainString());
        }
    }

    private static boolean hasGoal(ProposalForm form, String kind) {
        return form.goals().stream().anyMatch(row -> (row.level1() + row.level2()).contains(kind));
    }

    private static void functions(ProposalForm form, RulePack pack, Findings findings) {
        if (form.functions().isEmpty() && FormCheck.isOf(form, ProjectClass.CROSS, ProjectClass.APP, ProjectClass.DATA, ProjectClass.AI)) {
            findings.table("functionsNone", W, Section.CONTENT, "functions");
        }
        int most = pack.intParam("estimate.functionMostMonths");
        var paths = new HashSet<String>();
        for (int i = 0; i < form.functions().size(); i++) {
            FunctionItem row = form.functions().get(i);
            if (blank(row.name())) {
                findings.row("functionName", E, Section.CONTENT, "functions", i);
            } else {
                int index = i;
                FormCheck.wordIn(row.name(), pack.list("build.unified")).ifPresent(word -> findings.row("V05", W, Section.CONTENT, "functions", index, row.name(), word));
            }
            if (!blank(row.path()) && !paths.add(row.path())) {
                findings.row("functionPath", W, Section.CONTENT, "functions", i, row.path());
            }
            if (row.months() != null && row.months().compareTo(BigDecimal.valueOf(most)) > 0) {
                findings.row("functionMonths", W, Section.CONTENT, "functions", i, row.months().toPlainString(), most);
            }
        }
    }

    private static void data(ProposalForm form, Findings findings) {
        boolean brings = form.data().stream().anyMatch(item -> !item.needed());
        if (!brings && FormCheck.isOf(form, ProjectClass.DATA)) {
            findings.table("dataCatalogue", E, Section.GATES, "data");
        } else if (!brings && form.yes(ProposalField.SHARES_DATA)) {
            findings.table("dataNone", W, Section.GATES, "data");
        }
        for (int i = 0; i < form.data().size(); i++) {
            DataItem row = form.data().get(i);
            if (blank(row.name())) {
                findings.row("dataName", E, Section.GATES, "data", i);
            } else if (row.shareType() != null && row.shareType().startsWith("不予") && blank(row.reason())) {
                findings.row("dataReason", E, Section.GATES, "data", i, row.name());
            }
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
