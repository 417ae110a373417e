package org.lianshen.service.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.AgendaItem.Vote;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.DocumentService;
import org.lianshen.service.document.PaperWriter.Format;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** Paper of the joint review. Minutes of an open meeting are a draft with the watermark 讨论稿; those of a closed one say what was stored as decided. */
public final class DocumentDesk implements DocumentService {

    private static final int ANCHOR_DIGITS = 12;

    private final Desk desk;
    private final List<PaperWriter> writers;
    private final States states;

    /** @param writers one for each format */
    public DocumentDesk(Desk desk, List<PaperWriter> writers) {
        this.desk = desk;
        this.writers = List.copyOf(writers);
        this.states = new States(desk);
    }

    @Override
    public List<Message> minutes(UUID meeting, Path docx, Path pdf) {
        desk.require(Permission.PRINT);
        Set<Message> notices = new LinkedHashSet<>();
        OfficialPaper paper = desk.read(tx -> compose(tx, meeting, notices));
        if (pdf != null) {
            notices.addAll(PaperWriter.of(writers, Format.PDF).write(paper, pdf));
        }
        if (docx != null) {
            notices.addAll(PaperWriter.of(writers, Format.DOCX).write(paper, docx));
        }
        return List.copyOf(notices);
    }

    private OfficialPaper compose(Tx tx, UUID id, Set<Message> notices) {
        Meeting meeting = tx.meetings().find(id).orElseThrow(() -> UserProblem.of("meeting.notFound"));
        if (meeting.agenda().isEmpty()) {
            throw UserProblem.of("paper.emptyAgenda", meeting.no());
        }
        RulePack pack = desk.packs().apply(meeting.date() == null ? desk.today() : meeting.date());
        List<MinutesItem> items = meeting.agenda().stream().map(item -> item(tx, meeting, item, pack)).toList();
        return new MinutesText(meeting, items, pack).paper(desk.today(), anchor(tx.audit().verify(), notices));
    }

    private MinutesItem item(Tx tx, Meeting meeting, AgendaItem item, RulePack pack) {
        Proposal proposal = states.proposal(tx, item.proposal());
        List<ReviewAct> acts = tx.acts().of(proposal.id());
        String mergedInto = item.mergedInto() == null ? null : states.proposal(tx, item.mergedInto()).form().name();
        Optional<ActDetail.Decision> decision = acts.stream().map(ReviewAct::detail).filter(ActDetail.Decision.class::isInstance).map(ActDetail.Decision.class::cast)
                .filter(made -> meeting.id().equals(made.meeting())).findFirst();
        if (decision.isPresent()) {
            ActDetail.Decision made = decision.get();
            return new MinutesItem(item, version(proposal, made.versionNo()), made.applied(), made.approved(), made.validUntil(), recused(item, acts, made.versionNo(), pack),
                    mergedInto);
        }
        ReviewState state = states.today(tx, proposal);
        List<String> recused = names(pack, code -> item.votes().get(code) == Vote.RECUSED
                || state.bodies().stream().anyMatch(body -> body.body().equals(code) && body.standing() == BodyStatus.Standing.RECUSED));
        return new MinutesItem(item, proposal.form(), state.applied(), item.approved(), null, recused, mergedInto);
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

    /** {@code 9F3C-21D0-77AB}: the beginning of the last record's hash. A chain that does not hold has no code to print. */
    private static String anchor(AuditVerdict verdict, Set<Message> notices) {
        if (!verdict.ok()) {
            notices.add(Message.of("paper.chainBroken", verdict.firstBroken()));
            return "";
        }
        if (verdict.records() == 0) {
            return "";
        }
        String digits = verdict.anchor().substring(0, ANCHOR_DIGITS).toUpperCase(Locale.ROOT);
        return String.join("-", digits.substring(0, 4), digits.substring(4, 8), digits.substring(8));
    }
}
