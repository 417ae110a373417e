package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.rule.Rule;
import org.lianshen.model.linkage.rule.Rules;

/**
 * The linkage check: ties every line to the ledger, says which are IT lines, and runs the pack's rules. The result depends on the input alone, in content and order,
 * however many threads work on it.
 */
public final class LinkageCheck {

    private static final int CHUNK = 1_000;

    private LinkageCheck() {
    }

    /**
     * @param lines    results for the lines of the year, in their order
     * @param findings in the order of the lines they are shown at, then of the rules; those about a project without lines at the end
     */
    public record Outcome(List<LineResult> lines, List<Finding> findings) {
    }

    /**
     * @param done hears on the calling thread how many lines are linked; an exception that it throws stops the work and reaches the caller
     */
    public static Outcome run(CheckInput input, LongConsumer done) {
        var index = new ProjectIndex(input.projects(), input.pack());
        var context = new CheckContext(input, index, checked(input, index, done));
        return new Outcome(context.lines().stream().map(CheckedLine::result).toList(), findings(context));
    }

    /** All lines with their results, of the input's year and of the others, without running rules. */
    public static List<CheckedLine> lines(CheckInput input) {
        return checked(input, new ProjectIndex(input.projects(), input.pack()), done -> {
        });
    }

    private static List<CheckedLine> checked(CheckInput input, ProjectIndex index, LongConsumer done) {
        List<CheckedLine> checked = new ArrayList<>(input.lines().size());
        var linker = new Linker(index, input.pack(), input.words().links());
        linker.learn(input.lines());
        var work = new Work(input, index, linker, new ItClassifier(input.pack()));
        int threads = Math.clamp(input.lines().size() / CHUNK, 1, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("linkage-", 0).daemon().factory());
        try {
            var parts = new ArrayList<Future<List<CheckedLine>>>();
            for (int from = 0; from < input.lines().size(); from += CHUNK) {
                List<BudgetLine> chunk = input.lines().subList(from, Math.min(from + CHUNK, input.lines().size()));
                parts.add(pool.submit(() -> work.check(chunk)));
            }
            for (Future<List<CheckedLine>> part : parts) {
                checked.addAll(part.get());
                done.accept(checked.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("linkage check interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return checked;
    }

    private static List<Finding> findings(CheckContext context) {
        var order = new HashMap<UUID, Integer>();
        context.lines().forEach(each -> order.put(each.line().id(), order.size()));
        var findings = new ArrayList<Finding>();
        for (Rule rule : Rules.active(context.pack())) {
            rule.check(context, findings::add);
        }
        findings.sort(Comparator.comparing((Finding finding) -> finding.lines().isEmpty() ? Integer.MAX_VALUE : order.getOrDefault(finding.lines().getFirst(), Integer.MAX_VALUE)).thenComparing(Finding::rule).thenComparing(Finding::key));
        return numbered(findings);
    }

    /** Findings that would have the same key, such as two lines of one item, are told apart by a number. */
    private static List<Finding> numbered(List<Finding> findings) {
        Map<String, Integer> seen = new HashMap<>();
        return findings.stream().map(finding -> {
            int no = seen.merge(finding.rule() + finding.key(), 1, Integer::sum);
            return no == 1 ? finding : finding.withKey(finding.key() + "#" + no);
        }).toList();
    }

    private record Work(CheckInput input, ProjectIndex index, Linker linker, ItClassifier classifier) {

        List<CheckedLine> check(List<BudgetLine> lines) {
            var scratch = new NameIndex.Scratch(index.names());
            var checked = new ArrayList<CheckedLine>(lines.size());
            for (BudgetLine line : lines) {
                checked.add(check(line, scratch));
            }
            return checked;
        }

        private CheckedLine check(BudgetLine line, NameIndex.Scratch scratch) {
            NameKey name = index.reader().read(line.project(), line.unit());
            Tie tie = linker.exact(line, name);
            ItVerdict it = classifier.classify(line, tie.project() >= 0);
            boolean wanted = line.year() == input.year() && it.answer() != ItVerdict.Answer.NO;
            if (wanted && tie.project() < 0) {
                tie = linker.similar(line, name, scratch);
            }
            LedgerProject project = tie.project() < 0 ? null : index.project(tie.project());
            boolean operations = name.operations() || index.reader().operations(line.text(BudgetField.REMARK));
            var result = new LineResult(line.id(), it, verdict(it, tie, project), project == null ? null : project.id(), project == null ? null : project.reviewNo(),
                    tie.by(), tie.score(), tie.candidates());
            return new CheckedLine(line, result, tie.binding() ? project : null, name, operations);
        }

        private static LineVerdict verdict(ItVerdict it, Tie tie, LedgerProject project) {
            if (it.answer() == ItVerdict.Answer.NO) {
                return LineVerdict.NOT_IT;
            }
            if (project == null) {
                return LineVerdict.UNREVIEWED;
            }
            if (!tie.binding()) {
                return LineVerdict.SUSPECT;
            }
            return project.state().decidedFor() ? LineVerdict.REVIEWED : LineVerdict.UNREVIEWED;
        }
    }
}
