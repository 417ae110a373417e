package org.lianshen.search;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.lianshen.model.UserProblem;
import org.lianshen.model.linkage.NameIndex;
import org.lianshen.model.linkage.NameKey;
import org.lianshen.model.linkage.NameReader;
import org.lianshen.model.linkage.UnitDirectory;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.bench.Bench;
import org.lianshen.service.bench.RealRow;
import org.lianshen.service.packs.RulePacks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The likeness of names before an outside judge: a table of comma-separated values with the heads {@code title_a}, {@code title_b}, {@code unit_a}, {@code unit_b} and
 * {@code relation} ({@code same_project}, {@code same_kind_other_unit}, {@code random_pair}); the first two are names that are alike. The pairs fall into two halves by a checksum of their titles. The
 * threshold is the best one on the first half; precision and recall are those of the second. Argument: the file.
 */
@Component(service = Bench.class)
public final class TitlesBench implements Bench {

    private final RulePacks packs;

    @Activate
    public TitlesBench(@Reference RulePacks packs) {
        this.packs = packs;
    }

    @Override
    public String name() {
        return "titles";
    }

    private record Pair(double score, String relation, boolean first) {

        boolean alike() {
            return !relation.equals("random_pair");
        }
    }

    @Override
    public boolean run(List<String> args, PrintStream out) {
        if (args.isEmpty()) {
            throw UserProblem.of("bench.titles.file");
        }
        RulePack pack = packs.of("common", LocalDate.of(2026, 1, 1));
        List<Pair> pairs = pairs(Path.of(args.getFirst()), pack);
        List<Pair> first = pairs.stream().filter(Pair::first).toList();
        List<Pair> second = pairs.stream().filter(pair -> !pair.first()).toList();
        out.printf("%d pairs, %d in the first half, %d in the second%n", pairs.size(), first.size(), second.size());
        say(out, "best threshold of the first half", second, best(first));
        say(out, "untuned: worth showing", second, pack.ratio("similarity.medium").doubleValue());
        say(out, "untuned: proposed as a link", second, pack.ratio("match.nameSimilarity").doubleValue());
        List<Pair> projects = second.stream().filter(pair -> !pair.relation().equals("same_kind_other_unit")).toList();
        say(out, "the same, one project only", projects, best(first.stream().filter(pair -> !pair.relation().equals("same_kind_other_unit")).toList()));
        return true;
    }

    private static List<Pair> pairs(Path file, RulePack pack) {
        List<List<String>> table = RealRow.table(file);
        List<String> head = table.isEmpty() ? List.of() : table.getFirst();
        int[] at = List.of("title_a", "title_b", "unit_a", "unit_b", "relation").stream().mapToInt(head::indexOf).toArray();
        if (java.util.Arrays.stream(at).anyMatch(column -> column < 0)) {
            throw UserProblem.of("bench.rows.heads", file.getFileName());
        }
        List<List<String>> rows = table.subList(1, table.size()).stream().filter(row -> row.size() == head.size()).toList();
        var reader = new NameReader(pack, new UnitDirectory(pack));
        List<NameKey> seconds = rows.stream().map(row -> reader.read(row.get(at[1]), row.get(at[3]))).toList();
        var index = new NameIndex(seconds);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            var sum = new CRC32();
            sum.update((row.get(at[0]) + "\n" + row.get(at[1])).getBytes(StandardCharsets.UTF_8));
            double score = index.score(index.query(reader.read(row.get(at[0]), row.get(at[2]))), i);
            pairs.add(new Pair(score, row.get(at[4]), (sum.getValue() & 1) == 0));
        }
        return pairs;
    }

    private static int[] count(List<Pair> pairs, double least) {
        var counts = new int[3];
        for (Pair pair : pairs) {
            boolean truth = pair.alike();
            boolean said = pair.score >= least;
            counts[0] += truth && said ? 1 : 0;
            counts[1] += said ? 1 : 0;
            counts[2] += truth ? 1 : 0;
        }
        return counts;
    }

    private static double best(List<Pair> pairs) {
        double best = 0;
        double highest = -1;
        for (double least : pairs.stream().mapToDouble(Pair::score).distinct().sorted().toArray()) {
            int[] counts = count(pairs, least);
            double f1 = Peers.Best.f1(counts[0], counts[1], counts[2]);
            if (f1 > highest) {
                highest = f1;
                best = least;
            }
        }
        return best;
    }

    private static void say(PrintStream out, String what, List<Pair> pairs, double least) {
        int[] counts = count(pairs, least);
        LinkBench.row(out, String.format("%s ≥ %.3f", what, least), counts[0], counts[1], counts[2]);
    }
}
