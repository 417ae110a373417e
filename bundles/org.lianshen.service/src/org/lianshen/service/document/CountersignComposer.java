package org.lianshen.service.document;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.ReviewActs;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.wording.Wordings;

/**
 * 会签意见表 of one body in one round: as it was signed; the body's own draft, which nobody else sees; or else empty, to be filled by hand.
 */
final class CountersignComposer implements PaperComposer {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Desk desk;
    private final Wordings wordings;

    CountersignComposer(Desk desk, Wordings wordings) {
        this.desk = desk;
        this.wordings = wordings;
    }

    /**
     * A body's sheet.
     *
     * @param opinion   signed or draft; null for an empty sheet
     * @param signed    whether it is signed
     * @param handler   who entered it, as printed
     * @param passedTo  who has the task where it was passed on, else empty
     */
    record Sheet(ProposalCase project, int round, BodyStatus status, RulePack pack, ActDetail.Opinion opinion, boolean signed, String handler, String passedTo, String signedAt) {
    }

    @Override
    public PaperKind kind() {
        return PaperKind.COUNTERSIGN;
    }

    @Override
    public List<PaperKey> keys(Tx tx, UUID subject) {
        ProposalCase found = ProposalCase.find(desk, tx, subject);
        List<PaperKey> keys = new ArrayList<>();
        if (found != null) {
            found.rounds().forEach(round -> found.round(round).bodies().stream().filter(status -> status.act() != null || status.standing() != Standing.RECUSED)
                    .forEach(status -> keys.add(new PaperKey(kind(), subject, round + "/" + status.body()))));
        }
        return keys;
    }

    @Override
    public Message name(Tx tx, PaperKey key) {
        ProposalCase project = ProposalCase.of(desk, tx, key.subject());
        int round = round(key);
        BodyStatus status = status(project, key);
        return Message.of("paper.name.COUNTERSIGN", project.proposal().reviewNo(), status.office(project.rules(round)).name(), round);
    }

    /** The sheet of the actor's own body, or of a body whose task the actor has. */
    @Override
    public boolean owns(Tx tx, PaperKey key, Actor actor) {
        return holds(status(ProposalCase.of(desk, tx, key.subject()), key), actor);
    }

    @Override
    public boolean filed(Tx tx, PaperKey key) {
        return status(ProposalCase.of(desk, tx, key.subject()), key).act() != null;
    }

    @Override
    public String author(Tx tx, PaperKey key) {
        ProposalCase project = ProposalCase.of(desk, tx, key.subject());
        return status(project, key).office(project.rules(round(key))).name();
    }

    private static boolean holds(BodyStatus status, Actor actor) {
        return actor.oneself() || status.body().equals(actor.body()) || status.seat() != null && ReviewActs.holds(actor, status.seat());
    }

    @Override
    public boolean goesOut(PaperKey key) {
        return false;
    }

    @Override
    public OfficialPaper compose(Tx tx, PaperKey key, Consumer<Message> notices) {
        ProposalCase project = ProposalCase.of(desk, tx, key.subject());
        int round = round(key);
        BodyStatus status = status(project, key);
        boolean signed = status.act() != null;
        RulePack pack = signed ? project.pack(status.act().at()) : project.rules(round);
        ActDetail.Opinion opinion = signed ? (ActDetail.Opinion) status.act().detail() : draft(tx, project, round, status).orElse(null);
        String handler = signed ? display(tx, status.act().recordedBy()) : "";
        String passedTo = status.seat() == null || !status.seat().transferred() ? ""
                : (ProposalCase.name(status.seat().holder(), pack) + " " + (status.seat().person() == null ? "" : display(tx, status.seat().person()))).strip();
        var sheet = new Sheet(project, round, status, pack, opinion, signed, handler, passedTo, signed ? moment(status.act().at()) : "");
        Map<String, String> values = project.values(round, pack);
        values.put("会签部门", status.office(pack).name());
        values.put("截止日期", PaperTexts.date(status.due()));
        return new CountersignText(sheet, wordings.of(tx, kind(), signed ? status.act().at() : null), values).paper(desk.today());
    }

    /** Drafts are of the current round, and seen by those alone who have the body's task. */
    private Optional<ActDetail.Opinion> draft(Tx tx, ProposalCase project, int round, BodyStatus status) {
        return holds(status, desk.actor()) ? tx.acts().draft(project.proposal().id(), status.body()).filter(kept -> kept.versionNo() == round) : Optional.empty();
    }

    private static int round(PaperKey key) {
        int slash = key.part().indexOf('/');
        return slash < 0 ? 0 : PaperParts.number(key.part().substring(0, slash));
    }

    private BodyStatus status(ProposalCase project, PaperKey key) {
        int round = round(key);
        return Optional.of(round).filter(project.rounds()::contains).flatMap(no -> project.round(no).bodies().stream()
                .filter(status -> status.body().equals(key.part().substring(key.part().indexOf('/') + 1))).findFirst())
                .orElseThrow(() -> UserProblem.of("official.noSheet", project.proposal().reviewNo(), key.part()));
    }

    private static String display(Tx tx, String account) {
        return tx.accounts().find(account).map(Account::display).orElse(account);
    }

    private String moment(Instant at) {
        LocalDateTime time = LocalDateTime.ofInstant(at, desk.clock().getZone());
        return PaperTexts.date(time.toLocalDate()) + " " + TIME.format(time);
    }
}
