package org.lianshen.office.out;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.lianshen.model.Money;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableWriter.Sheet;
import org.lianshen.service.text.Texts;

/**
 * A table as comma-separated text: UTF-8 with byte order mark (Excel takes it for the local code page otherwise), RFC 4180 quotes, CRLF. Notes are left out, the
 * first line is the head; a line break inside a cell is one line feed. Text that a spreadsheet would take for a formula gets an apostrophe in front, which is what a person would type to keep it text.
 */
final class CsvTable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Texts texts;
    private final ZoneId zone;

    CsvTable(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    <T> void write(OutputStream out, Sheet<T> sheet) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        List<Column<T>> columns = sheet.spec().columns();
        for (int i = 0; i < columns.size(); i++) {
            field(writer, i, Heads.of(columns.get(i), texts));
        }
        writer.write("\r\n");
        for (T row : sheet.rows()) {
            for (int i = 0; i < columns.size(); i++) {
                field(writer, i, shown(columns.get(i), columns.get(i).value().apply(row)));
            }
            writer.write("\r\n");
        }
        writer.flush();
    }

    private String shown(Column<?> column, Object value) {
        return switch (value) {
            case null -> "";
            case Money money -> money.wan().stripTrailingZeros().toPlainString();
            case BigDecimal number when column.type() == Type.PERCENT -> number.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            case BigDecimal number -> number.toPlainString();
            case Instant instant -> TIME.format(instant.atZone(zone));
            case Column.Mark mark -> Formulas.guarded(texts.get(mark.textKey()));
            case String text -> Formulas.guarded(text.replace("\r\n", "\n").replace('\r', '\n'));
            default -> value.toString();
        };
    }

    private static void field(Writer writer, int index, String text) throws IOException {
        if (index > 0) {
            writer.write(',');
        }
        if (text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r') || !text.equals(text.strip())) {
            writer.write('"');
            writer.write(text.replace("\"", "\"\""));
            writer.write('"');
        } else {
            writer.write(text);
        }
    }
}
