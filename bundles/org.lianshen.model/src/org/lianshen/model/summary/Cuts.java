package org.lianshen.model.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.LineApproval;

/** What the review and the linkage check take off (核减汇总). */
final class Cuts {

    private final CheckInput input;
    /** Of the year, by id. */
    private final Map<UUID, CheckedLine> lines = new LinkedHashMap<>();
    private final BiFunction<String, String, String> department;

    /** @param department of a unit, with what the sheet says of it */
    Cuts(CheckInput input, List<CheckedLine> ofYear, BiFunction<String, String, String> department) {
        this.input = input;
        ofYear.forEach(line -> lines.put(line.line().id(), line));
        this.department = department;
    }

    List<CutRow> rows(List<Finding> findings) {
        List<CutRow> rows = new ArrayList<>(reviewed());
        rows.addAll(budgeted(findings));
        return rows;
    }

    /** Projects decided for this budget: approved in the year or the one before, or asking for money in it. */
    private List<CutRow> reviewed() {
        Set<UUID> asking = new HashSet<>();
        lines.values().stream().filter(line -> line.project() != null).forEach(line -> asking.add(line.project().id()));
        List<CutRow> rows = new ArrayList<>();
        for (LedgerProject project : input.projects()) {
            boolean concerned = asking.contains(project.id()) || near(project.approvedOn() == null ? project.year() : project.approvedOn().getYear());
            if (concerned && project.state().decidedFor() && project.applied() != null && project.approved() != null && project.applied().moreThan(project.approved())) {
                rows.add(new CutRow(CutRow.Stage.REVIEW, department.apply(project.unit(), project.department()), project.unit(), project.name(), project.reviewNo(), project.id(), null, project.applied(),
                        project.approved(), reasons(input.dossiers().get(project.id()))));
            }
        }
        rows.sort(Comparator.comparing(CutRow::cut).reversed().thenComparing(CutRow::name));
        return rows;
    }

    private boolean near(int year) {
        return year == input.year() || year == input.year() - 1;
    }

    private static List<CutRow.Reason> reasons(Dossier dossier) {
        if (dossier == null || dossier.review().decision() == null) {
            return List.of();
        }
        List<CutRow.Reason> reasons = new ArrayList<>();
        for (LineApproval approval : dossier.review().decision().lines()) {
            EstimateLine line = dossier.form().estimate().stream().filter(each -> each.no() == approval.lineNo()).findFirst().orElse(null);
            if (line != null && line.amount() != null && line.amount().moreThan(approval.approved())) {
                reasons.add(new CutRow.Reason(line.item(), line.amount().minus(approval.approved()), approval.reason() == null ? "" : approval.reason()));
            }
        }
        return reasons;
    }

    /** Every line once: a line that may not be budgeted at all counts whole, else what findings about its project say is too much. */
    private List<CutRow> budgeted(List<Finding> findings) {
        Map<UUID, List<CutRow.Reason>> whole = new LinkedHashMap<>();
        Map<UUID, CutRow> excess = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.severity() != Severity.E || finding.lines().isEmpty()) {
                continue;
            }
            CheckedLine line = lines.get(finding.lines().getFirst());
            if (line == null) {
                continue;
            }
            var reason = new CutRow.Reason(finding.rule(), finding.difference(), "");
            boolean partly = finding.difference() != null && finding.difference().isPositive() && finding.approved() != null && finding.approved().isPositive();
            if (partly) {
                excess.merge(line.line().id(), row(line, finding.amount(), finding.approved(), List.of(reason)), Cuts::larger);
            } else {
                whole.computeIfAbsent(line.line().id(), id -> new ArrayList<>()).add(reason);
            }
        }
        Map<UUID, CutRow> rows = new HashMap<>();
        excess.forEach((id, row) -> rows.put(id, row));
        whole.forEach((id, reasons) -> rows.put(id, row(lines.get(id), lines.get(id).line().amount(), Money.ZERO, reasons)));
        return lines.keySet().stream().filter(rows::containsKey).map(rows::get).filter(row -> row.cut().isPositive()).toList();
    }

    private static CutRow larger(CutRow one, CutRow other) {
        return other.cut().moreThan(one.cut()) ? other : one;
    }

    private CutRow row(CheckedLine line, Money asked, Money allowed, List<CutRow.Reason> reasons) {
        LedgerProject project = line.project();
        String unit = line.line().unit();
        return new CutRow(CutRow.Stage.BUDGET, department.apply(unit, line.line().text(org.lianshen.model.budget.BudgetField.DEPARTMENT_NAME)), unit, line.line().project(),
                project == null ? null : project.reviewNo(), project == null ? null : project.id(), line.line().id(), asked, allowed, reasons);
    }
}
