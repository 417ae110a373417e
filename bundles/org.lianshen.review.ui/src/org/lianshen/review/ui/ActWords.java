package org.lianshen.review.ui;

import org.lianshen.model.pack.RulePack;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.text.Texts;

/** Acts of one review in words. */
final class ActWords {

    private final ReviewMessages messages;
    private final Texts texts;
    private final RulePack pack;
    private final Review review;

    ActWords(ReviewMessages messages, Texts texts, RulePack pack, Review review) {
        this.messages = messages;
        this.texts = texts;
        this.pack = pack;
        this.review = review;
    }

    private String word(ReviewAct act) {
        return texts.get("review.act." + act.detail().getClass().getSimpleName());
    }

    /** Short name of a body; of a unit that was asked besides its name, of the applicant the unit's. */
    private String name(String code) {
        if ("unit".equals(code)) {
            return review.proposal().form().unit();
        }
        return pack.bodies().stream().filter(body -> body.code().equals(code)).findFirst().map(body -> Standings.shortName(body, texts))
                .or(() -> review.acts().stream().map(ReviewAct::detail).filter(ActDetail.Addition.class::isInstance).map(ActDetail.Addition.class::cast)
                        .filter(addition -> addition.code().equals(code)).map(ActDetail.Addition::name).findFirst()).orElse(code);
    }

    /** Who did what, in one line. */
    String described(ReviewAct act) {
        String who = act.body() == null ? "" : name(act.body());
        String what = switch (act.detail()) {
            case ActDetail.Acceptance accepted -> accepted.batch() == null ? messages.actAcceptance
                    : String.join(" ", messages.actAcceptance, texts.get("review.batch." + accepted.batch().name()));
            case ActDetail.PreRejection suggestion -> String.join(" ", word(act), suggestion.reason());
            case ActDetail.Addition addition -> String.join(" ", word(act), addition.name(), addition.due().toString(), addition.reason());
            case ActDetail.Transfer transfer -> String.join(" ", word(act), name(transfer.toBody()), transfer.toPerson() == null ? "" : transfer.toPerson(), transfer.reason());
            case ActDetail.Reminder reminder -> String.join(" ", word(act), name(reminder.to()), reminder.words());
            case ActDetail.ExpertReview experts -> String.join(" ", word(act), texts.get("review.overall." + experts.conclusion().name()), experts.summary());
            case ActDetail.Summary summary -> String.join(" ", word(act), summary.words());
            case ActDetail.Issuance letter -> String.join(" ", word(act), letter.documentNo());
            case ActDetail.Return returned -> messages.actReturn;
            case ActDetail.Resubmission again -> messages.actResubmission;
            case ActDetail.Opinion opinion -> String.join(" ", messages.actOpinion, texts.get("review.overall." + opinion.overall().name()), opinion.remark());
            case ActDetail.OpinionWithdrawal withdrawn -> String.join(" ", messages.actOpinionWithdrawal, withdrawn.reason());
            case ActDetail.Decision decision -> String.join(" ", messages.actDecision, texts.get("review.decision." + decision.kind().name()));
            case ActDetail.Verification verified -> String.join(" ", messages.actVerification, Integer.toString(verified.conditionNo()), verified.evidence());
            case ActDetail.Withdrawal withdrawn -> String.join(" ", messages.actWithdrawal, withdrawn.reason());
        };
        String signer = act.signedBy() == null ? "" : act.signedBy();
        String entered = act.onBehalf() ? messages.format(messages.onBehalf, act.recordedBy()) : "";
        return String.join("　", who, what.strip(), signer, entered).strip();
    }
}
