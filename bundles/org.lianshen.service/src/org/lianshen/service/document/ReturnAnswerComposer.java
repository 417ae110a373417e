package org.lianshen.service.document;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** 补正答复: each item of a return with what the unit answered when it submitted again. */
final class ReturnAnswerComposer implements PaperComposer {

    private final Desk desk;

    ReturnAnswerComposer(Desk desk) {
        this.desk = desk;
    }

    @Override
    public PaperKind kind() {
        return PaperKind.RETURN_ANSWER;
    }

    @Override
    public List<PaperKey> keys(Tx tx, UUID subject) {
        ProposalCase found = ProposalCase.find(desk, tx, subject);
        return found == null ? List.of() : found.of(ActDetail.Resubmission.class).stream()
                .map(act -> new PaperKey(kind(), subject, Integer.toString(((ActDetail.Resubmission) act.detail()).versionNo()))).toList();
    }

    @Override
    public Message name(Tx tx, PaperKey key) {
        return Message.of("paper.name.RETURN_ANSWER", ProposalCase.of(desk, tx, key.subject()).proposal().reviewNo(), key.part());
    }

    @Override
    public boolean owns(Tx tx, PaperKey key, Actor actor) {
        return PaperParts.ofUnit(tx, key, actor);
    }

    @Override
    public boolean goesOut(PaperKey key) {
        return false;
    }

    @Override
    public OfficialPaper compose(Tx tx, PaperKey key, Consumer<Message> notices) {
        ProposalCase project = ProposalCase.of(desk, tx, key.subject());
        int version = PaperParts.number(key.part());
        ReviewAct act = project.of(ActDetail.Resubmission.class).stream().filter(each -> ((ActDetail.Resubmission) each.detail()).versionNo() == version).findFirst()
                .orElseThrow(() -> UserProblem.of("official.noAnswer", project.proposal().reviewNo(), key.part()));
        var answers = ((ActDetail.Resubmission) act.detail()).answers();
        Block table = PaperParts.table("returnNotice", List.of("no", "place", "problem", "request", "answer"), List.of(3, 8, 12, 12, 13), project.askedBefore(act).stream()
                .map(item -> List.of(Integer.toString(item.no()), PaperTexts.text(item.place()), PaperTexts.text(item.problem()), PaperTexts.text(item.request()),
                        PaperTexts.text(answers.get(item.no())))).toList());
        var form = project.form(version);
        return OfficialPaper.working(PaperTexts.get("official.returnAnswer.title", form.name()), PaperTexts.get("official.returnAnswer.number", project.proposal().reviewNo(), version),
                List.of(table), List.of(), form.unit(), project.day(act.at()), false, false, "");
    }
}
