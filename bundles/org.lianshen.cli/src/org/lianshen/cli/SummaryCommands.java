package org.lianshen.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.ceiling.CeilingPlan;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.model.pool.PoolLot;
import org.lianshen.model.summary.CutRow;
import org.lianshen.model.summary.DepartmentRow;
import org.lianshen.model.summary.Sums;
import org.lianshen.service.Session;
import org.lianshen.service.SummaryService;
import picocli.CommandLine;

/** What a year comes to: sums and cuts, the pool under its ceiling, operation for joint purchase, prices seen. */
final class SummaryCommands {

    private SummaryCommands() {
    }

    private abstract static class OfYear implements Callable<Integer> {

        final Run run;

        @CommandLine.Option(names = "--year", paramLabel = "Y", required = true)
        int year;

        OfYear(Run run) {
            this.run = run;
        }

        /** Says to which file something was written. */
        final void written(Path file) {
            run.say("cli.written", file.toString());
        }
    }

    @CommandLine.Command(name = "summary", description = "a year by department and class, unreviewed lines, cuts, rectification, operation by year  汇总")
    static final class Summary extends OfYear {

        @CommandLine.Parameters(paramLabel = "FILE", arity = "0..1", description = ".xlsx, or .csv for the departments alone")
        Path file;

        Summary(Run run) {
            super(run);
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                var summary = session.summaries().summary(year);
                if (file != null) {
                    session.summaries().exportSummary(year, file);
                    written(file);
                }
                Sums all = summary.total();
                run.say("cli.summary", Integer.toString(year), all.lines(), all.total().wanText(), all.reviewed().wanText(), all.suspect().wanText(), all.unreviewed().wanText(), all.blocked().wanText());
                run.say("cli.summaryCuts", summary.cut(CutRow.Stage.REVIEW).wanText(), summary.cut(CutRow.Stage.BUDGET).wanText());
                var json = Json.object().put("year", year).put("checked", summary.checked());
                var departments = json.putArray("departments");
                for (DepartmentRow row : summary.departments()) {
                    Sums sums = row.sums();
                    departments.addObject().put("department", row.department()).put("unit", row.unit()).put("lines", sums.lines()).put("total", sums.total().toString())
                            .put("reviewed", sums.reviewed().toString()).put("suspect", sums.suspect().toString()).put("unreviewed", sums.unreviewed().toString())
                            .put("operations", sums.operations().toString()).put("lastYear", sums.lastYear().toString()).put("blockedLines", sums.blockedLines())
                            .put("blocked", sums.blocked().toString()).put("blocking", sums.blocking()).put("warnings", sums.warnings());
                }
                var operations = json.putArray("operations");
                summary.operations().forEach(each -> operations.addObject().put("year", each.year()).put("lines", each.lines()).put("total", each.total().toString()));
                var cuts = json.putArray("cuts");
                summary.cuts().forEach(cut -> cuts.addObject().put("stage", cut.stage().name().toLowerCase(java.util.Locale.ROOT)).put("unit", cut.unit()).put("project", cut.name())
                        .put("reviewNo", cut.reviewNo()).put("asked", cut.asked().toString()).put("allowed", cut.allowed().toString()).put("cut", cut.cut().toString()));
                run.result(json);
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "ceiling", description = "which approved projects fit into the annual IT pool, and which fall out  总额模拟")
    static final class Ceiling extends OfYear {

        @CommandLine.Option(names = "--amount", paramLabel = "YUAN", description = "the pool; else the one kept for the year or that of the rule pack")
        BigDecimal amount;
        @CommandLine.Option(names = "--keep", description = "keeps the amount as the pool of the year")
        boolean keep;
        @CommandLine.Option(names = "--fill-gaps", description = "after one that does not fit, later ones that do come in")
        boolean fillGaps;
        @CommandLine.Option(names = "--in", paramLabel = "NO", description = "pins a project in; needs --reason")
        String in;
        @CommandLine.Option(names = "--exclude", paramLabel = "NO", description = "leaves a project out; needs --reason")
        String exclude;
        @CommandLine.Option(names = "--free", paramLabel = "NO", description = "takes such a word back")
        String free;
        @CommandLine.Option(names = "--reason", paramLabel = "TEXT")
        String reason;
        @CommandLine.Parameters(paramLabel = "FILE", arity = "0..1", description = ".xlsx or .csv")
        Path file;

        Ceiling(Run run) {
            super(run);
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                pin(session, in, Pin.Kind.IN);
                pin(session, exclude, Pin.Kind.OUT);
                pin(session, free, Pin.Kind.FREE);
                Money typed = money();
                if (keep && typed != null) {
                    session.summaries().setCeiling(year, typed);
                }
                SummaryService.Pool pool = session.summaries().ceiling(year);
                Money ceiling = typed == null ? pool.amount() : typed;
                if (ceiling == null) {
                    throw UserProblem.of("cli.noCeiling", Integer.toString(year));
                }
                CeilingPlan plan = pool.plan(ceiling, fillGaps);
                if (file != null) {
                    session.summaries().exportCeiling(year, plan, file);
                    written(file);
                }
                run.result(json(pool, plan));
                for (CeilingPlan.Row row : plan.rows()) {
                    run.say("cli.ceilingRow", row.rank(), run.text("summary.outcome." + row.outcome().name()), row.candidate().amount().wanText(), row.candidate().name(),
                            run.text("summary.priority." + row.candidate().priority().name()));
                    row.candidate().forbidden().forEach(finding -> run.say("cli.ceilingForbidden", finding.rule(), finding.message()));
                }
                if (!pool.checked()) {
                    run.say("cli.ceilingUnchecked", Integer.toString(year));
                }
                run.say("cli.ceiling", plan.ceiling().wanText(), plan.in().size(), plan.given().wanText(), plan.left().wanText(), plan.out().size(), plan.waiting().wanText(), pool.unreviewed().wanText(),
                        plan.forbidden().size(), plan.withheld().wanText());
                return plan.forbidden().isEmpty() && plan.out().stream().allMatch(row -> row.outcome() == CeilingPlan.Outcome.EXCLUDED) ? Exit.OK : Exit.SHORT;
            });
        }

