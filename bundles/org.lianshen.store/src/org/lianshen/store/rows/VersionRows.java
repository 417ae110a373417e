package org.lianshen.store.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.UserProblem;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.store.files.Digests;

/** Submitted versions. Rows are added and never changed; the seal over each is checked at every reading. */
final class VersionRows {

    private static final Table<Record> PROPOSAL_VERSION = Columns.table("proposal_version");
    private static final Field<UUID> PROPOSAL = Columns.id("proposal");
    private static final Field<Integer> VERSION_NO = Columns.count("version_no");
    private static final Field<String> FORM = Columns.text("form");
    private static final Field<String> DIGEST = Columns.text("digest");
    private static final Field<Instant> SUBMITTED_AT = Columns.moment("submitted_at");
    private static final Field<String> SUBMITTED_BY = Columns.text("submitted_by");
    private static final Field<String> EXPLANATIONS = Columns.text("explanations");
    private static final Field<String> PACK_VERSION = Columns.text("pack_version");
    private static final Field<String> SEAL = Columns.text("seal");
    private static final List<Field<?>> ALL =
            List.of(PROPOSAL, VERSION_NO, FORM, DIGEST, SUBMITTED_AT, SUBMITTED_BY, EXPLANATIONS, PACK_VERSION, SEAL);
    private final Work work;

    VersionRows(Work work) {
        this.work = work;
    }

    Map<UUID, List<ProposalVersion>> all() {
        var all = new HashMap<UUID, List<ProposalVersion>>();
        work.sql().select(ALL).from(PROPOSAL_VERSION).orderBy(PROPOSAL, VERSION_NO)
                .forEach(row -> all.computeIfAbsent(row.get(PROPOSAL), id -> new ArrayList<>()).add(version(row)));
        return all;
    }

    long count() {
        return work.sql().fetchCount(PROPOSAL_VERSION);
    }

    List<ProposalVersion> of(UUID proposal) {
        return work.sql().select(ALL).from(PROPOSAL_VERSION).where(PROPOSAL.eq(proposal)).orderBy(VERSION_NO).fetch(this::version);
    }

    /** Adds what is new. @throws IllegalStateException if one that is stored differs: a fault of the program */
    void add(UUID proposal, List<ProposalVersion> versions) {
        Map<Integer, String> stored = work.sql().select(VERSION_NO, SEAL).from(PROPOSAL_VERSION).where(PROPOSAL.eq(proposal)).fetchMap(VERSION_NO, SEAL);
        if (stored.size() > versions.size()) {
            throw new IllegalStateException("a submitted version is not taken away: " + proposal);
        }
        int expected = 0;
        for (ProposalVersion version : versions) {
            expected++;
            if (version.no() != expected) {
                throw new IllegalStateException("version " + version.no() + " where " + expected + " was expected: " + proposal);
            }
            String form = work.json().write(version.form());
            String explanations = work.json().write(version.explanations());
            String seal = seal(proposal, version.no(), form, version.digest(), version.submittedAt(), version.submittedBy(), explanations, version.packVersion());
            String before = stored.get(version.no());
            if (before == null) {
                work.sql().insertInto(PROPOSAL_VERSION, ALL).values(proposal, version.no(), form, version.digest(), version.submittedAt(), version.submittedBy(),
                        explanations, version.packVersion(), seal).execute();
            } else if (!before.equals(seal)) {
                throw new IllegalStateException("a submitted version does not change: " + proposal + " version " + version.no());
            }
        }
    }

    private ProposalVersion version(Record row) {
        String seal = seal(row.get(PROPOSAL), row.get(VERSION_NO), row.get(FORM), row.get(DIGEST), row.get(SUBMITTED_AT), row.get(SUBMITTED_BY),
                row.get(EXPLANATIONS), row.get(PACK_VERSION));
        if (!seal.equals(row.get(SEAL))) {
            throw UserProblem.of("store.versionDamaged", row.get(PROPOSAL).toString(), row.get(VERSION_NO));
        }
        return new ProposalVersion(row.get(VERSION_NO), work.json().read(row.get(FORM), ProposalForm.class), row.get(DIGEST), row.get(SUBMITTED_AT),
                row.get(SUBMITTED_BY), work.json().readList(row.get(EXPLANATIONS), Explanation.class), row.get(PACK_VERSION));
    }

    private static String seal(Object... fields) {
        return Digests.sha256(Canonical.bytes("lianshen proposal version 1", fields));
    }
}
