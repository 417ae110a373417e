package org.lianshen.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.lianshen.model.Message;
import org.lianshen.office.in.PlainText;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceRow;
import org.lianshen.service.intake.SourceSheet;

/**
 * A workbook made of plain text, so that the fuzzer works on what cells say: sheets divided by form feeds, the first line of each its name ({@code ?} in front hides it), then
 * rows by line and cells by tab. A cell begins with what it is: {@code #} a number, {@code @} a date, {@code !} an error, {@code ~} a formula without a value,
 * {@code <} merged with the cell to its left, {@code ^} with that above; all else is text.
 */
final class Cells implements SourceFile {

    private static final int MOST_COLUMNS = 60;
    private final List<SourceSheet> sheets = new ArrayList<>();

    Cells(byte[] input) {
        for (String sheet : text(input).split("\f", 6)) {
            String[] lines = sheet.split("\n", -1);
            sheets.add(new Sheet(lines[0], lines));
        }
    }

    /** Readers of files leave no control characters in texts, and no long names of sheets. */
    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\f\\n\\r\\t]]", " ");
    }

    @Override
    public List<SourceSheet> sheets() {
        return sheets;
    }

    @Override
    public List<Message> notices() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing is open
    }

    private static final class Sheet implements SourceSheet {
        private final String name;
        private final List<SourceRow> rows = new ArrayList<>();
        private final List<Merge> merges = new ArrayList<>();

        Sheet(String name, String[] lines) {
            this.name = PlainText.quoted(name);
            for (int line = 1; line < lines.length; line++) {
                var cells = new ArrayList<SourceCell>();
                for (String text : lines[line].split("\t", MOST_COLUMNS)) {
                    cells.add(cell(text, line, cells.size() + 1));
                }
                while (!cells.isEmpty() && cells.getLast() == null) {
                    cells.removeLast();
                }
                if (!cells.isEmpty()) {
                    rows.add(new SourceRow(line, cells, false));
                }
            }
        }

        private SourceCell cell(String text, int row, int column) {
            if (text.isEmpty()) {
                return null;
            }
            String rest = text.substring(1);
            return switch (text.charAt(0)) {
                case '#' -> rest.matches("-?\\d{1,15}(\\.\\d{1,15})?(E-?\\d{1,3})?") ? new SourceCell(rest, SourceCell.Kind.NUMBER, null, false) : SourceCell.text(text);
                case '@' -> rest.matches("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d)?") ? new SourceCell(rest, SourceCell.Kind.DATE, null, false) : SourceCell.text(text);
                case '!' -> new SourceCell(rest.isEmpty() ? "#REF!" : rest, SourceCell.Kind.ERROR, null, true);
                case '~' -> new SourceCell("", SourceCell.Kind.MISSING_VALUE, null, true);
                case '<' -> merged(row, column - 1, row, column);
                case '^' -> merged(row - 1, column, row, column);
                default -> SourceCell.text(text);
            };
        }

        private SourceCell merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {
            if (firstRow > 0 && firstColumn > 0) {
                merges.add(new Merge(firstRow, firstColumn, lastRow, lastColumn));
            }
            return null;
        }

        @Override
        public String name() {
            return name.startsWith("?") ? name.substring(1) : name;
        }

        @Override
        public boolean hidden() {
            return name.startsWith("?");
        }

        @Override
        public List<Merge> merges() {
            return merges;
        }

        @Override
        public void rows(Predicate<SourceRow> consumer) {
            for (SourceRow row : rows) {
                if (!consumer.test(row)) {
                    return;
                }
            }
        }
    }
}
