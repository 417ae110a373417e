package org.lianshen.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.Money;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.review.ActDetail;

/**
 * What travels, as strict JSON: nothing unknown, nothing twice, nothing deep, kinds of acts by names that do not change with class names, money in whole fen. It is a
 * format between programs of different ages, so it stands apart from how a store keeps the same.
 */
final class ContentJson {

    private static final int DEPTH = 64;
    private static final int LONGEST_TEXT = 4 << 20;
    private static final int LONGEST_NUMBER = 100;
    private static final JsonMapper MAPPER = mapper();

    private ContentJson() {
    }

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be written: " + value.getClass(), e);
        }
    }

    /** @throws IOException if it is no such object, whatever is wrong with it */
    static <T> T read(byte[] json, Class<T> type) throws IOException {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IOException("nothing");
            }
            return value;
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    private static JsonMapper mapper() {
        var limits = StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxStringLength(LONGEST_TEXT).maxNumberLength(LONGEST_NUMBER).build();
        var factory = JsonFactory.builder().streamReadConstraints(limits).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        var ours = new SimpleModule();
        ours.addSerializer(Money.class, new MoneyOut());
        ours.addDeserializer(Money.class, new MoneyIn());
        ours.addSerializer(PackValue.class, new ValueOut());
        ours.addDeserializer(PackValue.class, new ValueIn());
        ours.addSerializer(PackPath.class, new PathOut());
        ours.addDeserializer(PackPath.class, new PathIn());
        return JsonMapper.builder(factory).addModule(new JavaTimeModule()).addModule(ours).addMixIn(ActDetail.class, ActNames.class)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // What a record answers beside its components, such as isEmpty, is no content.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS)).build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ActDetail.Acceptance.class, name = "acceptance"),
        @JsonSubTypes.Type(value = ActDetail.PreRejection.class, name = "preRejection"),
        @JsonSubTypes.Type(value = ActDetail.Return.class, name = "return"),
        @JsonSubTypes.Type(value = ActDetail.Resubmission.class, name = "resubmission"),
        @JsonSubTypes.Type(value = ActDetail.Addition.class, name = "addition"),
        @JsonSubTypes.Type(value = ActDetail.Transfer.class, name = "transfer"),
        @JsonSubTypes.Type(value = ActDetail.Reminder.class, name = "reminder"),
        @JsonSubTypes.Type(value = ActDetail.ExpertReview.class, name = "expertReview"),
        @JsonSubTypes.Type(value = ActDetail.Summary.class, name = "summary"),
        @JsonSubTypes.Type(value = ActDetail.Opinion.class, name = "opinion"),
        @JsonSubTypes.Type(value = ActDetail.OpinionWithdrawal.class, name = "opinionWithdrawal"),
        @JsonSubTypes.Type(value = ActDetail.Decision.class, name = "decision"),
        @JsonSubTypes.Type(value = ActDetail.Issuance.class, name = "issuance"),
        @JsonSubTypes.Type(value = ActDetail.Verification.class, name = "verification"),
        @JsonSubTypes.Type(value = ActDetail.Withdrawal.class, name = "withdrawal")
    })
    private interface ActNames {
    }

    private static final class MoneyOut extends StdSerializer<Money> {
        private static final long serialVersionUID = 1L;

        MoneyOut() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(money.fen());
        }
    }

    private static final class MoneyIn extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1L;

        MoneyIn() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return (Money) context.handleUnexpectedToken(Money.class, in);
            }
            return Money.ofFen(in.getLongValue());
        }
    }

    private static final class ValueOut extends StdSerializer<PackValue> {
        private static final long serialVersionUID = 1L;

        ValueOut() {
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

    private static final class ValueIn extends StdDeserializer<PackValue> {
        private static final long serialVersionUID = 1L;

        ValueIn() {
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

    private static final class PathOut extends StdSerializer<PackPath> {
        private static final long serialVersionUID = 1L;

        PathOut() {
            super(PackPath.class);
        }

        @Override
        public void serialize(PackPath path, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(path.toString());
        }
    }

    private static final class PathIn extends StdDeserializer<PackPath> {
        private static final long serialVersionUID = 1L;

        PathIn() {
            super(PackPath.class);
        }

        @Override
        public PackPath deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return PackPath.parse(in.getText());
        }
    }
}
