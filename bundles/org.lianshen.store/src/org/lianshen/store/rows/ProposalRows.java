package org.lianshen.store.rows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.service.store.Tx;

final class ProposalRows implements Tx.Proposals {

    private static final Table<Record> PROPOSAL = Columns.table("proposal");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<String> REVIEW_NO = Columns.text("review_no");
    private static final Field<String> DRAFT = Columns.text("draft");
    private static final Field<String> EXPLANATIONS = Columns.text("explanations");
    private static final Field<String> CREATED_BY = Columns.text("created_by");
    private static final Field<Instant> EDITED_AT = Columns.moment("edited_at");
    private static final Field<String> EDITED_BY = Columns.text("edited_by");
    private static final Field<Long> ROW_VERSION = Columns.number("row_version");
    private static final List<Field<?>> ALL = List.of(ID, REVIEW_NO, DRAFT, EXPLANATIONS, CREATED_BY, EDITED_AT, EDITED_BY, ROW_VERSION);
    private final Work work;
    private final RunningNumbers numbers;
    private final VersionRows versions;

    ProposalRows(Work work, RunningNumbers numbers) {
        this.work = work;
        this.numbers = numbers;
        this.versions = new VersionRows(work);
    }

    @Override
    public List<Proposal> all() {
        return where(DSL.noCondition(), versions.all());
    }

    @Override
    public long submissions() {
        return versions.count();
    }

    @Override
    public Optional<Proposal> find(UUID id) {
        return where(ID.eq(id), Map.of(id, versions.of(id))).stream().findFirst();
    }

    @Override
    public Optional<Proposal> byReviewNo(String reviewNo) {
        return work.sql().select(ID).from(PROPOSAL).where(REVIEW_NO.eq(reviewNo)).fetchOptional(ID).flatMap(this::find);
    }

    private List<Proposal> where(Condition condition, Map<UUID, List<ProposalVersion>> submitted) {
        return work.sql().select(ALL).from(PROPOSAL).where(condition).orderBy(ID)
                .fetch(row -> new Proposal(row.get(ID), row.get(REVIEW_NO), work.json().read(row.get(DRAFT), ProposalForm.class),
                        work.json().readList(row.get(EXPLANATIONS), Explanation.class), row.get(CREATED_BY), row.get(EDITED_AT), row.get(EDITED_BY),
                        submitted.getOrDefault(row.get(ID), List.of()), row.get(ROW_VERSION)));
    }

    @Override
    public Proposal save(Proposal proposal) {
        work.writing();
        String draft = work.json().write(proposal.draft());
        String explanations = work.json().write(proposal.explanations());
        Long stored = work.sql().select(ROW_VERSION).from(PROPOSAL).where(ID.eq(proposal.id())).fetchOne(ROW_VERSION);
        if (proposal.rowVersion() != (stored == null ? 0 : stored)) {
            throw new StaleWrite(named(proposal), proposal, find(proposal.id()).orElse(null));
        }
        long version = proposal.rowVersion() + 1;
        if (stored == null) {
            work.sql().insertInto(PROPOSAL, ALL).values(proposal.id(), proposal.reviewNo(), draft, explanations, proposal.createdBy(), proposal.editedAt(),
                    proposal.editedBy(), version).execute();
        } else {
            work.sql().update(PROPOSAL).set(REVIEW_NO, proposal.reviewNo()).set(DRAFT, draft).set(EXPLANATIONS, explanations).set(CREATED_BY, proposal.createdBy())
                    .set(EDITED_AT, proposal.editedAt()).set(EDITED_BY, proposal.editedBy()).set(ROW_VERSION, version).where(ID.eq(proposal.id())).execute();
        }
        versions.add(proposal.id(), proposal.versions());
        return new Proposal(proposal.id(), proposal.reviewNo(), proposal.draft(), proposal.explanations(), proposal.createdBy(), proposal.editedAt(),
                proposal.editedBy(), proposal.versions(), version);
    }

    private static String named(Proposal proposal) {
        return proposal.reviewNo() == null ? proposal.draft().name() : proposal.reviewNo() + " " + proposal.draft().name();
    }

    @Override
    public void delete(UUID id) {
        work.writing();
        if (!versions.of(id).isEmpty()) {
            throw new IllegalStateException("a submitted proposal is not deleted: " + id);
        }
        work.sql().deleteFrom(PROPOSAL).where(ID.eq(id)).execute();
    }

    @Override
    public int nextNumber(String division, int year) {
        return numbers.next("proposal " + division + " " + year);
    }
}
