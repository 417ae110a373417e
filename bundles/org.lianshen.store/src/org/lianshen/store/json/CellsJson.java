package org.lianshen.store.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.lianshen.model.budget.BudgetField;

/**
 * The cells of a budget line: {@code {"proName": "…", …, "raw": {"amount": "…"}}} under the fields' JSON names. Streamed, because a sheet has a hundred thousand.
 */
public final class CellsJson {

    private static final String RAW = "raw";
    private final JsonFactory factory = new JsonFactory();
    private final Map<String, BudgetField> fields = new HashMap<>();

    public CellsJson() {
        for (BudgetField field : BudgetField.values()) {
            fields.put(field.json(), field);
        }
    }

    public String write(Map<BudgetField, String> values, Map<BudgetField, String> raw) {
        var text = new StringWriter(512);
        try (JsonGenerator out = factory.createGenerator(text)) {
            out.writeStartObject();
            cells(values, out);
            if (!raw.isEmpty()) {
                out.writeObjectFieldStart(RAW);
                cells(raw, out);
                out.writeEndObject();
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void cells(Map<BudgetField, String> cells, JsonGenerator out) throws IOException {
        for (var cell : cells.entrySet()) {
            out.writeStringField(cell.getKey().json(), cell.getValue());
        }
    }

    /** @throws Json.UnreadableContent if the text was not written here */
    public Cells read(String text) {
        try (JsonParser in = factory.createParser(text)) {
            var values = new EnumMap<BudgetField, String>(BudgetField.class);
            var raw = new EnumMap<BudgetField, String>(BudgetField.class);
            in.nextToken();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                if (in.nextToken() == JsonToken.START_OBJECT) {
                    for (String rawName = in.nextFieldName(); rawName != null; rawName = in.nextFieldName()) {
                        in.nextToken();
                        raw.put(field(rawName), in.getText());
                    }
                } else {
                    values.put(field(name), in.getText());
                }
            }
            return new Cells(values, raw);
        } catch (IOException | IllegalArgumentException e) {
            throw new Json.UnreadableContent(e);
        }
    }

    private BudgetField field(String name) {
        BudgetField field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException(name);
        }
        return field;
    }

    public record Cells(Map<BudgetField, String> values, Map<BudgetField, String> raw) {
    }
}
