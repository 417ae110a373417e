package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.lianshen.model.Message;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;

/** Says of each line for itself whether it is an IT line and to what it belongs. */
record LineLinker(int year, ProjectIndex index, Linker linker, ItClassifier classifier, SumMatcher sums) {

    private static final int CHUNK = 1_000;

    static LineLinker of(CheckInput input, ProjectIndex index) {
        var linker = new Linker(index, input.pack(), input.words().links());
        linker.learn(input.lines());
        return of(input, index, linker);
    }

    private static LineLinker of(CheckInput input, ProjectIndex index, Linker linker) {
        return new LineLinker(input.year(), index, linker, new ItClassifier(input.pack(), input.words().it()),
                new SumMatcher(input.year(), index, input.pack(), new LinkDecisions(input.words().links())));
    }

    /** For the same lines after other words of officers. */
    LineLinker with(CheckInput next) {
        return of(next, index, linker.with(next.words().links()));
    }

    /** A few lines, on the calling thread; many as {@link #all(List, LongConsumer)}. */
    List<CheckedLine> all(List<BudgetLine> lines, NameIndex.Scratch scratch) {
        return lines.size() < 2 * CHUNK ? lines.stream().map(line -> one(line, scratch)).toList() : all(lines, done -> {
        });
    }

    /** On as many threads as pay; the result does not depend on them. @param done as of {@link LinkageCheck#run} */
    List<CheckedLine> all(List<BudgetLine> lines, LongConsumer done) {
        List<CheckedLine> checked = new ArrayList<>(lines.size());
        int threads = Math.clamp(lines.size() / CHUNK, 1, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("linkage-", 0).daemon().factory());
        try {
            var parts = new ArrayList<Future<List<CheckedLine>>>();
            for (int from = 0; from < lines.size(); from += CHUNK) {
                List<BudgetLine> chunk = lines.subList(from, Math.min(from + CHUNK, lines.size()));
                parts.add(pool.submit(() -> chunk(chunk)));
            }
            for (Future<List<CheckedLine>> part : parts) {
                checked.addAll(part.get());
                done.accept(checked.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("linkage check interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return checked;
    }

    private List<CheckedLine> chunk(List<BudgetLine> lines) {
        var scratch = new NameIndex.Scratch(index.names());
        var checked = new ArrayList<CheckedLine>(lines.size());
        for (BudgetLine line : lines) {
            checked.add(one(line, scratch));
        }
        return checked;
    }

    CheckedLine one(BudgetLine line, NameIndex.Scratch scratch) {
        NameKey name = index.read(line);
        Tie tie = linker.exact(line, name);
        ItVerdict it = classifier.classify(line, tie.project() >= 0);
        if (line.year() == year && tie.project() < 0) {
            if (it.answer() != ItVerdict.Answer.NO) {
                tie = linker.similar(line, name, scratch);
            } else if (it.reasons().isEmpty()) {
                // No word of its name says so, but the unit has a reviewed project that looks like it.
                Tie near = linker.similarOfUnit(line, name, scratch);
                if (near.project() >= 0) {
                    tie = near;
                    it = new ItVerdict(ItVerdict.Answer.DOUBTFUL, List.of(Message.of("linkage.it.likeProject", near.candidates().getFirst().name())));
                }
            }
        }
        LedgerProject project = tie.project() < 0 ? null : index.project(tie.project());
        boolean operations = name.operations() || index.reader().operations(line.text(BudgetField.REMARK));
        List<CheckedLine.Share> shares = tie.binding() ? tie.shares() : List.of();
        var result = new LineResult(line.id(), it, verdict(it, tie, project), project == null ? null : project.id(), project == null ? null : project.reviewNo(),
                tie.by(), tie.score(), tie.candidates());
        return new CheckedLine(line, result, tie.binding() ? project : null, name, operations, shares);
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
        boolean decidedFor = project.state().decidedFor() && tie.shares().stream().allMatch(share -> share.project().state().decidedFor());
        return decidedFor ? LineVerdict.REVIEWED : LineVerdict.UNREVIEWED;
    }
}
