package org.lianshen.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.review.ActDetail;

class ModelJsonTest {

    private static final JsonMapper MAPPER = ModelJson.builder(new JsonFactory()).build();

    /** An act without a name of its own could be written, and never be read again. */
    @ParameterizedTest
    @ValueSource(classes = {ActDetail.class, ExpertStep.class})
    void everyKindOfActHasAName(Class<?> acts) {
        var named = MAPPER.getSubtypeResolver().collectAndResolveSubtypesByClass(MAPPER.getDeserializationConfig(), MAPPER.getDeserializationConfig().introspectClassAnnotations(acts).getClassInfo());
        for (Class<?> kind : Arrays.stream(acts.getPermittedSubclasses()).toList()) {
            assertEquals(1, named.stream().filter(each -> each.getType() == kind && each.hasName()).count(), kind.getSimpleName());
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws JsonProcessingException {
        Message message = Message.of("area.key", "文", 7, 8L, Money.ofFen(1), new BigDecimal("1.50"), LocalDate.of(2026, 11, 22), List.of(Message.of("area.other"), "x"));
        assertEquals(message, MAPPER.readValue(MAPPER.writeValueAsString(message), Message.class));
        PackValue value = new PackValue.Items(List.of(new PackValue.Text("云"), new PackValue.Flag(true), PackValue.Items.of(List.of("a"))));
        assertEquals(value, MAPPER.readValue(MAPPER.writeValueAsString(value), PackValue.class));
        PackPath path = PackPath.of("lists", "a/b~c");
        assertEquals(path, MAPPER.readValue(MAPPER.writeValueAsString(path), PackPath.class));
        ActDetail act = new ActDetail.Summary("汇总");
        String written = MAPPER.writerFor(ActDetail.class).writeValueAsString(act);
        assertTrue(written.contains("\"kind\":\"summary\""), written);
        assertEquals(act, MAPPER.readValue(written, ActDetail.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"7\"", "true", "[1]"})
    void moneyIsWholeFenAndNothingElse(String json) {
        assertThrows(JsonProcessingException.class, () -> MAPPER.readValue(json, Money.class));
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsNoArgument() {
        assertThrows(JsonProcessingException.class, () -> MAPPER.readValue("{\"key\":\"a.b\",\"args\":[{\"decimal\":\"1E999999999\"}]}", Message.class));
    }
}
