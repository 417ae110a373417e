package org.lianshen.rulepacks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.RefCode;

/** Reads a reference table (the format is described in {@code tables/README.md}): all of it, or a refusal that names file and line of every fault. */
final class CodeTableReader {
    private static final List<String> HEAD = List.of("code", "name", "parent", "validFrom", "validTo", "source", "verified");

    private final Map<String, String> sources;

    /** @param sources text of each source key */
    CodeTableReader(Map<String, String> sources) {
        this.sources = sources;
    }

    /** @throws UserProblem with file and line for each fault */
    List<RefCode> read(String table, String file, InputStream in) {
        var problems = new Problems(file);
        List<String> lines = lines(file, in);
        if (lines.isEmpty() || !List.of(cells(lines.get(0))).equals(HEAD)) {
            problems.add("pack.tableHead", 1, String.join(" ", HEAD));
            problems.stop();
        }
        var codes = new ArrayList<RefCode>();
        var lineOf = new HashMap<RefCode, Integer>();
        for (int i = 1; i < lines.size(); i++) {
            RefCode code = code(table, i + 1, lines.get(i), problems);
            if (code != null) {
                codes.add(code);
                lineOf.putIfAbsent(code, i + 1);
            }
        }
        problems.stop();
        parentsExist(codes, lineOf, problems);
        codes.sort(Comparator.comparing(RefCode::code).thenComparing(code -> code.validFrom().orElse(LocalDate.MIN)));
        noOverlap(codes, lineOf, problems);
        problems.stop();
        return List.copyOf(codes);
    }

    private RefCode code(String table, int line, String text, Problems problems) {
        String[] cells = cells(text);
        if (cells.length != HEAD.size() || cells[0].isBlank() || cells[1].isBlank()) {
            problems.add("pack.tableRow", line, HEAD.size());
            return null;
        }
        if (!sources.containsKey(cells[5])) {
            problems.add("pack.tableSource", line, cells[5]);
            return null;
        }
        if (!cells[6].equals("true") && !cells[6].equals("false")) {
            problems.add("pack.notAllowed", line, cells[6], "true, false");
            return null;
        }
        try {
            return new RefCode(table, cells[0], cells[1], cells[2], day(cells[3]), day(cells[4]), sources.get(cells[5]), cells[6].equals("true"));
        } catch (DateTimeException e) {
            problems.add("pack.noSuchDay", line, cells[3] + " – " + cells[4]);
            return null;
        }
    }

    private static void parentsExist(List<RefCode> codes, Map<RefCode, Integer> lineOf, Problems problems) {
        Set<String> known = new HashSet<>();
        codes.forEach(code -> known.add(code.code()));
        for (RefCode code : codes) {
            if (!code.parent().isEmpty() && !known.contains(code.parent())) {
                problems.add("pack.tableParent", lineOf.get(code), code.code(), code.parent());
            }
        }
    }

    /** @param codes sorted by code and first day */
    private static void noOverlap(List<RefCode> codes, Map<RefCode, Integer> lineOf, Problems problems) {
        for (int i = 1; i < codes.size(); i++) {
            RefCode earlier = codes.get(i - 1);
            RefCode later = codes.get(i);
            boolean apart = earlier.validTo().isPresent() && later.validFrom().isPresent()
                    && earlier.validTo().get().isBefore(later.validFrom().get());
            if (earlier.code().equals(later.code()) && !apart) {
                problems.add("pack.tableTwice", lineOf.get(later), later.code());
            }
        }
    }

    /** Key and text of each source. */
    static Map<String, String> sources(String file, InputStream in) {
        var sources = new HashMap<String, String>();
        var problems = new Problems(file);
        List<String> lines = lines(file, in);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = cells(lines.get(i));
            if (cells.length != 2) {
                problems.add("pack.tableRow", i + 1, 2);
            } else if (sources.put(cells[0], cells[1]) != null) {
                problems.add("pack.tableTwice", i + 1, cells[0]);
            }
        }
        problems.stop();
        return sources;
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static String[] cells(String line) {
        return line.split("\t", -1);
    }

    private static List<String> lines(String file, InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw UserProblem.because(e, "pack.unreadable", file);
        }
    }
}
