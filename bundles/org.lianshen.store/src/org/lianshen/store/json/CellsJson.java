package org.lianshen.store.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;

/**
 * Budget lines: {@code ["id", year, "kind", "sheet", row, {cells}]} one after the other, the cells {@code {"proName": "…", …, "raw": {"amount": "…"}, "rules": {"amount": "…"}}}
 * under the fields' JSON names. Streamed, because a sheet has a hundred thousand.
 */
public final class CellsJson {

    private static final String RAW = "raw";
    private static final String RULES = "rules";
    private static final BudgetField[] FIELDS = BudgetField.values();
    private final JsonFactory factory = new JsonFactory();
    private final Map<String, BudgetField> fields = new HashMap<>();

    public CellsJson() {
        for (BudgetField field : FIELDS) {
            fields.put(field.json(), field);
        }
    }

    /** Lines going to a stream; closing it closes the stream. */
    public Writer to(OutputStream out) throws IOException {
        return new Writer(factory.createGenerator(out));
    }

    public static final class Writer implements AutoCloseable {

        private final JsonGenerator out;

        private Writer(JsonGenerator out) throws IOException {
            this.out = out;
            out.writeStartArray();
        }

        public void line(BudgetLine line) throws IOException {
            out.writeStartArray();
            out.writeString(line.id().toString());
            out.writeNumber(line.year());
            out.writeString(line.kind().name());
            out.writeString(line.sheet());
            out.writeNumber(line.row());
            out.writeStartObject();
            cells(line.values(), out);
            nested(RAW, line.raw(), out);
            nested(RULES, line.rules(), out);
            out.writeEndObject();
            out.writeEndArray();
        }

        @Override
        public void close() throws IOException {
            out.writeEndArray();
            out.close();
        }
    }

    private static void nested(String name, Map<BudgetField, String> cells, JsonGenerator out) throws IOException {
        if (!cells.isEmpty()) {
            out.writeObjectFieldStart(name);
            cells(cells, out);
            out.writeEndObject();
        }
    }

    private static void cells(Map<BudgetField, String> cells, JsonGenerator out) throws IOException {
        for (BudgetField field : FIELDS) {
            String value = cells.get(field);
            if (value != null) {
                out.writeStringField(field.json(), value);
            }
        }
    }

    /** @throws Json.UnreadableContent if the lines were not written here */
    public void each(UUID batch, InputStream lines, Consumer<BudgetLine> consumer) {
        try (JsonParser in = factory.createParser(lines)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_ARRAY) {
                UUID id = UUID.fromString(in.nextTextValue());
                int year = in.nextIntValue(0);
                SheetKind kind = SheetKind.valueOf(in.nextTextValue());
                String sheet = in.nextTextValue();
                int row = in.nextIntValue(0);
                in.nextToken();
                Cells cells = cells(in);
                in.nextToken();
                consumer.accept(new BudgetLine(id, batch, year, kind, sheet, row, cells.values, cells.raw, cells.rules));
            }
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw new Json.UnreadableContent(e);
        }
    }

    /** Cells alone, as lines of version 1 have them. @throws Json.UnreadableContent if the text was not written here */
    public Cells read(String text) {
        try (JsonParser in = factory.createParser(text)) {
            in.nextToken();
            return cells(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new Json.UnreadableContent(e);
        }
    }

    private Cells cells(JsonParser in) throws IOException {
        var cells = new Cells(new EnumMap<>(BudgetField.class), new EnumMap<>(BudgetField.class), new EnumMap<>(BudgetField.class));
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            if (in.nextToken() == JsonToken.START_OBJECT) {
                Map<BudgetField, String> into = name.equals(RULES) ? cells.rules : cells.raw;
                for (String nested = in.nextFieldName(); nested != null; nested = in.nextFieldName()) {
                    in.nextToken();
                    into.put(field(nested), in.getText());
                }
            } else {
                cells.values.put(field(name), in.getText());
            }
        }
        return cells;
    }

    private BudgetField field(String name) {
        BudgetField field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException(name);
        }
        return field;
    }

    public record Cells(Map<BudgetField, String> values, Map<BudgetField, String> raw, Map<BudgetField, String> rules) {
    }
}
