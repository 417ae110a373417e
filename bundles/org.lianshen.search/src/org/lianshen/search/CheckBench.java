package org.lianshen.search;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.ItVerdict;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.LinkageCheck;
import org.lianshen.model.linkage.LinkageSession;
import org.lianshen.model.linkage.OfficerWords;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.bench.Bench;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.similarity.SimilarityIndex;
import org.lianshen.service.similarity.SimilarityIndex.Entry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The linkage check over a generated year of budget lines: seconds and quality of links, beside plain equality and Lucene's default scoring over the same lines in the
 * same run. Arguments: lines, projects, seed, rounds of the check (the first is cold); 100000 20000 20261121 3 if left out.
 */
@Component(service = Bench.class)
public final class CheckBench implements Bench {

    private static final int CHANGES = 200;
    private static final LocalDate AS_OF = LocalDate.of(2025, 11, 20);

    private final RulePacks packs;

    @Activate
    public CheckBench(@Reference RulePacks packs) {
        this.packs = packs;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public boolean run(List<String> args, PrintStream out) {
        int lines = number(args, 0, 100_000);
        int projects = number(args, 1, 20_000);
        int seed = number(args, 2, 20_261_121);
        int rounds = number(args, 3, 3);
        var budget = new GeneratedBudget(seed, projects, lines);
        RulePack pack = packs.of("huzhou", AS_OF);
        Runtime machine = Runtime.getRuntime();
        out.printf("%d lines, %d projects, seed %d, %d processors, at most %d MB%n", lines, projects, seed, machine.availableProcessors(), machine.maxMemory() >> 20);
        for (int round = 1; round <= rounds; round++) {
            check(budget, pack, out);
        }
        changes(budget, pack, out);
        equality(budget, out);
        lucene(budget, out);
        return true;
    }

    private static int number(List<String> args, int at, int otherwise) {
        return args.size() > at ? Integer.parseInt(args.get(at)) : otherwise;
    }

    private static CheckInput input(GeneratedBudget budget, RulePack pack) {
        return new CheckInput(GeneratedBudget.YEAR, AS_OF, pack, budget.lines(), List.of(), budget.projects(), Map.of(), OfficerWords.NONE, List.of(), List.of());
    }

    private static void check(GeneratedBudget budget, RulePack pack, PrintStream out) {
        CheckInput input = input(budget, pack);
        double cpu = processors();
        long start = System.nanoTime();
        LinkageCheck.Outcome outcome = LinkageCheck.run(input, done -> {
        });
        double seconds = seconds(start);
        cpu = processors() - cpu;
        int right = 0;
        int wrong = 0;
        int proposedRight = 0;
        int proposedWrong = 0;
        int it = 0;
        for (LineResult result : outcome.lines()) {
            UUID truth = budget.truth().get(result.line());
            it += result.it().answer() == ItVerdict.Answer.NO ? 0 : 1;
            if (result.verdict() == LineVerdict.REVIEWED) {
                right += result.project().equals(truth) ? 1 : 0;
                wrong += result.project().equals(truth) ? 0 : 1;
            } else if (result.verdict() == LineVerdict.SUSPECT) {
                proposedRight += result.project().equals(truth) ? 1 : 0;
                proposedWrong += result.project().equals(truth) ? 0 : 1;
            }
        }
        out.printf("check     %6.2f s (%.2f of the processors), %d findings, %d IT lines, %d with a true project: %d linked right, %d wrong; %d proposed right, %d wrong%n", seconds, cpu,
                outcome.findings().size(), it, budget.truth().size(), right, wrong, proposedRight, proposedWrong);
    }

    /** One line after another gets another amount or name: linked again, and the rules run that it touches. */
    private static void changes(GeneratedBudget budget, RulePack pack, PrintStream out) {
        LinkageSession session = LinkageSession.open(input(budget, pack), done -> {
        });
        var random = new Random(CHANGES);
        var times = new long[CHANGES];
        int findings = 0;
        for (int i = 0; i < CHANGES; i++) {
            BudgetLine line = session.input().lines().get(random.nextInt(budget.lines().size()));
            Map<BudgetField, String> values = new EnumMap<>(BudgetField.class);
            values.putAll(line.values());
            if (i % 2 == 0) {
                values.put(BudgetField.INITIAL, Money.ofFen(random.nextInt(1_000_000_00)).toString());
            } else {
                values.put(BudgetField.PROJECT_NAME, session.input().lines().get(random.nextInt(budget.lines().size())).project());
            }
            var changed = new BudgetLine(line.id(), line.batch(), line.year(), line.kind(), line.sheet(), line.row(), values, line.raw());
            long start = System.nanoTime();
            LinkageSession.Change change = session.exchange(changed);
            times[i] = System.nanoTime() - start;
            findings += change.gone().size() + change.come().size();
        }
        CheckInput last = session.input();
        LinkageCheck.Outcome kept = session.outcome();
        session = null; // a check from the beginning needs the room
        boolean same = LinkageCheck.run(last, done -> {
        }).equals(kept);
        long first = times[0];
        Arrays.sort(times);
        out.printf("one line  %6.1f ms median of %d changes, %.1f ms at most for 19 of 20, %.1f ms the first; %d findings gone or come; %s a check from the beginning%n",
                times[CHANGES / 2] / 1e6, CHANGES, times[CHANGES * 19 / 20] / 1e6, first / 1e6, findings, same ? "the same as" : "NOT THE SAME AS");
    }

    /** Peer: join on review number, project code, and unit with name as written. */
    private static void equality(GeneratedBudget budget, PrintStream out) {
        long start = System.nanoTime();
        Map<String, UUID> keys = new HashMap<>();
        for (LedgerProject project : budget.projects()) {
            keys.put(project.reviewNo(), project.id());
            keys.put(project.projectCode(), project.id());
            keys.put(project.unit() + "|" + project.name(), project.id());
        }
        int right = 0;
        int wrong = 0;
        for (BudgetLine line : budget.lines()) {
            UUID found = keys.getOrDefault(line.text(BudgetField.REVIEW_NO), keys.getOrDefault(line.text(BudgetField.PROJECT_CODE),
                    keys.get(line.unit() + "|" + line.project())));
            if (found != null) {
                right += found.equals(budget.truth().get(line.id())) ? 1 : 0;
                wrong += found.equals(budget.truth().get(line.id())) ? 0 : 1;
            }
        }
        out.printf("equality  %6.2f s, %d linked right, %d wrong (links only, no rules)%n", seconds(start), right, wrong);
    }

    /** Peer: Lucene's default scoring, the best hit of unit and name for every line. */
    private static void lucene(GeneratedBudget budget, PrintStream out) {
        long start = System.nanoTime();
        List<Entry> entries = budget.projects().stream().map(project -> new Entry(project.id(), project.unit() + " " + project.name(), List.of())).toList();
        int right = 0;
        int wrong = 0;
        try (SimilarityIndex.Searcher searcher = new LuceneIndex().over(entries)) {
            for (BudgetLine line : budget.lines()) {
                List<UUID> best = searcher.near(line.unit() + " " + line.project(), List.of(), 1);
                if (!best.isEmpty()) {
                    right += best.getFirst().equals(budget.truth().get(line.id())) ? 1 : 0;
                    wrong += best.getFirst().equals(budget.truth().get(line.id())) ? 0 : 1;
                }
            }
        }
        out.printf("lucene    %6.2f s, best hit right for %d lines, wrong for %d (links only, no rules, names only)%n", seconds(start), right, wrong);
    }

    private static double processors() {
        return ProcessHandle.current().info().totalCpuDuration().map(time -> time.toNanos() / 1e9).orElse(0.0);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
