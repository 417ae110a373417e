package org.lianshen.service.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.meeting.Absences;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.AgendaItem.Vote;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;
import org.lianshen.service.wording.Wordings;

/** 会议纪要. Those of a closed meeting say what was stored as decided. */
final class MinutesComposer implements PaperComposer {

    private final Desk desk;
    private final Wordings wordings;
    private final States states;

    MinutesComposer(Desk desk, Wordings wordings) {
        this.desk = desk;
        this.wordings = wordings;
        states = new States(desk);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.MINUTES;
    }

    @Override
    public List<PaperKey> keys(Tx tx, UUID subject) {
        Optional<Meeting> meeting = tx.meetings().find(subject);
        if (meeting.isPresent()) {
            return meeting.get().agenda().isEmpty() ? List.of() : List.of(new PaperKey(kind(), subject));
        }
        return tx.acts().of(subject).stream().map(ReviewAct::detail).filter(ActDetail.Decision.class::isInstance).map(ActDetail.Decision.class::cast)
                .filter(decision -> decision.meeting() != null).map(decision -> new PaperKey(kind(), decision.meeting(), subject.toString())).toList();
    }

    @Override
    public Message name(Tx tx, PaperKey key) {
        return Message.of(key.part().isEmpty() ? "paper.name.MINUTES" : "paper.name.MINUTES_EXTRACT", meeting(tx, key).no());
    }

    @Override
    public boolean goesOut(PaperKey key) {
        return key.part().isEmpty();
    }

    @Override
    public OfficialPaper compose(Tx tx, PaperKey key, Consumer<Message> notices) {
        Meeting meeting = meeting(tx, key);
        if (meeting.agenda().isEmpty()) {
            throw UserProblem.of("paper.emptyAgenda", meeting.no());
        }
        RulePack pack = desk.packs().apply(meeting.date() == null ? desk.today() : meeting.date());
        List<MinutesItem> items = meeting.agenda().stream().filter(item -> key.part().isEmpty() || key.part().equals(item.proposal().toString())).map(item -> item(tx, meeting, item, pack)).toList();
        if (items.isEmpty()) {
            throw UserProblem.of("paper.emptyAgenda", meeting.no());
        }
        var text = new MinutesText(meeting, items, pack, wordings.of(tx, kind(), meeting.closedAt()), desk.clock().getZone());
        if (!key.part().isEmpty()) {
            return text.extract(desk.today());
        }
        return text.paper(desk.today(), AuditCode.of(tx.audit().end(), notices));
    }

    @Override
    public Optional<Message> unready(Tx tx, PaperKey key) {
        Meeting meeting = meeting(tx, key);
        return meeting.closed() ? Optional.empty() : Optional.of(Message.of("paper.sign.meetingOpen", meeting.no()));
    }

    private static Meeting meeting(Tx tx, PaperKey key) {
        return tx.meetings().find(key.subject()).orElseThrow(() -> UserProblem.of("meeting.notFound"));
    }

    private MinutesItem item(Tx tx, Meeting meeting, AgendaItem item, RulePack pack) {
        Proposal proposal = states.proposal(tx, item.proposal());
        List<ReviewAct> acts = tx.acts().of(proposal.id());
        String mergedInto = item.mergedInto() == null ? null : states.proposal(tx, item.mergedInto()).form().name();
        List<Absences.Absence> absences = Absences.of(tx.meetingActs().of(meeting.id()), proposal.id());
        Optional<ActDetail.Decision> decision = acts.stream().map(ReviewAct::detail).filter(ActDetail.Decision.class::isInstance).map(ActDetail.Decision.class::cast)
                .filter(made -> meeting.id().equals(made.meeting())).findFirst();
        if (decision.isPresent()) {
            ActDetail.Decision made = decision.get();
            return new MinutesItem(item, version(proposal, made.versionNo()), made.applied(), made.approved(), made.validUntil(), recused(item, acts, made.versionNo(), pack),
                    mergedInto, absences);
        }
        ReviewState state = states.today(tx, proposal);
        List<String> recused = names(pack, code -> item.votes().get(code) == Vote.RECUSED
                || state.bodies().stream().anyMatch(body -> body.body().equals(code) && body.standing() == BodyStatus.Standing.RECUSED));
        return new MinutesItem(item, proposal.form(), state.applied(), item.approved(), null, recused, mergedInto, absences);
    }

    private static ProposalForm version(Proposal proposal, int no) {
        return proposal.versions().stream().filter(version -> version.no() == no).map(ProposalVersion::form).findFirst().orElse(proposal.form());
    }

    /** Bodies that stepped back in the room or by their opinion on this version. */
    private static List<String> recused(AgendaItem item, List<ReviewAct> acts, int version, RulePack pack) {
        Map<String, ActDetail.Opinion> last = new java.util.HashMap<>();
        acts.forEach(act -> {
            if (act.detail() instanceof ActDetail.Opinion opinion && opinion.versionNo() == version) {
                last.put(act.body(), opinion);
            }
        });
        return names(pack, code -> item.votes().get(code) == Vote.RECUSED
                || last.containsKey(code) && last.get(code).overall() == org.lianshen.model.review.Overall.RECUSED);
    }

    private static List<String> names(RulePack pack, java.util.function.Predicate<String> which) {
        List<String> names = new ArrayList<>();
        for (ReviewBody body : pack.bodies()) {
            if (which.test(body.code())) {
                names.add(body.name());
            }
        }
        return names;
    }
}
