package org.lianshen.store.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianshen.json.ModelJson;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.meeting.MeetingAct;
import org.lianshen.service.document.OfficialPaper;

/**
 * What the store keeps as JSON text, and back. What is written stays readable for later versions: a list that an older version did not know is read as empty.
 */
public final class Json {

    private final JsonMapper mapper;

    public Json() {
        var builder = ModelJson.builder(new JsonFactory()).addMixIn(FindingStep.class, FindingStepNames.class).addMixIn(MeetingAct.Detail.class, MeetingActNames.class)
                .addMixIn(OfficialPaper.Block.class, BlockNames.class);
        for (Class<?> collection : List.of(List.class, Set.class, Map.class)) {
            builder.withConfigOverride(collection, override -> override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        mapper = builder.build();
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written: " + value.getClass(), e);
        }
    }

    /** @throws UnreadableContent if the text is no such object */
    public <T> T read(String text, Class<T> type) {
        return read(text, mapper.readerFor(type));
    }

    /** @throws UnreadableContent if the text is no such list */
    public <T> List<T> readList(String text, Class<T> element) {
        return read(text, mapper.readerFor(listOf(element)));
    }

    private JavaType listOf(Class<?> element) {
        return mapper.getTypeFactory().constructCollectionType(List.class, element);
    }

    private static <T> T read(String text, ObjectReader reader) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new UnreadableContent(e);
        }
    }

    /** Text of at most about {@code limit} characters each, which together hold all items as JSON lists. */
    public List<String> writeParts(Collection<?> items, int limit) {
        var parts = new java.util.ArrayList<String>();
        var part = new StringBuilder("[");
        for (Object item : items) {
            if (part.length() > limit) {
                parts.add(part.append(']').toString());
                part = new StringBuilder("[");
            }
            if (part.length() > 1) {
                part.append(',');
            }
            part.append(write(item));
        }
        if (part.length() > 1) {
            parts.add(part.append(']').toString());
        }
        return parts;
    }

    /** Stored text is not what it should be: the store was changed from outside. */
    public static final class UnreadableContent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableContent(Exception cause) {
            super(cause);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = OfficialPaper.Block.Heading.class, name = "heading"),
        @JsonSubTypes.Type(value = OfficialPaper.Block.Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = OfficialPaper.Block.Note.class, name = "note"),
        @JsonSubTypes.Type(value = OfficialPaper.Block.Table.class, name = "table"),
        @JsonSubTypes.Type(value = OfficialPaper.Block.Fields.class, name = "fields"),
        @JsonSubTypes.Type(value = OfficialPaper.Block.Seals.class, name = "seals")
    })
    private interface BlockNames {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = MeetingAct.Left.class, name = "left"),
        @JsonSubTypes.Type(value = MeetingAct.Returned.class, name = "returned"),
        @JsonSubTypes.Type(value = MeetingAct.Raised.class, name = "raised"),
        @JsonSubTypes.Type(value = MeetingAct.Done.class, name = "done"),
        @JsonSubTypes.Type(value = MeetingAct.Reopened.class, name = "reopened")
    })
    private interface MeetingActNames {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FindingStep.Notice.class, name = "notice"),
        @JsonSubTypes.Type(value = FindingStep.Reply.class, name = "reply"),
        @JsonSubTypes.Type(value = FindingStep.Rectification.class, name = "rectification"),
        @JsonSubTypes.Type(value = FindingStep.Verification.class, name = "verification"),
        @JsonSubTypes.Type(value = FindingStep.WaiverRequest.class, name = "waiverRequest"),
        @JsonSubTypes.Type(value = FindingStep.WaiverSignature.class, name = "waiverSignature"),
        @JsonSubTypes.Type(value = FindingStep.Closure.class, name = "closure"),
        @JsonSubTypes.Type(value = FindingStep.Reopening.class, name = "reopening"),
        @JsonSubTypes.Type(value = FindingStep.Assignment.class, name = "assignment"),
        @JsonSubTypes.Type(value = FindingStep.Remark.class, name = "remark"),
        @JsonSubTypes.Type(value = FindingStep.Retraction.class, name = "retraction")
    })
    private interface FindingStepNames {
    }
}
