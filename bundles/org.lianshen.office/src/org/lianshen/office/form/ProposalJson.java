package org.lianshen.office.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.office.in.PlainText;

/**
 * The application form as JSON: one object with the single fields by name ({@code projectName} for {@link ProposalField#PROJECT_NAME}) and one array for each table.
 * Amounts are strings in yuan ({@code "1234.50"}; numbers are read too), dates ISO, answers {@code true} or {@code false}, counts numbers, choices names such as
 * {@code APP}. A key that is not known is refused by its pointer.
 */
final class ProposalJson {

    private static final long LARGEST = 20L << 20;
    private static final int DEEPEST = 8;

    private final JsonMapper json = mapper();
    private final String file;
    private final List<Message> problems = new ArrayList<>();

    ProposalJson(String file) {
        this.file = file;
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(SerializationFeature.INDENT_OUTPUT).build();
        mapper.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(60).build());
        return mapper;
    }

    static String key(ProposalField field) {
        var key = new StringBuilder();
        for (String part : field.name().split("_")) {
            key.append(key.isEmpty() ? part.charAt(0) : Character.toUpperCase(part.charAt(0))).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return Character.toLowerCase(key.charAt(0)) + key.substring(1);
    }

    void write(ProposalForm form, OutputStream out) throws IOException {
        ObjectNode root = json.createObjectNode();
        for (ProposalField field : ProposalField.values()) {
            if (form.fields().containsKey(field)) {
                put(root, field, form.text(field));
            }
        }
        for (FormTable<?> table : FormTable.ALL) {
            put(root, table, form);
        }
        json.writeValue(out, root);
    }

    private static void put(ObjectNode root, ProposalField field, String text) {
        switch (field.kind()) {
            case FLAG -> {
                if (text.equals("Y") || text.equals("N")) {
                    root.put(key(field), text.equals("Y"));
                } else {
                    root.put(key(field), text);
                }
            }
            case COUNT -> {
                if (text.matches("\\d{1,9}") && Integer.toString(Integer.parseInt(text)).equals(text)) {
                    root.put(key(field), Integer.parseInt(text));
                } else {
                    root.put(key(field), text);
                }
            }
            default -> root.put(key(field), text);
        }
    }

    private static <R> void put(ObjectNode root, FormTable<R> table, ProposalForm form) {
        List<R> rows = table.rows().apply(form);
        if (rows.isEmpty()) {
            return;
        }
        ArrayNode array = root.putArray(table.key());
        for (R row : rows) {
            ObjectNode object = array.addObject();
            for (FormColumn<R> column : table.columns()) {
                Object value = column.value().apply(row);
                if (value == null ? column.absent() != null : !value.equals(column.absent())) {
                    put(object, column.key(), value);
                }
            }
        }
    }

    private static void put(ObjectNode object, String key, Object value) {
        switch (value) {
            case null -> object.putNull(key);
            case Integer number -> object.put(key, number);
            case Long number -> object.put(key, number);
            case BigDecimal number -> object.put(key, number);
            case Boolean flag -> object.put(key, flag);
            case Enum<?> choice -> object.put(key, choice.name());
            default -> object.put(key, value.toString());
        }
    }

    ProposalForm read(Path path) {
        ProposalForm form = form(tree(path));
        if (!problems.isEmpty()) {
            throw FormReading.refusal(problems);
        }
        return form;
    }

    private JsonNode tree(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                throw UserProblem.of("office.noFile", path.toString());
            }
            if (Files.size(path) > LARGEST) {
                throw UserProblem.of("office.tooLarge", file, Files.size(path) >> 20, LARGEST >> 20);
            }
            JsonNode tree = json.readTree(Files.readAllBytes(path));
            if (!tree.isObject()) {
                throw UserProblem.of("office.form.notAnObject", file);
            }
            return tree;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw UserProblem.because(e, "office.form.notJson", file, at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr(), PlainText.quoted(e.getOriginalMessage()));
        } catch (NumberFormatException exponentTooLarge) {
            throw UserProblem.because(exponentTooLarge, "office.form.notJson", file, 0, 0, PlainText.quoted(String.valueOf(exponentTooLarge.getMessage())));
        } catch (IOException e) {
            throw UserProblem.because(e, "office.unreadable", file, String.valueOf(e.getMessage()));
        }
    }

    private ProposalForm form(JsonNode root) {
        var values = new EnumMap<ProposalField, String>(ProposalField.class);
        Set<String> known = new HashSet<>();
        for (ProposalField field : ProposalField.values()) {
            known.add(key(field));
            JsonNode node = root.get(key(field));
            if (node != null && !node.isNull()) {
                String text = text(field, node);
                if (text != null) {
                    values.put(field, text);
                }
            }
        }
        ProposalForm form = ProposalForm.EMPTY.withFields(values);
        for (FormTable<?> table : FormTable.ALL) {
            known.add(table.key());
            form = table(table, root.get(table.key()), form);
        }
        root.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(Message.of("office.form.unknownKey", file, "/" + PlainText.quoted(name)));
            }
        });
        return form;
    }

    private String text(ProposalField field, JsonNode node) {
        String pointer = "/" + key(field);
        return switch (field.kind()) {
            case FLAG -> node.isBoolean() ? node.booleanValue() ? "Y" : "N" : node.asText().matches("[YN]") ? node.asText() : wrong(pointer, node, "flag");
            case COUNT -> node.isIntegralNumber() && node.canConvertToInt() || node.isTextual() && node.asText().strip().matches("\\d{1,9}") ? node.asText().strip() : wrong(pointer, node, "whole");
            case MONEY -> {
                Money money = money(node);
                yield money == null ? wrong(pointer, node, "money") : money.toString();
            }
            case DATE -> date(node) == null ? wrong(pointer, node, "date") : date(node).toString();
            case CHOICE -> field.choices().contains(node.asText()) ? node.asText() : wrongChoice(pointer, node, field.choices());
            case LINE, TEXT -> node.isTextual() && PlainText.is(node.asText()) ? node.asText() : wrong(pointer, node, "text");
        };
    }

    private <R> ProposalForm table(FormTable<R> table, JsonNode array, ProposalForm form) {
        if (array == null || array.isNull()) {
            return form;
        }
        if (!array.isArray()) {
            wrong("/" + table.key(), array, "array");
            return form;
        }
        var rows = new ArrayList<FormTable.Row>();
        for (int i = 0; i < array.size(); i++) {
            int before = problems.size();
            FormTable.Row row = row(table, array.get(i), "/" + table.key() + "/" + i);
            if (problems.size() == before) {
                rows.add(row);
            }
        }
        return table.put(form, rows);
    }

    private <R> FormTable.Row row(FormTable<R> table, JsonNode object, String pointer) {
        Map<String, Object> values = new HashMap<>();
        if (!object.isObject()) {
            wrong(pointer, object, "object");
            return new FormTable.Row(values);
        }
        Set<String> known = new HashSet<>();
        for (FormColumn<R> column : table.columns()) {
            known.add(column.key());
            JsonNode node = object.get(column.key());
            if (node == null && !column.required()) {
                values.put(column.key(), column.absent());
            } else if (node == null || node.isNull() && column.required()) {
                problems.add(Message.of("office.form.missingKey", file, pointer + "/" + column.key()));
            } else if (!node.isNull()) {
                values.put(column.key(), value(column, node, pointer + "/" + column.key()));
            }
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(Message.of("office.form.unknownKey", file, pointer + "/" + PlainText.quoted(name)));
            }
        });
        return new FormTable.Row(values);
    }

    private Object value(FormColumn<?> column, JsonNode node, String pointer) {
        return switch (column.kind()) {
            case TEXT -> node.isTextual() && PlainText.is(node.asText()) ? node.asText() : wrong(pointer, node, "text");
            case WHOLE -> node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0 && (column.key().equals("size") || node.canConvertToInt())
                    ? (Object) node.longValue() : wrong(pointer, node, "whole");
            case DECIMAL -> {
                BigDecimal decimal = decimal(node);
                yield decimal == null ? wrong(pointer, node, "number") : decimal;
            }
            case MONEY -> {
                Money money = money(node);
                yield money == null ? wrong(pointer, node, "money") : money;
            }
            case DATE -> {
                LocalDate date = date(node);
                yield date == null ? wrong(pointer, node, "date") : date;
            }
            case FLAG -> node.isBoolean() ? (Object) node.booleanValue() : wrong(pointer, node, "flag");
            case CHOICE -> {
                Enum<?> choice = Arrays.stream(column.choices().getEnumConstants()).filter(one -> one.name().equals(node.asText())).findFirst().orElse(null);
                yield choice == null ? wrongChoice(pointer, node, Arrays.stream(column.choices().getEnumConstants()).map(Enum::name).toList()) : choice;
            }
        };
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? FormReading.small(node.decimalValue()) : node.isTextual() ? FormReading.number(node.asText().strip()) : null;
    }

    private static Money money(JsonNode node) {
        try {
            BigDecimal yuan = decimal(node);
            return yuan == null || yuan.abs().compareTo(new BigDecimal("1E12")) > 0 ? null : Money.ofYuan(yuan);
        } catch (ArithmeticException partsOfAFen) {
            return null;
        }
    }

    private static LocalDate date(JsonNode node) {
        try {
            return node.isTextual() ? LocalDate.parse(node.asText().strip()) : null;
        } catch (java.time.DateTimeException notADate) {
            return null;
        }
    }

    private String wrong(String pointer, JsonNode node, String kind) {
        String shown = node.isContainerNode() ? node.getNodeType().name().toLowerCase(java.util.Locale.ROOT) : node.asText();
        problems.add(Message.of("office.form.wrongValue", file, pointer, PlainText.quoted(shown), Message.of("office.form.kind." + kind)));
        return null;
    }

    private String wrongChoice(String pointer, JsonNode node, List<String> choices) {
        problems.add(Message.of("office.form.wrongChoice", file, pointer, PlainText.quoted(node.asText()), choices));
        return null;
    }
}
