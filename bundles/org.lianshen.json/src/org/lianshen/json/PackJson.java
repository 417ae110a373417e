package org.lianshen.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;

/** The content of rule packs as plain JSON: text, true and false, lists and objects stand for themselves, a path is its pointer. */
final class PackJson {

    private PackJson() {
    }

    static void into(SimpleModule module) {
        module.addSerializer(PackValue.class, new ValueWriter());
        module.addDeserializer(PackValue.class, new ValueReader());
        module.addSerializer(PackPath.class, new PathWriter());
        module.addDeserializer(PackPath.class, new PathReader());
    }

    private static final class ValueWriter extends StdSerializer<PackValue> {
        private static final long serialVersionUID = 1L;

        ValueWriter() {
            super(PackValue.class);
        }

        @Override
        public void serialize(PackValue value, JsonGenerator out, SerializerProvider provider) throws IOException {
            switch (value) {
                case PackValue.Text(String text) -> out.writeString(text);
                case PackValue.Flag(boolean on) -> out.writeBoolean(on);
                case PackValue.Items(List<PackValue> items) -> {
                    out.writeStartArray();
                    for (PackValue item : items) {
                        serialize(item, out, provider);
                    }
                    out.writeEndArray();
                }
                case PackValue.Fields(Map<String, PackValue> fields) -> {
                    out.writeStartObject();
                    for (var field : fields.entrySet()) {
                        out.writeFieldName(field.getKey());
                        serialize(field.getValue(), out, provider);
                    }
                    out.writeEndObject();
                }
            }
        }
    }

    private static final class ValueReader extends StdDeserializer<PackValue> {
        private static final long serialVersionUID = 1L;

        ValueReader() {
            super(PackValue.class);
        }

        @Override
        public PackValue deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return switch (in.currentToken()) {
                case VALUE_STRING -> new PackValue.Text(in.getText());
                case VALUE_TRUE, VALUE_FALSE -> new PackValue.Flag(in.getBooleanValue());
                case START_ARRAY -> {
                    var items = new ArrayList<PackValue>();
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        items.add(deserialize(in, context));
                    }
                    yield new PackValue.Items(items);
                }
                case START_OBJECT -> {
                    var fields = new LinkedHashMap<String, PackValue>();
                    while (in.nextToken() == JsonToken.FIELD_NAME) {
                        String name = in.currentName();
                        in.nextToken();
                        fields.put(name, deserialize(in, context));
                    }
                    yield new PackValue.Fields(fields);
                }
                default -> (PackValue) context.handleUnexpectedToken(PackValue.class, in);
            };
        }
    }

    private static final class PathWriter extends StdSerializer<PackPath> {
        private static final long serialVersionUID = 1L;

        PathWriter() {
            super(PackPath.class);
        }

        @Override
        public void serialize(PackPath path, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(path.toString());
        }
    }

    private static final class PathReader extends StdDeserializer<PackPath> {
        private static final long serialVersionUID = 1L;

        PathReader() {
            super(PackPath.class);
        }

        @Override
        public PackPath deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return PackPath.parse(in.getText());
        }
    }
}
