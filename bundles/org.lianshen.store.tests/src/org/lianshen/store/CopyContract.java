package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.identity.Account;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackEdits;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.service.Progress;
import org.lianshen.service.Sessions.StoreState;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;
import org.lianshen.store.database.Schema;

/** Kept files, backup and restore, on either database and from one to the other. */
abstract class CopyContract extends StoreFixture {

    @TempDir
    Path work;

    Path file(String name, String content) throws IOException {
        return Files.writeString(work.resolve(name), content);
    }

    static String key(Runnable act) {
        return assertThrows(UserProblem.class, act::run).messages().getFirst().key();
    }

    @Test
    void aFileIsKeptUnderItsDigestAndFetchedAgain() throws IOException {
        byte[] content = new byte[3_000_001];
        new java.util.Random(7).nextBytes(content);
        Path source = Files.write(work.resolve("建设方案.pdf"), content);
        String digest = store.files().keep(source);
        assertEquals(digest, store.files().keep(source), "the same content is kept once");
        assertTrue(store.files().has(digest));
        store.files().fetch(digest, work.resolve("out.pdf"));
        assertArrayEquals(content, Files.readAllBytes(work.resolve("out.pdf")));
        assertFalse(store.files().has("00".repeat(32)));
        assertFalse(store.files().has("../../etc/passwd"));
        assertEquals("store.fileMissing", key(() -> store.files().fetch("00".repeat(32), work.resolve("none"))));
        assertEquals("store.fileMissing", key(() -> store.files().fetch(null, work.resolve("none"))));
        assertEquals("store.fileNotKept", key(() -> store.files().keep(work.resolve("is not there"))));
        assertFalse(Files.exists(work.resolve("none")));
    }

    /** Some of everything. */
    void fill() throws IOException {
        write(tx -> {
            tx.settings().put("kind", "ONE_PERSON");
            tx.settings().put("place", "huzhou");
        });
        for (int seed = 0; seed < 3; seed++) {
            var any = new Anything(seed, 6);
            String no = "2026-" + seed;
            write(tx -> {
                tx.accounts().save(new Account("u" + no, any.text(), null, null, any.of(Account.class).roles(), "h", 0, clock.instant(), true, 0));
                tx.proposals().save(submitted(draft(), "LS-" + no, List.of(version(1, any))));
                var m = any.of(Meeting.class);
                tx.meetings().save(new Meeting(ids.next(), no, m.title(), m.date(), m.time(), m.place(), m.chair(), m.recorder(), m.attendance(), m.agenda(),
                        m.requirements(), m.closedAt(), 0));
                var a = any.of(Appraisal.class);
                tx.appraisals().save(new Appraisal(ids.next(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), a.execution(), a.goal(),
                        a.achieved(), a.rows(), a.note(), a.settled(), a.settledReason(), a.editedBy(), a.editedAt(), 0));
                tx.ledger().put(StoreContract.batch(ids.next(), any.of(LedgerBatch.class)),
                        List.of(StoreContract.project(ids.next(), "L" + no, "局", "项目", any.of(LedgerProject.class))));
                var batch = new BudgetBatch(ids.next(), "b.xlsx", "ab".repeat(32), 2026, SheetKind.ANNUAL, List.of(), 5, null, clock.instant(), "li", null);
                var lines = new ArrayList<BudgetLine>();
                for (int i = 0; i < 5; i++) {
                    var l = any.of(BudgetLine.class);
                    lines.add(new BudgetLine(ids.next(), batch.id(), 2026, SheetKind.ANNUAL, "表", i, l.values(), l.raw()));
                }
                tx.budgets().add(batch, lines);
                var r = any.of(CheckRun.class);
                tx.checks().add(new CheckRun(ids.next(), 2026, r.asOf(), r.pack(), clock.instant(), r.by(), r.lines(), r.findings()));
                tx.meetings().nextNumber(2026);
            });
            var base = new PackBase("huzhou", no, String.format("%064d", seed), PackContract.fields(new java.util.Random(seed), 0), clock.instant().plusSeconds(seed));
            var edits = new PackEdits(List.of(new PackEdit(new PackChange(PackPath.of("lists", "it.keywords", no), null, new PackValue.Flag(true)), no, "li", clock.instant())));
            int number = seed + 1;
            write(tx -> {
                tx.packs().addBase(base);
                tx.packs().publish(new PackVersion("huzhou", number, no, base.digest(), LocalDate.EPOCH, edits, no, clock.instant(), "li", base.digest()));
                tx.packs().saveDraft(new PackDraft("place" + no, edits, clock.instant(), "li", 0));
            });
            store.files().keep(file("附件" + seed, "内容" + seed));
        }
    }

