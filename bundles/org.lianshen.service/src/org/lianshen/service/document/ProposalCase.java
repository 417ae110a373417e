package org.lianshen.service.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewActs;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.ReviewStates;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** A submitted proposal with its acts, for papers: the rounds as they were when they ended, and the rules of their time. */
record ProposalCase(Desk desk, Proposal proposal, List<ReviewAct> acts) {

    /** @throws org.lianshen.model.UserProblem where there is no such proposal */
    static ProposalCase of(Desk desk, Tx tx, UUID id) {
        Proposal proposal = new States(desk).proposal(tx, id);
        return new ProposalCase(desk, proposal, tx.acts().of(id));
    }

    /** Null where the subject is no submitted proposal. */
    static ProposalCase find(Desk desk, Tx tx, UUID subject) {
        return tx.proposals().find(subject).filter(Proposal::submitted).map(proposal -> new ProposalCase(desk, proposal, tx.acts().of(subject))).orElse(null);
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, desk.clock().getZone());
    }

    RulePack pack(Instant moment) {
        return desk.packs().at(moment, desk.clock().getZone());
    }

    /** Rounds that were begun. */
    List<Integer> rounds() {
        return IntStream.rangeClosed(1, ReviewStates.on(facts(acts, desk.pack()), desk.today()).round()).boxed().toList();
    }

    private ReviewFacts facts(List<ReviewAct> taken, RulePack pack) {
        return new States(desk).facts(proposal, taken, pack);
    }

    ProposalVersion version(int no) {
        return proposal.versions().stream().filter(version -> version.no() == no).findFirst().orElseThrow();
    }

    ProposalForm form(int no) {
        return version(no).form();
    }

    /** The state at the end of a round: when the next one was begun, else today. */
    ReviewState round(int no) {
        End end = end(no);
        return ReviewStates.on(end.facts(), end.day());
    }

    /** Veto items that stood at the end of a round. */
    List<CheckItem> vetoes(int no) {
        End end = end(no);
        return ReviewActs.vetoes(end.facts(), end.day());
    }

    /** The state just before an act, on its day. */
    ReviewState before(ReviewAct act) {
        End end = until(acts.stream().filter(each -> each.seq() < act.seq()).toList());
        return ReviewStates.on(end.facts(), end.day());
    }

    /** What the unit was asked for when it did an act. */
    List<ReturnItem> askedBefore(ReviewAct act) {
        End end = until(acts.stream().filter(each -> each.seq() < act.seq()).toList());
        return ReviewActs.toAnswer(end.facts(), end.day());
    }

    private record End(ReviewFacts facts, LocalDate day) {
    }

    private End end(int round) {
        return until(acts.stream().takeWhile(act -> !(act.detail() instanceof ActDetail.Resubmission next && next.versionNo() > round)).toList());
    }

    /** @param taken the first acts: on the day of the next one, or today where it is all */
    private End until(List<ReviewAct> taken) {
        if (taken.size() == acts.size()) {
            return new End(facts(acts, desk.pack()), desk.today());
        }
        Instant ended = acts.get(taken.size()).at();
        return new End(facts(taken, pack(ended)), day(ended));
    }

    /** The rules under which a round ended: of its decision, else of the next round's beginning, else of today. */
    RulePack rules(int round) {
        ReviewState state = round(round);
        if (state.decisionAt() != null) {
            return pack(state.decisionAt().at());
        }
        return acts.stream().filter(act -> act.detail() instanceof ActDetail.Resubmission next && next.versionNo() > round).findFirst().map(act -> pack(act.at())).orElseGet(desk::pack);
    }

    /** Acts of a kind, oldest first. */
    List<ReviewAct> of(Class<? extends ActDetail> kind) {
        return acts.stream().filter(act -> kind.isInstance(act.detail())).toList();
    }

    /** The name of a body or unit by its code. */
    static String name(String code, RulePack pack) {
        return pack.bodies().stream().filter(body -> body.code().equals(code)).map(ReviewBody::name).findFirst()
                .or(() -> pack.units().stream().filter(unit -> unit.code().equals(code)).map(UnitRecord::name).findFirst()).orElse(PaperTexts.text(code));
    }

    /** Fields that every paper of a proposal may name. */
    Map<String, String> values(int round, RulePack pack) {
        ProposalForm form = form(round);
        var values = new LinkedHashMap<String, String>();
        values.put("项目名称", form.name());
        values.put("联审编号", proposal.reviewNo());
        values.put("申报单位", form.unit());
        values.put("申报额", PaperTexts.wan(ReviewFacts.applied(form)));
        values.put("轮次", Integer.toString(round));
        values.put("牵头单位", PaperTexts.unit(pack.leadBody(), pack));
        values.put("地区", pack.name());
        return values;
    }
}
