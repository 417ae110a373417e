package org.lianshen.search;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.service.bench.GeneratedYear;

/** What the linker is compared with: for every line the best project by another likeness of unit and name, said where it reaches a threshold. */
final class Peers {

    /** A command that is given a folder with {@code lines.tsv} and {@code projects.tsv} and leaves {@code best.tsv} there; set by the script that brings DuckDB. */
    private static final String JARO_WINKLER = "LIANSHEN_JARO_WINKLER";

    private final List<Peer> peers = new ArrayList<>();

    /** @param tuning the year on which each peer finds its threshold */
    Peers(GeneratedYear tuning) {
        peers.add(new Peer("equal unit and name", Peers::equality));
        peers.add(new Peer("Lucene BM25", Peers::bm25));
        if (System.getenv(JARO_WINKLER) != null) {
            peers.add(new Peer("DuckDB jaro_winkler", Peers::jaroWinkler));
        }
        peers.forEach(peer -> peer.tune(tuning));
    }

    void measure(GeneratedYear year) {
        peers.forEach(peer -> peer.measure(year));
    }

    void print(PrintStream out) {
        peers.forEach(peer -> peer.print(out));
        if (System.getenv(JARO_WINKLER) == null) {
            out.println("DuckDB is not here to be compared with; releng/lianshen.sh bench link brings it");
        }
    }

    /** The best project for a line (its ordinal, or −1) and how alike they are. */
    record Best(int project, double score) {

        static final Best NONE = new Best(-1, 0);

        static double f1(int right, int said, int truePairs) {
            return right == 0 ? 0 : 2.0 * right / (said + truePairs);
        }
    }

    private interface Likeness {
        List<Best> best(GeneratedYear year);
    }

    private static final class Peer {
        private final String name;
        private final Likeness likeness;
        private double threshold;
        private int right;
        private int said;
        private int truePairs;
        private int wrong;
        private int lines;

        Peer(String name, Likeness likeness) {
            this.name = name;
            this.likeness = likeness;
        }

        void tune(GeneratedYear year) {
            List<Best> best = likeness.best(year);
            double highest = 0;
            for (double candidate : best.stream().mapToDouble(Best::score).filter(score -> score > 0).distinct().sorted().toArray()) {
                int[] counts = count(year, best, candidate);
                double f1 = Best.f1(counts[0], counts[1], counts[2]);
                if (f1 > highest) {
                    highest = f1;
                    threshold = candidate;
                }
            }
        }

        void measure(GeneratedYear year) {
            int[] counts = count(year, likeness.best(year), threshold);
            right += counts[0];
            said += counts[1];
            truePairs += counts[2];
            wrong += counts[1] - counts[0];
            lines += year.lines().size();
        }

        private static int[] count(GeneratedYear year, List<Best> best, double threshold) {
            var counts = new int[3];
            for (int i = 0; i < year.lines().size(); i++) {
                Set<UUID> truth = year.truth().get(year.lines().get(i).id()).projects();
                counts[2] += truth.size();
                if (best.get(i).project() >= 0 && best.get(i).score() >= threshold) {
                    counts[1]++;
                    counts[0] += truth.contains(year.projects().get(best.get(i).project()).id()) ? 1 : 0;
                }
            }
            return counts;
        }

        void print(PrintStream out) {
            LinkBench.row(out, name + (threshold == 1 ? "" : String.format(" ≥ %.3f", threshold)), right, said, truePairs);
            out.printf("    %d of %d lines with a wrong project, %.3f %%%n", wrong, lines, 100.0 * wrong / lines);
        }
    }

    private static List<Best> equality(GeneratedYear year) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < year.projects().size(); i++) {
            known.put(text(year.projects().get(i)), i);
        }
        return year.lines().stream().map(line -> known.containsKey(text(line)) ? new Best(known.get(text(line)), 1) : Best.NONE).toList();
    }

    private static String text(BudgetLine line) {
        return line.unit() + " " + line.project();
    }

    private static String text(LedgerProject project) {
        return project.unit() + " " + project.name();
    }

    private static List<Best> bm25(GeneratedYear year) {
        try (var analyzer = new CJKAnalyzer(); var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (LedgerProject project : year.projects()) {
                    var document = new Document();
                    document.add(new TextField(LuceneIndex.NAME, text(project), Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                var best = new ArrayList<Best>();
                for (BudgetLine line : year.lines()) {
                    ScoreDoc[] hits = searcher.search(anyOf(LuceneIndex.words(analyzer, LuceneIndex.NAME, text(line))), 1).scoreDocs;
                    best.add(hits.length == 0 ? Best.NONE : new Best(hits[0].doc, hits[0].score));
                }
                return best;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BooleanQuery anyOf(Set<String> words) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(new TermQuery(new Term(LuceneIndex.NAME, word)), Occur.SHOULD));
        return query.build();
    }

    private static List<Best> jaroWinkler(GeneratedYear year) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("lianshen-peer");
            Files.write(folder.resolve("lines.tsv"), year.lines().stream().map(Peers::text).map(Peers::plain).toList(), StandardCharsets.UTF_8);
            Files.write(folder.resolve("projects.tsv"), year.projects().stream().map(Peers::text).map(Peers::plain).toList(), StandardCharsets.UTF_8);
            int exit = new ProcessBuilder("/bin/sh", "-c", System.getenv(JARO_WINKLER) + " \"$0\"", folder.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("DuckDB ended with " + exit);
            }
            return Files.readAllLines(folder.resolve("best.tsv"), StandardCharsets.UTF_8).stream().map(row -> row.split("\t"))
                    .map(row -> new Best(Integer.parseInt(row[0]), Double.parseDouble(row[1]))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            clear(folder);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[\\t\\r\\n\"]", " ");
    }

    private static void clear(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
