package org.lianshen.office.in;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.lianshen.model.UserProblem;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceCell.Kind;

/** Reads the cells of one row after the other from the parser. */
final class XlsxCells {

    /** What WPS stores for a picture in a cell. */
    private static final Pattern PICTURE = Pattern.compile("=(_xlfn\\.)?DISPIMG\\(.*\\)");
    private final XlsxFile workbook;
    private final String part;
    private final Xml xml;
    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private final String[] attributes = new String[3];
    private SourceCell[] cells = new SourceCell[64];
    private int used;

    XlsxCells(XlsxFile workbook, String part, Xml xml) {
        this.workbook = workbook;
        this.part = part;
        this.xml = xml;
        this.limits = workbook.parts().limits();
    }

    /** Cells of the row just started, by column; empty where none holds anything. */
    List<SourceCell> row(int row) {
        Arrays.fill(cells, 0, used, null);
        used = 0;
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (!xml.starts("c")) {
                continue;
            }
            xml.cellAttributes(attributes);
            String reference = attributes[0];
            int stated = reference == null ? -1 : CellText.column(reference);
            column = stated < 0 ? column + 1 : stated;
            SourceCell cell = cell(column, row);
            if (cell != null) {
                put(column, row, cell);
            }
        }
        return used == 0 ? List.of() : Arrays.asList(Arrays.copyOf(cells, used));
    }

    private void put(int column, int row, SourceCell cell) {
        if (column >= limits.columns()) {
            throw UserProblem.of("office.tooManyColumns", workbook.parts().file(), part, CellText.reference(column, row), limits.columns());
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.min(limits.columns(), Math.max(column + 1, cells.length * 2)));
        }
        if (cells[column] != null) {
            throw UserProblem.of("office.cellTwice", workbook.parts().file(), part, CellText.reference(column, row));
        }
        cells[column] = cell;
        used = Math.max(used, column + 1);
    }

    private SourceCell cell(int column, int row) {
        String style = attributes[1];
        String type = attributes[2];
        String value = null;
        boolean formula = false;
        boolean inline = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                text.setLength(0);
                xml.text(text, limits.cellChars(), CellText.reference(column, row));
                value = text.toString();
            } else if (xml.starts("is")) {
                text.setLength(0);
                SharedStrings.richText(xml, "is", text, limits.cellChars(), CellText.reference(column, row));
                value = PlainText.of(CellText.unescape(text.toString()));
                inline = true;
            } else if (xml.starts("f")) {
                formula = true;
                xml.skip();
            } else if (xml.starts()) {
                xml.skip();
            }
        }
        if (value == null || value.isEmpty() && type == null) {
            return formula ? new SourceCell("", Kind.MISSING_VALUE, null, true) : null;
        }
        return inline ? textCell(value, formula) : typed(type, style, value, formula, column, row);
    }

    private SourceCell typed(String type, String style, String value, boolean formula, int column, int row) {
        return switch (type == null ? "n" : type) {
            case "s" -> textCell(shared(value, column, row), formula);
            case "str", "inlineStr" -> textCell(PlainText.of(CellText.unescape(value)), formula);
            case "b" -> new SourceCell(value.strip().equals("1") || value.strip().equalsIgnoreCase("true") ? "TRUE" : "FALSE", Kind.BOOLEAN, null, formula);
            case "e" -> new SourceCell(PlainText.quoted(value), Kind.ERROR, null, formula);
            case "d" -> new SourceCell(PlainText.quoted(value.strip()), Kind.DATE, null, formula);
            default -> number(style, value, formula, column, row);
        };
    }

    private static SourceCell textCell(String value, boolean formula) {
        return value.isEmpty() || formula && PICTURE.matcher(value).matches() ? null : new SourceCell(value, Kind.TEXT, null, formula);
    }

    private String shared(String value, int column, int row) {
        String found = null;
        try {
            found = workbook.strings().get(Integer.parseInt(value.strip()));
        } catch (NumberFormatException notAnIndex) {
            // reported below together with an index out of range
        }
        if (found == null) {
            throw UserProblem.of("office.sharedText", workbook.parts().file(), part, CellText.reference(column, row), PlainText.quoted(value));
        }
        return found;
    }

    private SourceCell number(String style, String value, boolean formula, int column, int row) {
        String number = NumberText.of(value);
        if (number == null) {
            throw UserProblem.of("office.notANumber", workbook.parts().file(), part, CellText.reference(column, row), PlainText.quoted(value));
        }
        var format = workbook.styles().get(style(style));
        if (format.date()) {
            String date = NumberText.date(number, workbook.from1904());
            if (date != null) {
                return new SourceCell(date, Kind.DATE, format.code(), formula);
            }
        }
        return new SourceCell(number, Kind.NUMBER, format.code(), formula);
    }

    private static int style(String style) {
        int index = 0;
        for (int i = 0; style != null && i < style.length() && i < 6; i++) {
            char c = style.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            index = index * 10 + c - '0';
        }
        return index;
    }
}
