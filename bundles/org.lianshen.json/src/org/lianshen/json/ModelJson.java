package org.lianshen.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.review.ActDetail;

/**
 * The JSON form of the model, for whoever keeps or carries it: money is whole fen, enums are their names, kinds of acts have names of their own that do not change with
 * class names. How strictly it is read is for the reader to add.
 */
public final class ModelJson {

    private ModelJson() {
    }

    /** @param factory with the limits of the reader */
    public static JsonMapper.Builder builder(JsonFactory factory) {
        var ours = new SimpleModule();
        ours.addSerializer(Money.class, new MoneyJson.Writer());
        ours.addDeserializer(Money.class, new MoneyJson.Reader());
        ours.addSerializer(Message.class, new MessageJson.Writer());
        ours.addDeserializer(Message.class, new MessageJson.Reader());
        PackJson.into(ours);
        return JsonMapper.builder(factory).addModule(new JavaTimeModule()).addModule(ours).addMixIn(ActDetail.class, ActDetailNames.class)
                .addMixIn(ExpertStep.class, ExpertStepNames.class).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS));
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
    private interface ActDetailNames {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ExpertStep.Statement.class, name = "statement"),
        @JsonSubTypes.Type(value = ExpertStep.Announcement.class, name = "announcement"),
        @JsonSubTypes.Type(value = ExpertStep.Annulment.class, name = "annulment"),
        @JsonSubTypes.Type(value = ExpertStep.Draw.class, name = "draw"),
        @JsonSubTypes.Type(value = ExpertStep.Replacement.class, name = "replacement"),
        @JsonSubTypes.Type(value = ExpertStep.Invitation.class, name = "invitation"),
        @JsonSubTypes.Type(value = ExpertStep.Acceptance.class, name = "acceptance"),
        @JsonSubTypes.Type(value = ExpertStep.Refusal.class, name = "refusal"),
        @JsonSubTypes.Type(value = ExpertStep.Avoidance.class, name = "avoidance"),
        @JsonSubTypes.Type(value = ExpertStep.Absence.class, name = "absence"),
        @JsonSubTypes.Type(value = ExpertStep.Leader.class, name = "leader"),
        @JsonSubTypes.Type(value = ExpertStep.Scoring.class, name = "scoring"),
        @JsonSubTypes.Type(value = ExpertStep.Discussion.class, name = "discussion"),
        @JsonSubTypes.Type(value = ExpertStep.GroupOpinion.class, name = "groupOpinion")
    })
    private interface ExpertStepNames {
    }
}