    static List<Object> everything(Store store) {
        return store.read(tx -> List.of(tx.settings().get("place"), tx.accounts().all(), tx.proposals().all(), tx.acts().all(), tx.meetings().all(),
                tx.ledger().imported(), tx.ledger().batches(), tx.budgets().batches(), tx.budgets().lines(2026), tx.links().all(), tx.checks().last(2026),
                tx.appraisals().all(), tx.packs().bases("huzhou"), tx.packs().versions("huzhou"), tx.packs().draft("place2026-1"), tx.audit().from(1, 1000), tx.audit().verify()));
    }

    void sameAfterRestore(StoreProvider target, StoreLocation place) throws IOException {
        fill();
        Path backup = work.resolve("备份.zip");
        var copy = store.backup(backup, Progress.NONE);
        assertEquals(backup, copy.file());
        assertEquals(Files.size(backup), copy.bytes());
        assertEquals(3, copy.rows().get("proposal_version"));
        assertTrue(copy.rows().get("budget_page") > 0);
        assertEquals(3, copy.rows().get("kept_file"));
        assertTrue(copy.audit().ok());
        var restored = new StoreRestorer(List.of(target)).restore(backup, place, Progress.NONE);
        assertEquals(copy.rows(), restored.rows());
        assertEquals(copy.audit(), restored.audit());
        assertEquals(StoreState.ONE_PERSON, target.look(place));
        try (Store second = target.open(place)) {
            assertEquals(everything(store), everything(second));
            second.files().fetch(second.files().keep(file("again", "内容1")), work.resolve("out"));
            assertEquals("内容1", Files.readString(work.resolve("out")));
            int next = second.write("li", "", tx -> {
                tx.audit().append(org.lianshen.model.audit.AuditEntry.of("test", "after"));
                return tx.meetings().nextNumber(2026);
            });
            assertEquals(4, next, "running numbers go on");
        }
    }

    @Test
    void aBackupComesBackIntoTheSameKind() throws IOException {
        sameAfterRestore(provider(clock), emptyPlace());
    }

    @Test
    void aBackupComesBackIntoAFolder() throws IOException {
        sameAfterRestore(new H2StoreProvider(clock), new StoreLocation.Folder(work.resolve("folder")));
    }

    @Test
    void aBackupComesBackIntoAServer() throws IOException {
        sameAfterRestore(new PostgresStoreProvider(clock), PostgresForTests.emptySchema());
    }

    @Test
    void aStoreIsNeverOverwritten() throws IOException {
        fill();
        store.backup(work.resolve("b.zip"), Progress.NONE);
        var second = emptyPlace();
        provider.restore(work.resolve("b.zip"), second, Progress.NONE);
        assertEquals("store.exists", key(() -> provider.restore(work.resolve("b.zip"), second, Progress.NONE)));
    }

