package org.lianshen.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import org.lianshen.json.ModelJson;

/** What travels: the model's JSON, read strictly. Nothing unknown, nothing twice, nothing deep, no number and no text that does harm later. */
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
        ours.addDeserializer(BigDecimal.class, new DecimalIn());
        ours.addDeserializer(String.class, new TextIn());
        return ModelJson.builder(factory).addModule(ours).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // What a record answers beside its components, such as isEmpty, is no content.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();
    }

    /** A number of a few bytes may fill the memory once it is written out. */
    private static final class DecimalIn extends StdDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        DecimalIn() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, in);
            }
            BigDecimal number = in.getDecimalValue();
            if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
                throw context.weirdNumberException(number.unscaledValue(), BigDecimal.class, "exponent");
            }
            return number;
        }
    }

    /** No text that a database does not take: no NUL, no half of a character. */
    private static final class TextIn extends StdDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TextIn() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(String.class, in);
            }
            String text = in.getText();
            if (text.codePoints().anyMatch(each -> each == 0 || each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)) {
                throw context.weirdStringException("", String.class, "not storable");
            }
            return text;
        }
    }
}
