package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackEdits;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackValue.Fields;
import org.lianshen.model.pack.PackVersion;

/** What every store promises of rule packs; runs on H2 and on PostgreSQL. */
abstract class PackContract extends StoreFixture {

    private static final String DIGEST = "ab".repeat(32);

    /** Any content, four deep, in an order of its own, with characters that need care. */
    private static PackValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 2 : 4)) {
            case 0 -> new PackValue.Text(random.nextInt(9) == 0 ? "" : "词/~\"\\\n𠮷" + random.nextInt());
            case 1 -> new PackValue.Flag(random.nextBoolean());
            case 2 -> new PackValue.Items(List.of(value(random, depth + 1), value(random, depth + 1)));
            default -> fields(random, depth + 1);
        };
    }

    static Fields fields(Random random, int depth) {
        Map<String, PackValue> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            fields.put("n/~" + random.nextInt(100), value(random, depth));
        }
        return new Fields(fields);
    }

    private static PackEdits edits(Random random) {
        var edits = new ArrayList<PackEdit>();
        for (int i = 0; i < 5; i++) {
            PackValue before = random.nextInt(3) == 0 ? null : value(random, 2);
            PackValue after = before != null && random.nextInt(3) == 0 ? null : value(random, 2);
            edits.add(new PackEdit(new PackChange(PackPath.of("lists", "a/b", "c~d" + i), before, after), "因为" + i, "wang", Instant.ofEpochSecond(i, 123_456_789)));
        }
        return new PackEdits(edits);
    }

    private PackBase base(int seed) {
        return new PackBase("huzhou", "2026." + seed, String.format("%064x", seed), fields(new Random(seed), 0), clock.instant().plusSeconds(seed));
    }

    private boolean has(String place, String digest) {
        return store.<Boolean>read(tx -> tx.packs().hasBase(place, digest));
    }

    private PackVersion version(int no, PackBase over) {
        return new PackVersion("huzhou", no, over.version(), over.digest(), LocalDate.of(2026, 1, no), edits(new Random(no)), "市政府令", clock.instant(), "wang", DIGEST);
    }

    @Test
    void shippedPacksComeBackAsTheyWere() {
        var kept = new ArrayList<PackBase>();
        for (int seed = 1; seed <= 40; seed++) {
            PackBase base = base(seed);
            kept.add(base);
            assertFalse(has("huzhou", base.digest()));
            write(tx -> tx.packs().addBase(base));
            assertTrue(has("huzhou", base.digest()));
        }
        reopen();
        assertEquals(kept, read(tx -> tx.packs().bases("huzhou")));
        assertEquals(List.of(), read(tx -> tx.packs().bases("keqiao")));
        assertFalse(has("keqiao", base(1).digest()));
    }

    @Test
    void publishedVersionsComeBackAsTheyWereAndInOrder() {
        PackBase base = base(1);
        write(tx -> tx.packs().addBase(base));
        assertEquals(0, store.<Integer>read(tx -> tx.packs().lastVersion("huzhou")).intValue());
        var published = new ArrayList<PackVersion>();
        for (int no = 1; no <= 20; no++) {
            PackVersion version = version(no, base);
            published.add(version);
            write(tx -> tx.packs().publish(version));
        }
        reopen();
        assertEquals(published, read(tx -> tx.packs().versions("huzhou")));
        assertEquals(20, store.<Integer>read(tx -> tx.packs().lastVersion("huzhou")).intValue());
        assertEquals(List.of(), read(tx -> tx.packs().versions("keqiao")));
    }

    @Test
    void aNumberIsGivenOnce() {
        PackBase base = base(1);
        PackVersion first = version(1, base);
        write(tx -> {
            tx.packs().addBase(base);
            tx.packs().publish(first);
        });
        var refused = assertThrows(StaleWrite.class, () -> write(tx -> tx.packs().publish(version(1, base))));
        assertEquals(first, refused.stored());
        assertEquals(List.of(first), read(tx -> tx.packs().versions("huzhou")));
    }

    @Test
    void aDraftIsKeptUntilItIsChangedAndAStaleOneIsRefused() {
        assertEquals(Optional.empty(), read(tx -> tx.packs().draft("huzhou")));
        var draft = new PackDraft("huzhou", edits(new Random(3)), clock.instant(), "wang", 0);
        PackDraft first = writing(tx -> tx.packs().saveDraft(draft));
        assertEquals(1, first.rowVersion());
        PackDraft second = writing(tx -> tx.packs().saveDraft(first.with(PackEdits.NONE, clock.instant(), "li")));
        reopen();
        assertEquals(Optional.of(second), read(tx -> tx.packs().draft("huzhou")));
        var refused = assertThrows(StaleWrite.class, () -> write(tx -> tx.packs().saveDraft(first)));
        assertEquals(second, refused.stored());
        assertThrows(StaleWrite.class, () -> write(tx -> tx.packs().saveDraft(draft)));
    }

    @Test
    void aReadingTransactionWritesNoPack() {
        assertThrows(IllegalStateException.class, () -> read(tx -> {
            tx.packs().addBase(base(1));
            return null;
        }));
        assertThrows(IllegalStateException.class, () -> read(tx -> tx.packs().saveDraft(new PackDraft("huzhou", PackEdits.NONE, null, null, 0))));
    }
}