    @Test
    void aCancelledBackupLeavesNoFile() throws IOException {
        fill();
        Progress stop = new Progress() {
            @Override
            public void at(long done, long total) {
                assertTrue(done <= total);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(Progress.Cancelled.class, () -> store.backup(work.resolve("b.zip"), stop));
        try (Stream<Path> left = Files.list(work)) {
            assertEquals(List.of(), left.filter(path -> path.getFileName().toString().contains("b.zip")).toList());
        }
    }

    @Test
    void aBackupWithoutAFolderToGoToIsRefused() {
        assertEquals("store.backupNotWritten", key(() -> store.backup(work.resolve("nowhere/b.zip"), Progress.NONE)));
    }

    /** Writes the backup's entries anew, changed. */
    Path changed(String name, UnaryOperator<Map<String, byte[]>> change) throws IOException {
        fill();
        Path backup = work.resolve("good.zip");
        store.backup(backup, Progress.NONE);
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(backup.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        Path target = work.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (var entry : change.apply(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return target;
    }

    void refused(String problem, Path backup) {
        var place = emptyPlace();
        assertEquals(problem, key(() -> provider.restore(backup, place, Progress.NONE)));
        assertEquals(StoreState.NONE, provider.look(place));
    }

    static byte[] replaced(byte[] entry, String from, String to) {
        String text = new String(entry, StandardCharsets.UTF_8);
        assertTrue(text.contains(from), text);
        return text.replaceFirst(java.util.regex.Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void entriesThatPointOutsideAreRefused() throws IOException {
        refused("store.backupDamaged", changed("evil.zip", entries -> {
            entries.put("../evil", new byte[] {1});
            return entries;
        }));
        assertFalse(Files.exists(work.resolve("../evil")));
    }

    @Test
    void absoluteEntriesAreRefused() throws IOException {
        refused("store.backupDamaged", changed("evil.zip", entries -> {
            entries.put("/tmp/evil-of-lianshen", new byte[] {1});
            return entries;
        }));
    }

    @Test
    void tablesThatAreNotOursAreRefused() throws IOException {
        refused("store.backupDamaged", changed("evil.zip", entries -> {
            entries.put("manifest.json", replaced(entries.get("manifest.json"), "\"setting\"", "\"setting; DROP TABLE account\""));
            return entries;
        }));
    }

    @Test
    void aChangedRowIsNoticed() throws IOException {
        refused("store.backupDisagrees", changed("changed.zip", entries -> {
            entries.put("tables/setting.jsonl", replaced(entries.get("tables/setting.jsonl"), "huzhou", "shaoxing"));
            return entries;
        }));
    }

    @Test
    void aMissingRowIsNoticed() throws IOException {
        refused("store.backupDisagrees", changed("less.zip", entries -> {
            String lines = new String(entries.get("tables/budget_page.jsonl"), StandardCharsets.UTF_8);
            entries.put("tables/budget_page.jsonl", lines.substring(lines.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
            return entries;
        }));
    }

    @Test
    void aBrokenLineIsNoticed() throws IOException {
        refused("store.backupDamaged", changed("broken.zip", entries -> {
            entries.put("tables/account.jsonl", "[\"u\",{}]".getBytes(StandardCharsets.UTF_8));
            return entries;
        }));
    }

    @Test
    void aMissingTableIsNoticed() throws IOException {
        refused("store.backupDamaged", changed("missing.zip", entries -> {
            entries.remove("tables/meeting.jsonl");
            return entries;
        }));
    }

    @Test
    void aChangedAttachmentIsNoticed() throws IOException {
        refused("store.backupDamaged", changed("file.zip", entries -> {
            String name = entries.keySet().stream().filter(entry -> entry.startsWith("files/")).findFirst().orElseThrow();
            entries.put(name, "内容X".getBytes(StandardCharsets.UTF_8));
            return entries;
        }));
    }

    @Test
    void aBackupOfALaterVersionIsRefused() throws IOException {
        refused("store.newer", changed("later.zip", entries -> {
            entries.put("manifest.json", replaced(entries.get("manifest.json"), "\"schemaVersion\" : " + Schema.ofH2().current(), "\"schemaVersion\" : 99"));
            return entries;
        }));
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        refused("store.notABackup", file("text.zip", "no zip"));
        Path other = work.resolve("other.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.closeEntry();
        }
        refused("store.notABackup", other);
        refused("store.notABackup", work.resolve("is not there"));
    }

    @Test
    void aTruncatedBackupIsRefused() throws IOException {
        fill();
        Path backup = work.resolve("b.zip");
        store.backup(backup, Progress.NONE);
        byte[] bytes = Files.readAllBytes(backup);
        refused("store.notABackup", Files.write(work.resolve("half.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2)));
    }
}
