package org.lianshen.search;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.LinkageCheck;
import org.lianshen.model.linkage.OfficerWords;
import org.lianshen.model.pack.RulePack;
import org.lianshen.search.Peers.Best;
import org.lianshen.service.bench.Bench;
import org.lianshen.service.bench.GeneratedYear;
import org.lianshen.service.bench.GeneratedYear.Kind;
import org.lianshen.service.bench.GeneratedYear.Truth;
import org.lianshen.service.bench.RealRow;
import org.lianshen.service.demo.SampleSource;
import org.lianshen.service.packs.RulePacks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Quality of links over generated years ({@link GeneratedYear}), beside plain equality of names, DuckDB's {@code jaro_winkler_similarity} and Lucene's default scoring
 * over the same lines and projects. Arguments: {@code --rows FILE} with real project rows (else the sample data that the product ships), {@code --seeds N} (10),
 * {@code --first SEED}, {@code --wrong N} to list that many of what went wrong.
 *
 * <p>A link is a pair of a line and a project. <em>Tied</em> are those that stand by themselves; <em>proposed</em> are those that an officer still has to confirm. A
 * line that holds several projects counts once for each. The thresholds of the peers are the best ones on a seed of its own, which is not among those reported.
 */
@Component(service = Bench.class)
public final class LinkBench implements Bench {

    private static final LocalDate AS_OF = LocalDate.of(GeneratedYear.YEAR - 1, 11, 20);
    /** Only for the thresholds of the peers. */
    private static final long TUNING_SEED = 7;

    private final RulePacks packs;
    private final SampleSource samples;

    @Activate
    public LinkBench(@Reference RulePacks packs, @Reference SampleSource samples) {
        this.packs = packs;
        this.samples = samples;
    }

    @Override
    public String name() {
        return "link";
    }

    @Override
    public boolean run(List<String> args, PrintStream out) {
        var options = new Options(args);
        List<RealRow> rows = options.text("--rows") == null ? RealRow.of(samples.read()) : RealRow.of(Path.of(options.text("--rows")));
        int seeds = options.number("--seeds", 10);
        long first = options.number("--first", 20_261_121);
        int shown = options.number("--wrong", 0);
        RulePack pack = packs.of("common", AS_OF);
        out.printf("%d real rows, seeds %d to %d, rule pack %s%n", rows.size(), first, first + seeds - 1, pack.id());
        boolean held = true;
        for (boolean numbered : new boolean[] { false, true }) {
            out.printf("%n%s%n", numbered ? "Lines with review numbers and project codes as often as in life" : "Names, units and amounts alone");
            var all = new Tally();
            var peers = new Peers(new GeneratedYear(rows, TUNING_SEED, numbered));
            for (long seed = first; seed < first + seeds; seed++) {
                var year = new GeneratedYear(rows, seed, numbered);
                var input = new CheckInput(GeneratedYear.YEAR, AS_OF, pack, year.lines(), List.of(), year.projects(), Map.of(), OfficerWords.NONE, List.of(), List.of());
                all.add(year, LinkageCheck.run(input, done -> {
                }).lines(), shown, out);
                peers.measure(year);
            }
            all.print(out);
            peers.print(out);
            held &= all.held();
        }
        return held;
    }

    /** Counts over all seeds. */
    private static final class Tally {
        private final Map<Kind, int[]> kinds = new EnumMap<>(Kind.class);
        private int lines;
        private int truePairs;
        private int tied;
        private int tiedRight;
        private int proposed;
        private int proposedRight;
        private int reviewedWrong;
        private int printed;

        void add(GeneratedYear year, List<LineResult> results, int shown, PrintStream out) {
            Map<UUID, BudgetLine> byId = new HashMap<>();
            year.lines().forEach(line -> byId.put(line.id(), line));
            Map<UUID, LedgerProject> projects = new HashMap<>();
            year.projects().forEach(project -> projects.put(project.id(), project));
            for (LineResult result : results) {
                Truth truth = year.truth().get(result.line());
                List<UUID> said = result.projects();
                long right = said.stream().filter(truth.projects()::contains).count();
                boolean binding = result.matchedBy().binding();
                lines++;
                truePairs += truth.projects().size();
                if (binding) {
                    tied += said.size();
                    tiedRight += right;
                } else {
                    proposed += said.size();
                    proposedRight += right;
                }
                boolean wrongReview = result.verdict() == LineVerdict.REVIEWED && right < said.size();
                reviewedWrong += wrongReview ? 1 : 0;
                int[] counts = kinds.computeIfAbsent(truth.kind(), kind -> new int[5]);
                counts[0]++;
                counts[1] += binding && right > 0 ? 1 : 0;
                counts[2] += !binding && right > 0 ? 1 : 0;
                counts[3] += said.isEmpty() ? 1 : 0;
                counts[4] += !said.isEmpty() && right < said.size() ? 1 : 0;
                if (printed < shown && (right < said.size() || said.size() < truth.projects().size())) {
                    printed++;
                    BudgetLine line = byId.get(result.line());
                    out.printf("%s %s %s %s | %s | %s%n    said %s %s%n    true %s%n", truth.kind(), result.verdict(), result.matchedBy(), line.unit(), line.project(), line.amount(),
                            result.score(), names(said, projects), names(truth.projects(), projects));
                }
            }
        }

        private static List<String> names(Iterable<UUID> ids, Map<UUID, LedgerProject> projects) {
            var names = new ArrayList<String>();
            ids.forEach(id -> names.add(projects.get(id).unit() + " | " + projects.get(id).name() + " | " + projects.get(id).approved()));
            return names;
        }

        void print(PrintStream out) {
            out.printf("%d lines, %d true links%n", lines, truePairs);
            row(out, "tied", tiedRight, tied, truePairs);
            row(out, "tied or proposed", tiedRight + proposedRight, tied + proposed, truePairs);
            out.printf("%-28s %d of %d lines, %.3f %%%n", "wrongly called reviewed", reviewedWrong, lines, 100.0 * reviewedWrong / lines);
            kinds.forEach((kind, counts) -> out.printf("    %-8s %6d lines: %6d tied right, %5d proposed right, %5d without a project, %4d with a wrong one%n", kind, counts[0], counts[1],
                    counts[2], counts[3], counts[4]));
        }

        /** The aims: F1 of tied and proposed links at least 0.98, at most one line in a thousand wrongly called reviewed. */
        boolean held() {
            return Best.f1(tiedRight + proposedRight, tied + proposed, truePairs) >= 0.98 && reviewedWrong * 1000L <= lines;
        }
    }

    static void row(PrintStream out, String what, int right, int said, int truePairs) {
        out.printf("%-28s precision %.4f  recall %.4f  F1 %.4f%n", what, said == 0 ? 0 : (double) right / said, (double) right / truePairs, Best.f1(right, said, truePairs));
    }

    /** {@code --name value} pairs. */
    record Options(List<String> args) {

        String text(String name) {
            int at = args.indexOf(name);
            return at < 0 || at + 1 == args.size() ? null : args.get(at + 1);
        }

        int number(String name, int otherwise) {
            return text(name) == null ? otherwise : Integer.parseInt(text(name));
        }
    }
}
