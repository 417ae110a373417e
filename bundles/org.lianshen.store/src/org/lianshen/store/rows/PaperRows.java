package org.lianshen.store.rows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.store.Tx;
import org.lianshen.store.files.Digests;

/** Signed papers. Rows are added and never changed; the seal over each is checked at every reading. */
final class PaperRows implements Tx.Papers {

    private static final Table<Record> PAPER_ISSUE = Columns.table("paper_issue");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<String> KIND = Columns.text("kind");
    private static final Field<UUID> SUBJECT = Columns.id("subject");
    private static final Field<String> PART = Columns.text("part");
    private static final Field<Integer> VERSION_NO = Columns.count("version_no");
    private static final Field<String> PAPER_NO = Columns.text("paper_no");
    private static final Field<String> CODE = Columns.text("code");
    private static final Field<Long> AUDIT_SEQ = Columns.number("audit_seq");
    private static final Field<String> SIGNED_BY = Columns.text("signed_by");
    private static final Field<Instant> SIGNED_AT = Columns.moment("signed_at");
    private static final Field<String> CONTENT = Columns.text("content");
    private static final Field<String> DIGEST = Columns.text("digest");
    private static final Field<String> SEAL = Columns.text("seal");
    private static final List<Field<?>> ALL = List.of(ID, KIND, SUBJECT, PART, VERSION_NO, PAPER_NO, CODE, AUDIT_SEQ, SIGNED_BY, SIGNED_AT, CONTENT, DIGEST, SEAL);
    private final Work work;

    PaperRows(Work work) {
        this.work = work;
    }

    @Override
    public List<IssuedPaper> of(UUID subject) {
        return where(SUBJECT.eq(subject));
    }

    @Override
    public List<IssuedPaper> numbered(String number) {
        return where(PAPER_NO.eq(number));
    }

    @Override
    public List<IssuedPaper> coded(String code) {
        return where(CODE.eq(code));
    }

    private List<IssuedPaper> where(Condition condition) {
        return work.sql().select(ALL).from(PAPER_ISSUE).where(condition).orderBy(SIGNED_AT, VERSION_NO, ID).fetch(this::paper);
    }

    @Override
    public IssuedPaper add(IssuedPaper paper) {
        work.writing();
        PaperKey key = paper.key();
        work.sql().select(ALL).from(PAPER_ISSUE).where(SUBJECT.eq(key.subject()), KIND.eq(key.kind().name()), PART.eq(key.part()), VERSION_NO.eq(paper.version()))
                .fetchOptional(this::paper).ifPresent(stored -> {
                    throw new StaleWrite(key + " version " + paper.version(), paper, stored);
                });
        String content = work.json().write(paper.content());
        String digest = digest(content);
        String seal = seal(paper.id(), key.kind().name(), key.subject(), key.part(), paper.version(), paper.number(), paper.code(), paper.auditSeq(), paper.by(),
                paper.at(), content);
        work.sql().insertInto(PAPER_ISSUE, ALL).values(paper.id(), key.kind().name(), key.subject(), key.part(), paper.version(), paper.number(), paper.code(),
                paper.auditSeq(), paper.by(), paper.at(), content, digest, seal).execute();
        return paper.digested(digest);
    }

    private IssuedPaper paper(Record row) {
        String content = row.get(CONTENT);
        String seal = seal(row.get(ID), row.get(KIND), row.get(SUBJECT), row.get(PART), row.get(VERSION_NO), row.get(PAPER_NO), row.get(CODE), row.get(AUDIT_SEQ),
                row.get(SIGNED_BY), row.get(SIGNED_AT), content);
        if (!seal.equals(row.get(SEAL)) || !digest(content).equals(row.get(DIGEST))) {
            throw new IssuedPaper.Damaged(row.get(PAPER_NO), row.get(VERSION_NO));
        }
        return new IssuedPaper(row.get(ID), new PaperKey(PaperKind.valueOf(row.get(KIND)), row.get(SUBJECT), row.get(PART)), row.get(VERSION_NO),
                work.json().read(content, OfficialPaper.class), row.get(DIGEST), row.get(AUDIT_SEQ), row.get(CODE), row.get(SIGNED_BY), row.get(SIGNED_AT));
    }

    private static String digest(String content) {
        return Digests.sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String seal(Object... fields) {
        return Digests.sha256(Canonical.bytes("lianshen issued paper 1", fields));
    }
}
