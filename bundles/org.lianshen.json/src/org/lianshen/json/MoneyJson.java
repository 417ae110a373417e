package org.lianshen.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.lianshen.model.Money;

/** Money as a whole number of fen. */
final class MoneyJson {

    private MoneyJson() {
    }

    static final class Writer extends StdSerializer<Money> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(money.fen());
        }
    }

    static final class Reader extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1L;

        Reader() {
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
}
