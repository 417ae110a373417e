package org.lianshen.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.Money;

/**
 * A message as {@code {"key": …, "args": […]}}. Text, whole numbers and lists stand for themselves; what JSON has no word for is an object with one field that
 * names the type: {@code {"money": fen}}, {@code {"date": "2026-11-21"}}, {@code {"long": 5}}, {@code {"decimal": "1.20"}}, {@code {"message": {…}}}.
 */
final class MessageJson {

    private static final int MOST_PLACES = 100;

    private MessageJson() {
    }

    static final class Writer extends StdSerializer<Message> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Message.class);
        }

        @Override
        public void serialize(Message message, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("key", message.key());
            out.writeFieldName("args");
            list(message.args(), out, provider);
            out.writeEndObject();
        }

        private void list(List<?> args, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            for (Object arg : args) {
                arg(arg, out, provider);
            }
            out.writeEndArray();
        }

        private void arg(Object arg, JsonGenerator out, SerializerProvider provider) throws IOException {
            switch (arg) {
                case String text -> out.writeString(text);
                case Integer number -> out.writeNumber(number);
                case List<?> list -> list(list, out, provider);
                case Money money -> typed("money", money.fen(), out);
                case Long number -> typed("long", number, out);
                case BigDecimal number -> typed("decimal", number.toString(), out);
                case LocalDate date -> typed("date", date.toString(), out);
                case Message message -> {
                    out.writeStartObject();
                    out.writeFieldName("message");
                    serialize(message, out, provider);
                    out.writeEndObject();
                }
                // Shown by its own text wherever a message is formatted, so its text is all there is to keep.
                default -> out.writeString(arg.toString());
            }
        }

        private static void typed(String type, Object value, JsonGenerator out) throws IOException {
            out.writeStartObject();
            if (value instanceof Long number) {
                out.writeNumberField(type, number);
            } else {
                out.writeStringField(type, value.toString());
            }
            out.writeEndObject();
        }
    }

    static final class Reader extends StdDeserializer<Message> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Message.class);
        }

        @Override
        public Message deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String key = null;
            List<Object> args = List.of();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                in.nextToken();
                switch (field) {
                    case "key" -> key = in.getText();
                    case "args" -> args = list(in, context);
                    default -> context.handleUnknownProperty(in, this, Message.class, field);
                }
            }
            return new Message(key, args);
        }

        private List<Object> list(JsonParser in, DeserializationContext context) throws IOException {
            var args = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                args.add(arg(in, context));
            }
            return args;
        }

        private static BigDecimal decimal(JsonParser in, DeserializationContext context) throws IOException {
            BigDecimal number = new BigDecimal(in.getText());
            if (Math.abs((long) number.scale()) > MOST_PLACES) {
                throw context.weirdStringException("", BigDecimal.class, "fills the memory once it is written out");
            }
            return number;
        }

        private Object arg(JsonParser in, DeserializationContext context) throws IOException {
            return switch (in.currentToken()) {
                case VALUE_STRING -> in.getText();
                case VALUE_NUMBER_INT -> in.getIntValue();
                case START_ARRAY -> list(in, context);
                case START_OBJECT -> {
                    String type = in.nextFieldName();
                    in.nextToken();
                    Object value = switch (type) {
                        case "money" -> Money.ofFen(in.getLongValue());
                        case "long" -> in.getLongValue();
                        case "decimal" -> decimal(in, context);
                        case "date" -> LocalDate.parse(in.getText());
                        case "message" -> deserialize(in, context);
                        default -> context.handleUnexpectedToken(Message.class, in);
                    };
                    in.nextToken();
                    yield value;
                }
                default -> context.handleUnexpectedToken(Message.class, in);
            };
        }
    }
}
