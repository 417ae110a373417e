package org.lianshen.model.proposal;

import static org.lianshen.model.pack.Severity.E;
import static org.lianshen.model.pack.Severity.W;
import static org.lianshen.model.proposal.ProposalField.NATURE;
import static org.lianshen.model.proposal.ProposalField.PLANNED_END;
import static org.lianshen.model.proposal.ProposalField.PLANNED_START;
import static org.lianshen.model.proposal.ProposalField.PROJECT_NAME;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lianshen.model.Money;
import org.lianshen.model.pack.RulePack;

/** Name, class and nature, phone, dates, codes, and what makes a form a case for the secrecy offices. */
final class BasicsChecks {

    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 80;
    /** Mobile number, or a fixed line with or without area code and extension. */
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|(0\\d{2,3}-?)?\\d{7,8}(-\\d{1,6})?");
    /** Project codes of the national budget system (domain.md §4.3). */
    private static final Pattern BUDGET_CODE = Pattern.compile("[0-9A-Z]{21}");
    /** 不涉密, 非涉密, 不含涉密内容 … say the opposite. */
    private static final Pattern NOT_SECRET = Pattern.compile("[不非未无](含|属于|属|涉及)?涉密");
    private static final List<String> FIRST_PHASE = List.of("一期", "第一期");

    private BasicsChecks() {
    }

    static void check(ProposalForm form, RulePack pack, LocalDate today, Findings findings) {
        FormCheck.refusalToKeep(form).ifPresent(secret -> findings.field("secret", E, ProposalField.SECRET));
        secretWords(form, pack, findings);
        name(form, pack, findings);
        combination(form, findings);
        matches(form, ProposalField.PHONE, PHONE, "phone", E, findings);
        matches(form, ProposalField.BUDGET_PROJECT_CODE, BUDGET_CODE, "budgetCode", W, findings);
        dates(form, pack, today, findings);
        Money total = form.money(ProposalField.TOTAL_INVESTMENT);
        Money applied = form.money(ProposalField.THIS_YEAR_APPLIED);
        if (total != null && !total.isPositive()) {
            findings.field("totalZero", E, ProposalField.TOTAL_INVESTMENT);
        }
        if (total != null && applied != null && applied.moreThan(total)) {
            findings.field("yearAboveTotal", E, ProposalField.THIS_YEAR_APPLIED, applied, total);
        }
    }

    private static void matches(ProposalForm form, ProposalField field, Pattern pattern, String check, org.lianshen.model.pack.Severity severity,
            Findings findings) {
        String text = form.text(field);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            findings.field(check, severity, field, text);
        }
    }

    /** Words that secret papers carry: the answer to the question may be wrong. */
    private static void secretWords(ProposalForm form, RulePack pack, Findings findings) {
        for (ProposalField field : ProposalField.values()) {
            if (field.kind() == FieldKind.LINE || field.kind() == FieldKind.TEXT) {
                String text = NOT_SECRET.matcher(form.text(field)).replaceAll("");
                FormCheck.wordIn(text, pack.list("secret.words")).ifPresent(word -> findings.field("secretWord", W, field, word));
            }
        }
    }

    private static void name(ProposalForm form, RulePack pack, Findings findings) {
        String name = form.name();
        if (name.isEmpty()) {
            return;
        }
        int length = name.codePointCount(0, name.length());
        if (length < SHORTEST_NAME || length > LONGEST_NAME) {
            findings.field("nameLength", E, PROJECT_NAME, SHORTEST_NAME, LONGEST_NAME, length);
        }
        FormCheck.wordIn(name, pack.list("name.bannedWords")).ifPresent(word -> findings.field("bannedWord", W, PROJECT_NAME, word));
        var laterPhases = pack.list("match.phaseWords").stream().filter(word -> !FIRST_PHASE.contains(word)).toList();
        if (form.text(ProposalField.PREDECESSOR).isEmpty() && !FormCheck.isOf(form, Nature.CONTINUED, Nature.UPGRADE)) {
            FormCheck.wordIn(name, laterPhases).ifPresent(word -> findings.field("phase", E, ProposalField.PREDECESSOR, word));
        }
    }

    private static void combination(ProposalForm form, Findings findings) {
        boolean operationClass = FormCheck.isOf(form, ProjectClass.OPS);
        boolean operationNature = FormCheck.isOf(form, Nature.OPERATION);
        boolean bothGiven = !form.text(ProposalField.PROJECT_CLASS).isEmpty() && !form.text(NATURE).isEmpty();
        if (bothGiven && operationClass != operationNature) {
            findings.field("operationClass", E, NATURE);
        }
        if (bothGiven && FormCheck.isOf(form, ProjectClass.SVC) != FormCheck.isOf(form, Nature.SERVICE)) {
            findings.field("serviceClass", W, NATURE);
        }
    }

    private static void dates(ProposalForm form, RulePack pack, LocalDate today, Findings findings) {
        LocalDate start = form.date(PLANNED_START);
        LocalDate end = form.date(PLANNED_END);
        if (start != null && start.isBefore(today)) {
            findings.field("startPast", W, PLANNED_START, start);
        }
        if (start != null && end != null) {
            int most = pack.intParam("project.mostMonths");
            if (!end.isAfter(start)) {
                findings.field("dateOrder", E, PLANNED_END, start, end);
            } else if (end.isAfter(start.plusMonths(most))) {
                findings.field("tooLong", W, PLANNED_END, most);
            }
        }
        milestones(form, findings);
    }

    private static void milestones(ProposalForm form, Findings findings) {
        var dated = new ArrayList<Milestone>();
        for (int i = 0; i < form.milestones().size(); i++) {
            Milestone milestone = form.milestones().get(i);
            if (milestone.date() == null || milestone.name() == null || milestone.name().isBlank()) {
                findings.row("milestone", E, Section.ORGANISATION, "milestones", i);
            } else {
                if (!dated.isEmpty() && milestone.date().isBefore(dated.getLast().date())) {
                    findings.row("milestoneOrder", W, Section.ORGANISATION, "milestones", i, milestone.name(), dated.getLast().name());
                }
                dated.add(milestone);
            }
        }
    }
}
