package org.lianshen.model.linkage.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineKey;
import org.lianshen.model.linkage.PlainText;

/**
 * B33: payments of an item against its quotas, in the order of days: under a document number that the item's quotas do not have, before the quota was issued, or above
 * its balance. A quota counts from the day of its document, without a day from the start; refunds give back. Payments without a number are held against all quotas of
 * their year. Needs quota lines of the same item: without any, nothing is said.
 */
final class OverQuota implements Rule {

    @Override
    public String id() {
        return "B33";
    }

    @Override
    public Scope scope() {
        return Scope.ITEM;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        var done = new HashSet<String>();
        for (CheckedLine line : context.lines()) {
            if (line.it() && line.line().kind() == SheetKind.PAYMENT && done.add(LineKey.of(line.line()))) {
                judge(context, context.linesOfItem(line), found);
            }
        }
    }

    private void judge(CheckContext context, List<CheckedLine> item, Consumer<Finding> found) {
        List<CheckedLine> quotas = item.stream().filter(each -> each.line().kind() == SheetKind.QUOTA).toList();
        Set<String> numbers = new HashSet<>();
        quotas.forEach(quota -> numbers.add(number(quota)));
        numbers.remove("");
        if (quotas.isEmpty()) {
            return;
        }
        Map<String, List<CheckedLine>> pools = new LinkedHashMap<>();
        for (CheckedLine payment : item) {
            if (payment.line().kind() != SheetKind.PAYMENT) {
                continue;
            }
            String number = number(payment);
            if (number.isEmpty() || numbers.isEmpty()) {
                pools.computeIfAbsent("year " + payment.line().year(), none -> new ArrayList<>()).add(payment);
            } else if (numbers.contains(number)) {
                pools.computeIfAbsent(number, none -> new ArrayList<>()).add(payment);
            } else if (payment.line().year() == context.year() && payment.line().amount().isPositive()
                    && quotas.stream().anyMatch(quota -> quota.line().year() == context.year())) {
                found.accept(Report.at(context, id(), payment).keyed(number).show("amount", payment.line().amount())
                        .show("paidOn", payment.line().date(BudgetField.PAY_DATE)).show("documentNo", payment.line().text(BudgetField.DOCUMENT_NO))
                        .show("quotas", quotas.stream().map(OverQuota::told).toList())
                        .say("noQuota", payment.line().project(), payment.line().amount(), payment.line().text(BudgetField.DOCUMENT_NO)));
            }
        }
        pools.forEach((pool, payments) -> {
            List<CheckedLine> of = quotas.stream()
                    .filter(quota -> pool.startsWith("year ") ? pool.equals("year " + quota.line().year()) : number(quota).equals(pool)).toList();
            if (!of.isEmpty()) {
                balance(context, pool, of, payments, found);
            }
        });
    }

    /** Goes through quotas and payments day by day; on one day quotas come first. */
    private void balance(CheckContext context, String pool, List<CheckedLine> quotas, List<CheckedLine> payments, Consumer<Finding> found) {
        var course = new ArrayList<CheckedLine>(quotas);
        course.addAll(payments);
        course.sort(Comparator.comparing(OverQuota::day).thenComparing(each -> each.line().kind() == SheetKind.PAYMENT));
        Money issued = Money.ZERO;
        Money paid = Money.ZERO;
        CheckedLine first = null;
        Money paidThen = Money.ZERO;
        for (CheckedLine each : course) {
            if (each.line().kind() == SheetKind.QUOTA) {
                Money before = issued;
                issued = issued.plus(each.line().amount());
                if (first != null && !paid.moreThan(issued)) {
                    early(context, pool, first, each, before, paidThen, found);
                    first = null;
                }
                continue;
            }
            paid = paid.plus(each.line().amount());
            if (!paid.moreThan(issued)) {
                first = null;
            } else if (first == null && each.line().amount().isPositive()) {
                first = each;
                paidThen = paid;
            }
        }
        if (first != null && first.line().year() == context.year()) {
            Report report = Report.at(context, id(), first).keyed(pool).amounts(paid, issued).show("documentNo", first.line().text(BudgetField.DOCUMENT_NO))
                    .show("paidOn", first.line().date(BudgetField.PAY_DATE)).show("quotas", quotas.stream().map(OverQuota::told).toList())
                    .show("payments", payments.stream().map(OverQuota::told).toList()).show("quota", issued).show("paid", paid).show("excess", paid.minus(issued));
            payments.forEach(report::also);
            found.accept(report.say("over", first.line().project(), paid, issued, paid.minus(issued)));
        }
    }

    private void early(CheckContext context, String pool, CheckedLine payment, CheckedLine quota, Money issued, Money paid, Consumer<Finding> found) {
        LocalDate day = payment.line().date(BudgetField.PAY_DATE);
        LocalDate issuedOn = quota.line().date(BudgetField.DOCUMENT_DATE);
        if (payment.line().year() != context.year() || day == null || issuedOn == null) {
            return;
        }
        found.accept(Report.at(context, id(), payment).keyed(pool).keyed("early").also(quota).amounts(paid, issued).show("paidOn", day)
                .show("documentNo", quota.line().text(BudgetField.DOCUMENT_NO)).show("documentDate", issuedOn).show("paid", paid).show("quota", issued)
                .say("early", payment.line().project(), payment.line().amount(), day, quota.line().text(BudgetField.DOCUMENT_NO), issuedOn));
    }

    private static LocalDate day(CheckedLine each) {
        LocalDate day = each.line().date(each.line().kind() == SheetKind.QUOTA ? BudgetField.DOCUMENT_DATE : BudgetField.PAY_DATE);
        return day != null ? day : each.line().kind() == SheetKind.QUOTA ? LocalDate.MIN : LocalDate.MAX;
    }

    private static String number(CheckedLine each) {
        return PlainText.folded(each.line().text(BudgetField.DOCUMENT_NO));
    }

    private static String told(CheckedLine each) {
        LocalDate day = each.line().date(each.line().kind() == SheetKind.QUOTA ? BudgetField.DOCUMENT_DATE : BudgetField.PAY_DATE);
        return String.join(" ", Report.place(each.line()), each.line().text(BudgetField.DOCUMENT_NO), day == null ? "" : day.toString(), each.line().amount().toString())
                .replaceAll(" +", " ");
    }
}
