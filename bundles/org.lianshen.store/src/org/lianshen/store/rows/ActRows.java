package org.lianshen.store.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.store.Tx;

final class ActRows implements Tx.Acts {

    private static final Table<Record> REVIEW_ACT = Columns.table("review_act");
    private static final Field<UUID> PROPOSAL = Columns.id("proposal");
    private static final Field<Integer> SEQ = Columns.count("seq");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<Integer> ROUND = Columns.count("round_no");
    private static final Field<String> BODY = Columns.text("body_code");
    private static final Field<String> SIGNED_BY = Columns.text("signed_by");
    private static final Field<String> RECORDED_BY = Columns.text("recorded_by");
    private static final Field<Boolean> ON_BEHALF = Columns.flag("on_behalf");
    private static final Field<String> SCAN = Columns.text("scan");
    private static final Field<Instant> DONE_AT = Columns.moment("done_at");
    private static final Field<String> DETAIL = Columns.text("detail");
    private static final List<Field<?>> ALL =
            List.of(PROPOSAL, SEQ, ID, ROUND, BODY, SIGNED_BY, RECORDED_BY, ON_BEHALF, SCAN, DONE_AT, DETAIL);

    private static final Table<Record> OPINION_DRAFT = Columns.table("opinion_draft");
    private static final Field<String> OPINION = Columns.text("opinion");
    private final Work work;

    ActRows(Work work) {
        this.work = work;
    }

    @Override
    public List<ReviewAct> of(UUID proposal) {
        return work.sql().select(ALL).from(REVIEW_ACT).where(PROPOSAL.eq(proposal)).orderBy(SEQ).fetch(this::act);
    }

    @Override
    public Map<UUID, List<ReviewAct>> all() {
        var all = new HashMap<UUID, List<ReviewAct>>();
        work.sql().select(ALL).from(REVIEW_ACT).orderBy(PROPOSAL, SEQ)
                .forEach(row -> all.computeIfAbsent(row.get(PROPOSAL), id -> new ArrayList<>()).add(act(row)));
        return all;
    }

    @Override
    public void add(ReviewAct act) {
        work.writing();
        work.sql().select(ALL).from(REVIEW_ACT).where(PROPOSAL.eq(act.proposal()), SEQ.eq(act.seq())).fetchOptional(this::act).ifPresent(stored -> {
            throw new StaleWrite(act.proposal() + " #" + act.seq(), act, stored);
        });
        work.sql().insertInto(REVIEW_ACT, ALL).values(act.proposal(), act.seq(), act.id(), act.round(), act.body(), act.signedBy(), act.recordedBy(),
                act.onBehalf(), act.scan(), act.at(), work.json().write(act.detail())).execute();
    }

    @Override
    public Optional<ActDetail.Opinion> draft(UUID proposal, String body) {
        return work.sql().select(OPINION).from(OPINION_DRAFT).where(PROPOSAL.eq(proposal), BODY.eq(body)).fetchOptional(OPINION)
                .map(text -> work.json().read(text, ActDetail.Opinion.class));
    }

    @Override
    public void saveDraft(UUID proposal, String body, ActDetail.Opinion opinion) {
        work.writing();
        work.sql().deleteFrom(OPINION_DRAFT).where(PROPOSAL.eq(proposal), BODY.eq(body)).execute();
        if (opinion != null) {
            work.sql().insertInto(OPINION_DRAFT, PROPOSAL, BODY, OPINION).values(proposal, body, work.json().write(opinion)).execute();
        }
    }

    private ReviewAct act(Record row) {
        return new ReviewAct(row.get(ID), row.get(PROPOSAL), row.get(SEQ), row.get(ROUND), row.get(BODY), row.get(SIGNED_BY), row.get(RECORDED_BY),
                row.get(ON_BEHALF), row.get(SCAN), row.get(DONE_AT), work.json().read(row.get(DETAIL), ActDetail.class));
    }
}
