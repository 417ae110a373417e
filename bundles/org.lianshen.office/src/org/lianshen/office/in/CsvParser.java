package org.lianshen.office.in;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.office.out.Formulas;
import org.lianshen.service.intake.SourceCell;

/** RFC 4180 with any separator: quoted cells may hold separators, line breaks and doubled quotes. Rows are counted as a spreadsheet program counts them. */
final class CsvParser {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int END = -1;

    private final Reader reader;
    private final char separator;
    private final String file;
    private final Limits limits;
    private final StringBuilder cell = new StringBuilder();
    private int record;
    private int pushed = -2;

    CsvParser(Reader reader, char separator, String file, Limits limits) {
        this.reader = reader;
        this.separator = separator;
        this.file = file;
        this.limits = limits;
    }

    /** The separator that splits the most lines into the same number of cells; a comma where none does. */
    static char separator(String head) {
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS) {
            long score = score(head, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static long score(String head, char separator) {
        long score = 0;
        int inLine = 0;
        int before = -1;
        boolean quoted = false;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                inLine++;
            } else if (!quoted && c == '\n') {
                score += inLine > 0 && inLine == before ? 2L * inLine : Math.min(inLine, 1);
                before = inLine;
                inLine = 0;
            }
        }
        return score + Math.min(inLine, 1);
    }

    /** One-based number of the row last given. */
    int record() {
        return record;
    }

    /** Cells of the next row, empty for a blank row; null at the end. */
    List<SourceCell> next() throws IOException {
        int c = read();
        if (c == END) {
            return null;
        }
        record++;
        var cells = new ArrayList<SourceCell>();
        boolean filled = false;
        boolean more = true;
        while (more) {
            cell.setLength(0);
            if (c == '"') {
                c = quoted(cells.size());
            }
            while (c != separator && c != '\n' && c != '\r' && c != END) {
                append(c, cells.size());
                c = read();
            }
            if (cells.size() == limits.columns()) {
                throw UserProblem.of("office.tooManyColumns", file, file, CellText.reference(cells.size(), record), limits.columns());
            }
            cells.add(cell.isEmpty() ? null : SourceCell.text(Formulas.plain(cell.toString())));
            filled |= !cell.isEmpty();
            more = c == separator;
            if (more) {
                c = read();
            }
        }
        if (c == '\r') {
            int following = read();
            if (following != '\n') {
                pushed = following;
            }
        }
        while (!cells.isEmpty() && cells.getLast() == null) {
            cells.removeLast();
        }
        return filled ? cells : List.of();
    }

    private int quoted(int column) throws IOException {
        int start = record;
        for (int c = read();; c = read()) {
            if (c == END) {
                throw UserProblem.of("office.openQuote", file, CellText.reference(column, start));
            }
            if (c == '"') {
                int following = read();
                if (following != '"') {
                    return following;
                }
            }
            if (c != '\r') {
                append(c, column);
            }
        }
    }

    private void append(int c, int column) {
        if (cell.length() == limits.cellChars()) {
            throw UserProblem.of("office.cellTooLong", file, file, CellText.reference(column, record), limits.cellChars());
        }
        cell.append((char) c);
    }

    private int read() throws IOException {
        if (pushed != -2) {
            int c = pushed;
            pushed = -2;
            return c;
        }
        return reader.read();
    }
}
