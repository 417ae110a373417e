package org.lianshen.store.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackEdits;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.service.store.Tx;
import org.lianshen.store.files.Digests;

/** Shipped packs, published versions and drafts. What was shipped and published is added and never changed; the seal over each is checked at every reading. */
final class PackRows implements Tx.Packs {

    private static final Table<Record> BASE = Columns.table("pack_base");
    private static final Table<Record> VERSION = Columns.table("pack_version");
    private static final Table<Record> DRAFT = Columns.table("pack_draft");
    private static final Field<String> PLACE = Columns.text("place");
    private static final Field<String> DIGEST = Columns.text("digest");
    private static final Field<String> VERSION_NAME = Columns.text("version_name");
    private static final Field<String> CONTENT = Columns.text("content");
    private static final Field<Instant> SEEN_AT = Columns.moment("seen_at");
    private static final Field<String> SEAL = Columns.text("seal");
    private static final Field<Integer> VERSION_NO = Columns.count("version_no");
    private static final Field<String> BASE_VERSION = Columns.text("base_version");
    private static final Field<String> BASE_DIGEST = Columns.text("base_digest");
    private static final Field<LocalDate> VALID_FROM = Columns.day("valid_from");
    private static final Field<String> EDITS = Columns.text("edits");
    private static final Field<String> REASON = Columns.text("reason");
    private static final Field<Instant> PUBLISHED_AT = Columns.moment("published_at");
    private static final Field<String> PUBLISHED_BY = Columns.text("published_by");
    private static final Field<Instant> EDITED_AT = Columns.moment("edited_at");
    private static final Field<String> EDITED_BY = Columns.text("edited_by");
    private static final Field<Long> ROW_VERSION = Columns.number("row_version");
    private static final List<Field<?>> BASE_COLUMNS = List.of(PLACE, DIGEST, VERSION_NAME, CONTENT, SEEN_AT, SEAL);
    private static final List<Field<?>> VERSION_COLUMNS =
            List.of(PLACE, VERSION_NO, BASE_VERSION, BASE_DIGEST, VALID_FROM, EDITS, REASON, PUBLISHED_AT, PUBLISHED_BY, DIGEST, SEAL);
    private final Work work;

    PackRows(Work work) {
        this.work = work;
    }

    @Override
    public List<PackBase> bases(String place) {
        return work.sql().select(BASE_COLUMNS).from(BASE).where(PLACE.eq(place)).orderBy(SEEN_AT, DIGEST).fetch(this::base);
    }

    private PackBase base(Record row) {
        requireSeal(row, seal("rule pack", row.get(PLACE), row.get(DIGEST), row.get(VERSION_NAME), row.get(CONTENT), row.get(SEEN_AT)),
                row.get(PLACE) + "@" + row.get(VERSION_NAME));
        return new PackBase(row.get(PLACE), row.get(VERSION_NAME), row.get(DIGEST), (PackValue.Fields) work.json().read(row.get(CONTENT), PackValue.class), row.get(SEEN_AT));
    }

    @Override
    public boolean hasBase(String place, String digest) {
        return work.sql().fetchExists(BASE, PLACE.eq(place).and(DIGEST.eq(digest)));
    }

    @Override
    public void addBase(PackBase base) {
        work.writing();
        String content = work.json().write(base.content());
        work.sql().insertInto(BASE, BASE_COLUMNS).values(base.place(), base.digest(), base.version(), content, base.seenAt(),
                seal("rule pack", base.place(), base.digest(), base.version(), content, base.seenAt())).execute();
    }

    @Override
    public List<PackVersion> versions(String place) {
        return work.sql().select(VERSION_COLUMNS).from(VERSION).where(PLACE.eq(place)).orderBy(VERSION_NO).fetch(this::version);
    }

    private PackVersion version(Record row) {
        requireSeal(row, seal("rule pack version", row.get(PLACE), row.get(VERSION_NO), row.get(BASE_VERSION), row.get(BASE_DIGEST), row.get(VALID_FROM), row.get(EDITS),
                row.get(REASON), row.get(PUBLISHED_AT), row.get(PUBLISHED_BY), row.get(DIGEST)), PackVersion.id(row.get(PLACE), row.get(BASE_VERSION), row.get(VERSION_NO)));
        return new PackVersion(row.get(PLACE), row.get(VERSION_NO), row.get(BASE_VERSION), row.get(BASE_DIGEST), row.get(VALID_FROM),
                edits(row), row.get(REASON), row.get(PUBLISHED_AT), row.get(PUBLISHED_BY), row.get(DIGEST));
    }

    @Override
    public int lastVersion(String place) {
        return work.sql().select(VERSION_NO).from(VERSION).where(PLACE.eq(place)).orderBy(VERSION_NO.desc()).limit(1).fetchOptional(VERSION_NO).orElse(0);
    }

    @Override
    public void publish(PackVersion version) {
        work.writing();
        versions(version.place()).stream().filter(other -> other.no() == version.no()).findFirst().ifPresent(other -> {
            throw new StaleWrite("packVersion", version, other);
        });
        String edits = work.json().write(version.edits().edits());
        work.sql().insertInto(VERSION, VERSION_COLUMNS).values(version.place(), version.no(), version.baseVersion(), version.baseDigest(), version.validFrom(), edits,
                version.reason(), version.at(), version.by(), version.digest(), seal("rule pack version", version.place(), version.no(), version.baseVersion(),
                        version.baseDigest(), version.validFrom(), edits, version.reason(), version.at(), version.by(), version.digest())).execute();
    }

    @Override
    public Optional<PackDraft> draft(String place) {
        return work.sql().select(PLACE, EDITS, EDITED_AT, EDITED_BY, ROW_VERSION).from(DRAFT).where(PLACE.eq(place)).fetchOptional(row -> new PackDraft(row.get(PLACE),
                edits(row), row.get(EDITED_AT), row.get(EDITED_BY), row.get(ROW_VERSION)));
    }

    @Override
    public PackDraft saveDraft(PackDraft draft) {
        work.writing();
        PackDraft stored = draft(draft.place()).orElse(null);
        if (draft.rowVersion() != (stored == null ? 0 : stored.rowVersion())) {
            throw new StaleWrite("packDraft", draft, stored);
        }
        var saved = new PackDraft(draft.place(), draft.edits(), draft.editedAt(), draft.editedBy(), draft.rowVersion() + 1);
        String edits = work.json().write(saved.edits().edits());
        if (stored == null) {
            work.sql().insertInto(DRAFT, PLACE, EDITS, EDITED_AT, EDITED_BY, ROW_VERSION).values(saved.place(), edits, saved.editedAt(), saved.editedBy(), saved.rowVersion())
                    .execute();
        } else {
            int changed = work.sql().update(DRAFT).set(EDITS, edits).set(EDITED_AT, saved.editedAt()).set(EDITED_BY, saved.editedBy()).set(ROW_VERSION, saved.rowVersion())
                    .where(PLACE.eq(saved.place()).and(ROW_VERSION.eq(draft.rowVersion()))).execute();
            if (changed == 0) {
                throw new StaleWrite("packDraft", draft, draft(draft.place()).orElse(null));
            }
        }
        return saved;
    }

    private PackEdits edits(Record row) {
        return new PackEdits(work.json().readList(row.get(EDITS), PackEdit.class));
    }

    private static void requireSeal(Record row, String computed, String id) {
        if (!computed.equals(row.get(SEAL))) {
            throw UserProblem.of("store.packDamaged", id);
        }
    }

    private static String seal(String form, Object... fields) {
        return Digests.sha256(Canonical.bytes("lianshen " + form + " 1", fields));
    }
}
