package org.lianshen.service.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.service.demo.SampleData;

/**
 * A project of real life, the ground that test data is grown on.
 *
 * @param amount null where the source names none
 * @param year   0 where the source names none
 */
public record RealRow(String name, String unit, Money amount, int year) {

    /**
     * Rows of a table of comma-separated values with the heads {@code name}, {@code unit}, {@code amount_yuan} and {@code year}. Rows without unit are left out,
     * and of several notices of one project the first stands: a ledger holds a project once.
     */
    public static List<RealRow> of(Path file) {
        List<List<String>> table = table(file);
        List<String> head = table.isEmpty() ? List.of() : table.getFirst();
        int name = head.indexOf("name");
        int unit = head.indexOf("unit");
        int amount = head.indexOf("amount_yuan");
        int year = head.indexOf("year");
        if (name < 0 || unit < 0 || amount < 0 || year < 0) {
            throw UserProblem.of("bench.rows.heads", file.getFileName());
        }
        return once(table.subList(1, table.size()).stream().filter(row -> row.size() == head.size())
                .map(row -> new RealRow(row.get(name).strip(), row.get(unit).strip(), money(row.get(amount)), number(row.get(year)))).toList());
    }

    /** The ledger of the sample data that the product ships. */
    public static List<RealRow> of(SampleData sample) {
        return once(sample.ledger().stream().map(RealRow::of).toList());
    }

    private static RealRow of(Map<LedgerColumn, String> row) {
        return new RealRow(row.get(LedgerColumn.NAME), row.get(LedgerColumn.UNIT), Money.parseYuan(row.get(LedgerColumn.APPROVED)), number(row.get(LedgerColumn.YEAR)));
    }

    private static List<RealRow> once(List<RealRow> rows) {
        Map<String, List<RealRow>> ofUnit = new HashMap<>();
        var kept = new ArrayList<RealRow>();
        for (RealRow row : rows) {
            List<RealRow> others = ofUnit.computeIfAbsent(row.unit(), unit -> new ArrayList<>());
            if (!row.unit().isEmpty() && row.plain().length() > 2 && others.stream().noneMatch(row::sameProject)) {
                others.add(row);
                kept.add(row);
            }
        }
        return kept;
    }

    /** Two notices of one unit: with the same amount, or, where one names none, with names of which one holds the other. */
    private boolean sameProject(RealRow other) {
        if (amount != null && other.amount != null) {
            return amount.equals(other.amount) || plain().equals(other.plain());
        }
        return plain().contains(other.plain()) || other.plain().contains(plain());
    }

    private String plain() {
        return name.replace(unit, "").replaceAll("[^\\p{IsHan}\\p{Alnum}]|项目$", "");
    }

    private static Money money(String yuan) {
        return yuan.isBlank() ? null : Money.parseYuan(yuan.strip());
    }

    private static int number(String text) {
        return text == null || text.isBlank() ? 0 : Integer.parseInt(text.strip());
    }

    /** A table of comma-separated values with quotes as RFC 4180 has them. */
    public static List<List<String>> table(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw UserProblem.of("bench.rows.unreadable", file, e.getMessage());
        }
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            row.add(cell.toString());
            rows.add(List.copyOf(row));
        }
        return rows;
    }
}
