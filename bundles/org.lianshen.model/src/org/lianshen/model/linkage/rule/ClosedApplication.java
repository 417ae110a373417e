package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;

/**
 * B29: the ledger marks the application 关, 停 or 并, and operation is asked for beyond the months of winding down. A decision without a date has no such months; where
 * they end inside the year, the part up to then is a warning.
 */
final class ClosedApplication implements Rule {

    private static final Pattern DATE = Pattern.compile("(20\\d\\d)[-年./](\\d{1,2})[-月./](\\d{1,2})");

    @Override
    public String id() {
        return "B29";
    }

    @Override
    public Scope scope() {
        return Scope.LINE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        int months = context.pack().intParam("ops.windDownMonths");
        for (CheckedLine line : context.lines()) {
            if (!line.it() || !line.operations() || !line.line().amount().isPositive()) {
                continue;
            }
            for (LedgerProject project : context.concerned(line)) {
                String disposal = project.more(LedgerColumn.DISPOSAL);
                if (closed(disposal)) {
                    judge(context, line, project, disposal, months, found);
                }
            }
        }
    }

    private void judge(CheckContext context, CheckedLine line, LedgerProject project, String disposal, int months, Consumer<Finding> found) {
        Report report = Report.at(context, id(), line).project(project).showProject().show("disposal", disposal).show("amount", line.line().amount());
        LocalDate decided = date(disposal);
        if (decided == null) {
            found.accept(report.say("closed", line.line().project(), project.name(), disposal, line.line().amount()));
            return;
        }
        LocalDate last = decided.plusMonths(months);
        report.show("windDownUntil", last);
        if (last.getYear() < line.line().year()) {
            found.accept(report.say("after", line.line().project(), project.name(), disposal, line.line().amount(), last));
        } else if (last.getYear() == line.line().year() && last.isBefore(LocalDate.of(last.getYear(), 12, 31))) {
            found.accept(report.lighter().say("partly", line.line().project(), project.name(), disposal, line.line().amount(), last));
        }
    }

    private static boolean closed(String disposal) {
        return disposal.chars().anyMatch(c -> "关停并".indexOf(c) >= 0) && disposal.chars().noneMatch(c -> "不未否".indexOf(c) >= 0);
    }

    private static LocalDate date(String disposal) {
        Matcher matcher = DATE.matcher(disposal);
        try {
            return matcher.find() ? LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))) : null;
        } catch (java.time.DateTimeException noSuchDay) {
            return null;
        }
    }
}