        private Money money() {
            try {
                Money typed = amount == null ? null : Money.ofYuan(amount);
                if (typed != null && typed.isNegative()) {
                    throw UserProblem.of("summary.negative");
                }
                return typed;
            } catch (ArithmeticException notAnAmount) {
                throw UserProblem.because(notAnAmount, "cli.notAnAmount", amount.toPlainString());
            }
        }

        private void pin(Session session, String no, Pin.Kind kind) {
            if (no != null) {
                var project = session.ledger().projects(session.today()).stream().filter(each -> no.equals(each.reviewNo())).findFirst().orElseThrow(() -> UserProblem.of("linkage.noProject"));
                session.summaries().pin(year, project.id(), kind, reason);
            }
        }

        private com.fasterxml.jackson.databind.JsonNode json(SummaryService.Pool pool, CeilingPlan plan) {
            var json = Json.object().put("year", year).put("ceiling", plan.ceiling().toString()).put("gapsFilled", plan.gapsFilled()).put("given", plan.given().toString())
                    .put("left", plan.left().toString()).put("waiting", plan.waiting().toString()).put("forbidden", plan.withheld().toString()).put("unreviewed", pool.unreviewed().toString()).put("checked", pool.checked());
            var rows = json.putArray("projects");
            for (CeilingPlan.Row row : plan.rows()) {
                var one = rows.addObject().put("rank", row.rank()).put("project", row.candidate().project().toString()).put("reviewNo", row.candidate().reviewNo()).put("name", row.candidate().name())
                    .put("unit", row.candidate().unit()).put("amount", row.candidate().amount().toString()).put("priority", row.candidate().priority().name().toLowerCase(java.util.Locale.ROOT))
                    .put("in", row.outcome().in()).put("outcome", row.outcome().name()).put("sum", row.sum().toString()).put("reason", row.pin() == null ? null : row.pin().reason());
                var findings = one.putArray("findings");
                row.candidate().forbidden().forEach(finding -> findings.addObject().put("rule", finding.rule()).put("key", finding.key()).put("message", run.texts().format(finding.message())));
            }
            return json;
        }
    }

    @CommandLine.Command(name = "pool", description = "operation lines by category, for joint purchase  集约运维")
    static final class Pool extends OfYear {

        @CommandLine.Parameters(paramLabel = "FILE", arity = "0..1", description = ".xlsx, or .csv for the lots alone")
        Path file;

        Pool(Run run) {
            super(run);
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                var lots = session.summaries().lots(year);
                if (file != null) {
                    session.summaries().exportLots(year, file);
                    written(file);
                }
                var json = Json.object().put("year", year);
                var all = json.putArray("lots");
                for (PoolLot lot : lots) {
                    run.say("cli.lot", lot.category(), lot.units(), lot.lines().size(), lot.total().wanText(), lot.least().wanText(), lot.median().wanText(), lot.most().wanText());
                    var one = all.addObject().put("category", lot.category()).put("units", lot.units()).put("lines", lot.lines().size()).put("alone", lot.alone().size()).put("total", lot.total().toString())
                            .put("least", lot.least().toString()).put("median", lot.median().toString()).put("most", lot.most().toString()).put("suggested", lot.suggested());
                    var items = one.putArray("items");
                    lot.items().forEach(item -> items.addObject().put("item", item.item()).put("lines", item.lines().size()).put("least", item.least().toString()).put("median", item.median().toString())
                            .put("most", item.most().toString()));
                }
                run.say("cli.lots", Integer.toString(year), lots.size());
                run.result(json);
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "prices", description = "unit prices seen in estimates and budgets  单价记忆")
    static final class Prices implements Callable<Integer> {

        private final Run run;

        @CommandLine.Option(names = "--item", paramLabel = "WORDS", description = "only items whose name holds these words")
        String item = "";
        @CommandLine.Parameters(paramLabel = "FILE", arity = "0..1", description = ".xlsx, or .csv for the series alone")
        Path file;

        Prices(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                var found = new org.lianshen.model.price.PriceMemory(session.summaries().prices().search(item));
                var allowed = session.pack().ratio("estimate.priceDeviation");
                if (file != null) {
                    session.summaries().exportPrices(found, file);
                    run.say("cli.written", file.toString());
                }
                var json = Json.object();
                var all = json.putArray("items");
                found.series().forEach(one -> {
                    run.say("cli.price", one.shown(), one.measure(), one.prices().size(), one.least().yuanText(), one.median().yuanText(), one.most().yuanText(), one.deviating(allowed));
                    all.addObject().put("item", one.shown()).put("measure", one.measure()).put("prices", one.prices().size()).put("least", one.least().toString()).put("median", one.median().toString())
                            .put("most", one.most().toString()).put("deviating", one.deviating(allowed));
                });
                run.result(json);
                return Exit.OK;
            });
        }
    }
}
