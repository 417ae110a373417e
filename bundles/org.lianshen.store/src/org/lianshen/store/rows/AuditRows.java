package org.lianshen.store.rows;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.service.store.Tx;
import org.lianshen.store.files.Digests;

/** The audit log: each record's hash (SM3) covers the record and the hash before it; where the chain ends is kept in a row of its own. */
final class AuditRows implements Tx.Audit {

    private static final String FORM = "lianshen audit record 1";
    private static final int AT_ONCE = 5000;

    private static final Table<Record> AUDIT_RECORD = Columns.table("audit_record");
    private static final Field<Long> SEQ = Columns.number("seq");
    private static final Field<Instant> DONE_AT = Columns.moment("done_at");
    private static final Field<String> ACTOR = Columns.text("actor");
    private static final Field<String> ROLE = Columns.text("role_name");
    private static final Field<String> ACTION = Columns.text("action");
    private static final Field<String> OBJECT = Columns.text("object");
    private static final Field<String> FROM = Columns.text("from_state");
    private static final Field<String> TO = Columns.text("to_state");
    private static final Field<String> NOTE = Columns.text("note");
    private static final Field<String> PREVIOUS = Columns.text("previous");
    private static final Field<String> HASH = Columns.text("hash");
    private static final List<Field<?>> ALL = List.of(SEQ, DONE_AT, ACTOR, ROLE, ACTION, OBJECT, FROM, TO, NOTE, PREVIOUS, HASH);
    private static final Table<Record> AUDIT_HEAD = Columns.table("audit_head");
    private static final Field<Integer> HEAD_ID = Columns.count("id");
    private static final String FIRST_PREVIOUS = "0".repeat(64);

    private final Work work;
    private final String actor;
    private final String role;
    private String lastHash;

    AuditRows(Work work, String actor, String role) {
        this.work = work;
        this.actor = plain(actor);
        this.role = plain(role);
    }

    /** Hash of the last record that this transaction appended, or null. */
    String lastHash() {
        return lastHash;
    }

    boolean has(String hash) {
        return work.sql().fetchExists(AUDIT_RECORD, HASH.eq(hash));
    }

    @Override
    public void append(AuditEntry entry) {
        work.writing();
        var head = work.sql().select(SEQ, HASH).from(AUDIT_HEAD).fetchSingle();
        var record = new AuditRecord(head.get(SEQ) + 1, work.clock().instant(), actor, role, plain(entry.action()), plain(entry.object()), plain(entry.from()),
                plain(entry.to()), plain(entry.note()), head.get(HASH), null);
        String hash = hash(record);
        work.sql().insertInto(AUDIT_RECORD, ALL).values(record.seq(), record.at(), record.actor(), record.role(), record.action(), record.object(), record.from(),
                record.to(), record.note(), record.previous(), hash).execute();
        work.sql().update(AUDIT_HEAD).set(SEQ, record.seq()).set(HASH, hash).where(HEAD_ID.eq(1)).execute();
        lastHash = hash;
    }

    /** PostgreSQL's text holds every character but this one; what is hashed must be what is read back. */
    private static String plain(String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }

    @Override
    public List<AuditRecord> from(long seq, int limit) {
        return work.sql().select(ALL).from(AUDIT_RECORD).where(SEQ.ge(seq)).orderBy(SEQ).limit(limit).fetch(AuditRows::record);
    }

    @Override
    public List<AuditRecord> beginning(String hash) {
        return work.sql().select(ALL).from(AUDIT_RECORD).where(HASH.startsWith(hash)).orderBy(SEQ).fetch(AuditRows::record);
    }

    private static AuditRecord record(Record row) {
        return new AuditRecord(row.get(SEQ), row.get(DONE_AT), row.get(ACTOR), row.get(ROLE), row.get(ACTION), row.get(OBJECT), row.get(FROM), row.get(TO),
                row.get(NOTE), row.get(PREVIOUS), row.get(HASH));
    }

    @Override
    public long last() {
        return work.sql().select(SEQ).from(AUDIT_HEAD).fetchSingle(SEQ);
    }

    @Override
    public AuditVerdict verify() {
        long count = 0;
        String previous = FIRST_PREVIOUS;
        for (var records = from(1, AT_ONCE); !records.isEmpty(); records = from(count + 1, AT_ONCE)) {
            for (AuditRecord record : records) {
                if (record.seq() != count + 1 || !record.previous().equals(previous) || !record.hash().equals(hash(record))) {
                    return new AuditVerdict(count, false, record.seq(), previous);
                }
                count++;
                previous = record.hash();
            }
        }
        var head = work.sql().select(SEQ, HASH).from(AUDIT_HEAD).fetchSingle();
        boolean ends = head.get(SEQ) == count && head.get(HASH).equals(previous);
        return new AuditVerdict(count, ends, ends ? null : Long.valueOf(count + 1), previous);
    }

    @Override
    public AuditVerdict end() {
        var head = work.sql().select(SEQ, HASH).from(AUDIT_HEAD).fetchSingle();
        long seq = head.get(SEQ);
        List<AuditRecord> last = from(Math.max(1, seq), 2);
        boolean holds = seq == 0 ? last.isEmpty() && head.get(HASH).equals(FIRST_PREVIOUS)
                : last.size() == 1 && last.getFirst().seq() == seq && last.getFirst().hash().equals(head.get(HASH)) && last.getFirst().hash().equals(hash(last.getFirst()));
        return new AuditVerdict(seq, holds, holds ? null : Long.valueOf(Math.max(1, seq)), head.get(HASH));
    }

    private static String hash(AuditRecord record) {
        byte[] form = Canonical.bytes(FORM, record.seq(), record.at(), record.actor(), record.role(), record.action(), record.object(), record.from(), record.to(),
                record.note(), record.previous());
        var sm3 = new SM3Digest();
        sm3.update(form, 0, form.length);
        byte[] hash = new byte[sm3.getDigestSize()];
        sm3.doFinal(hash, 0);
        return Digests.hex(hash);
    }
}
