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
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.service.store.Tx;

final class ExpertRows implements Tx.Experts {

    private static final Table<Record> EXPERT_TABLE = Columns.table("expert");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<String> NO = Columns.text("expert_no");
    private static final Field<String> CONTENT = Columns.text("content");
    private static final Field<Long> ROW_VERSION = Columns.number("row_version");

    private static final Table<Record> EXPERT_ACT = Columns.table("expert_act");
    private static final Field<UUID> PROPOSAL = Columns.id("proposal");
    private static final Field<Integer> SEQ = Columns.count("seq");
    private static final Field<Integer> ROUND = Columns.count("round_no");
    private static final Field<String> DONE_BY = Columns.text("done_by");
    private static final Field<Instant> DONE_AT = Columns.moment("done_at");
    private static final Field<String> STEP = Columns.text("step");
    private static final List<Field<?>> ALL = List.of(PROPOSAL, SEQ, ID, ROUND, DONE_BY, DONE_AT, STEP);

    private static final Table<Record> SCORE_DRAFT = Columns.table("score_draft");
    private static final Field<UUID> EXPERT = Columns.id("expert");
    private static final Field<String> SHEET = Columns.text("sheet");
    private final Work work;

    ExpertRows(Work work) {
        this.work = work;
    }

    @Override
    public List<Expert> pool() {
        return work.sql().select(CONTENT).from(EXPERT_TABLE).orderBy(NO).fetch(row -> work.json().read(row.get(CONTENT), Expert.class));
    }

    @Override
    public Optional<Expert> find(UUID id) {
        return work.sql().select(CONTENT).from(EXPERT_TABLE).where(ID.eq(id)).fetchOptional(CONTENT).map(text -> work.json().read(text, Expert.class));
    }

    @Override
    public Expert save(Expert expert) {
        work.writing();
        Expert stored = find(expert.id()).orElse(null);
        Expert namesake = work.sql().select(CONTENT).from(EXPERT_TABLE).where(NO.eq(expert.no()), ID.ne(expert.id())).fetchOptional(CONTENT)
                .map(text -> work.json().read(text, Expert.class)).orElse(null);
        if (namesake != null || expert.version() != (stored == null ? 0 : stored.version())) {
            throw new StaleWrite("expert " + expert.no(), expert, namesake == null ? stored : namesake);
        }
        Expert kept = expert.with(expert.id(), expert.no(), expert.version() + 1);
        if (stored == null) {
            work.sql().insertInto(EXPERT_TABLE, ID, NO, CONTENT, ROW_VERSION).values(kept.id(), kept.no(), work.json().write(kept), kept.version()).execute();
        } else {
            work.sql().update(EXPERT_TABLE).set(NO, kept.no()).set(CONTENT, work.json().write(kept)).set(ROW_VERSION, kept.version()).where(ID.eq(kept.id())).execute();
        }
        return kept;
    }

    @Override
    public List<ExpertAct> acts(UUID proposal) {
        return work.sql().select(ALL).from(EXPERT_ACT).where(PROPOSAL.eq(proposal)).orderBy(SEQ).fetch(this::act);
    }

    @Override
    public Map<UUID, List<ExpertAct>> allActs() {
        var all = new HashMap<UUID, List<ExpertAct>>();
        work.sql().select(ALL).from(EXPERT_ACT).orderBy(PROPOSAL, SEQ).forEach(row -> all.computeIfAbsent(row.get(PROPOSAL), id -> new ArrayList<>()).add(act(row)));
        return all;
    }

    @Override
    public void add(ExpertAct act) {
        work.writing();
        work.sql().select(ALL).from(EXPERT_ACT).where(PROPOSAL.eq(act.proposal()), SEQ.eq(act.seq())).fetchOptional(this::act).ifPresent(stored -> {
            throw new StaleWrite(act.proposal() + " expert act " + act.seq(), act, stored);
        });
        work.sql().insertInto(EXPERT_ACT, ALL).values(act.proposal(), act.seq(), act.id(), act.round(), act.by(), act.at(), work.json().write(act.step())).execute();
    }

    @Override
    public Optional<ScoreSheet> draft(UUID proposal, UUID expert) {
        return work.sql().select(SHEET).from(SCORE_DRAFT).where(PROPOSAL.eq(proposal), EXPERT.eq(expert)).fetchOptional(SHEET)
                .map(text -> work.json().read(text, ScoreSheet.class));
    }

    @Override
    public void saveDraft(UUID proposal, UUID expert, ScoreSheet sheet) {
        work.writing();
        work.sql().deleteFrom(SCORE_DRAFT).where(PROPOSAL.eq(proposal), EXPERT.eq(expert)).execute();
        if (sheet != null) {
            work.sql().insertInto(SCORE_DRAFT, PROPOSAL, EXPERT, SHEET).values(proposal, expert, work.json().write(sheet)).execute();
        }
    }

    private ExpertAct act(Record row) {
        return new ExpertAct(row.get(ID), row.get(PROPOSAL), row.get(SEQ), row.get(ROUND), row.get(DONE_BY), row.get(DONE_AT), work.json().read(row.get(STEP), ExpertStep.class));
    }
}
