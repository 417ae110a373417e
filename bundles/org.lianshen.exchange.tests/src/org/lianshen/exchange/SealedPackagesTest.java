package org.lianshen.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.Expertise;
import org.lianshen.model.expert.Ranked;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackEdits;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FormDigest;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Batch;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.Progress;
import org.lianshen.service.exchange.PackageSeal.Key;
import org.lianshen.service.exchange.PackageSeal.Opened;

class SealedPackagesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:30:00.123456789Z");
    private static final String PASSWORD = "正确的 马 电池 订书钉";

    /** Small, so that every byte of the file can be tried. */
    private static final PackageContent NOTHING = new PackageContent(List.of(), List.of(), List.of(), null);

    private static final List<String> FORM = List.of("exchange.truncated", "exchange.newerFormat", "exchange.olderFormat");

    @TempDir
    Path folder;
    private SealedPackages seal;
    private OwnKey office;
    private OwnKey finance;
    private OwnKey police;
    /** Whether anybody was asked what to think of the header. */
    private boolean asked;

    @BeforeEach
    void keys() {
        seal = new SealedPackages(folder.resolve("keys"));
        office = seal.newKey("huzhou", UUID.randomUUID(), "", "联审办", NOW, null);
        finance = seal.newKey("huzhou", UUID.randomUUID(), "FIN", "王芳", NOW, null);
        police = seal.newKey("huzhou", UUID.randomUUID(), "PSB", "李雷", NOW, null);
    }

    private PackageHeader header(OwnKey from, OwnKey to) {
        return new PackageHeader(UUID.randomUUID(), PackageHeader.Kind.REVIEW, "huzhou", "huzhou@2026.1", "ab".repeat(32), from.card().store(), from.card().fingerprint(),
                to.card().fingerprint(), "FIN", NOW, LocalDate.of(2026, 12, 22), null);
    }

    private static PackageContent content(String attachment, long size) {
        var form = ProposalForm.EMPTY.with(ProposalField.PROJECT_NAME, "智慧水务二期 𠮷\u0001\r\n").withEstimate(List.of(new EstimateLine(1, EstimateCode.values()[0], "开发", "规格", new BigDecimal("1.50"), "套",
                Money.ofFen(12_345), null, Money.ofFen(-1), ""))).withAttachments(attachment == null ? List.of() : List.of(new Attachment("建设方案", "方案.pdf", attachment, size)));
        var version = new ProposalVersion(1, form, FormDigest.of(form), NOW, "edu", List.of(), "huzhou@2026.1");
        var proposal = new Proposal(UUID.randomUUID(), "LS-330500-2026-0042", form, List.of(), "edu", NOW, "edu", List.of(version), 0);
        var acts = List.of(new ReviewAct(UUID.randomUUID(), proposal.id(), 1, 1, "DATA", "张三", "zhang", false, null, NOW, new ActDetail.Acceptance(LocalDate.of(2026, 11, 30), Batch.URGENT)),
                new ReviewAct(UUID.randomUUID(), proposal.id(), 2, 1, "FIN", "王芳", "wang@12345678", false, null, NOW,
                        new ActDetail.Opinion(1, List.of(new CheckAnswer("C1", Verdict.FAIL, "问题", "建议", "依据"), new CheckAnswer("C2", null, "", "", "")), Overall.DISAGREE,
                                List.of(new Cut(1, Money.ofFen(100), "偏高")), "条件", "")));
        var edits = new PackEdits(List.of(new PackEdit(new PackChange(PackPath.of("lists", "a/b~c"), null, PackValue.Items.of(List.of("云", "网"))), "因为", "wang", NOW)));
        var rules = new PackVersion("huzhou", 1, "2026.1", "cd".repeat(32), LocalDate.of(2026, 11, 1), edits, "理由", NOW, "wang", "ef".repeat(32));
        UUID expert = UUID.randomUUID();
        var sheet = new ScoreSheet(1, Map.of("necessity", new BigDecimal("12.5")), "方案", "", "", "重复建设", Overall.DISAGREE, true);
        var ranked = new Ranked(expert, "ZJ0007", "赵教授", "大学", "大学", Set.of(Expertise.COST), "ab");
        var panel = List.<ExpertStep>of(new ExpertStep.Draw(List.of(ranked), List.of(new ExpertStep.Exclusion(expert, "ZJ0007", "赵教授", "大学", List.of(Message.of("expert.conflict.suspended", "x", 3)))),
                List.of(expert), null, List.of()), new ExpertStep.Scoring(expert, sheet, new ExpertStep.Signature("赵教授", false, null))).stream()
                .map(step -> new ExpertAct(UUID.randomUUID(), proposal.id(), 1, 1, "ZJ0007@12345678", NOW, step)).toList();
        var who = new Expert(expert, "ZJ0007", "赵教授", "大学", List.of(new Expert.FormerUnit("某局", null)), "教授", Set.of(Expertise.COST), "", "", "", true, "", Expert.Interests.NONE, "", 3);
        return new PackageContent(List.of(new PackageContent.Project(proposal, acts, panel)), List.of(rules),
                List.of(new PackageContent.Returned(proposal.id(), proposal.reviewNo(), 1, version.digest(), acts, panel)), who);
    }

    private Path sealed(PackageHeader header, OwnKey from, OwnKey to, PackageContent content, Map<String, Path> files) {
        Path target = folder.resolve("评审包.lspkg");
        seal.seal(header, content, files, new Key(from, null), to.card(), target, Progress.NONE);
        return target;
    }

    private Opened open(Path file, KeyCard sender, OwnKey own, char[] password) throws IOException {
        asked = false;
        return seal.open(file, sender, header -> {
            asked = true;
            return new Key(own, password);
        }, Files.createTempDirectory(folder, "work"), Progress.NONE);
    }

    private String refused(Path file) {
        return refused(file, office.card(), finance);
    }

    private String refused(Path file, KeyCard sender, OwnKey own) {
        return assertThrows(UserProblem.class, () -> open(file, sender, own, null)).messages().getFirst().key();
    }

    @Test
    void whatWasSealedIsOpenedAsItWas() throws Exception {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        Path attachment = Files.write(folder.resolve("方案.pdf"), bytes);
        String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        PackageHeader header = header(office, finance);
        PackageContent content = content(sha, bytes.length);
        Path file = sealed(header, office, finance, content, Map.of(sha, attachment));
        assertEquals(header, seal.look(file));
        Opened opened = open(file, office.card(), finance, null);
        assertEquals(header, opened.header());
        assertEquals(content, opened.content());
        assertEquals(java.util.Set.of(sha), opened.files().keySet());
        assertArrayEquals(bytes, Files.readAllBytes(opened.files().get(sha)));
        assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))), opened.digest());
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains("LS-330500-2026-0042"), "nothing of the content is readable");
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(path -> path.toString().endsWith(".part")), "no half file stays");
        }
    }

    @Test
    void aPackageForAnotherReceiverOrOfAnotherSenderIsNotOpened() {
        Path file = sealed(header(office, finance), office, finance, content(null, 0), Map.of());
        assertEquals("exchange.otherReceiver", refused(file, office.card(), police));
        assertEquals("exchange.edited", refused(file, police.card(), finance));
    }

    @Test
    void whoeverSignsAnothersTextAnewDoesNotGetItRead() throws Exception {
        Path file = sealed(header(office, finance), office, finance, content(null, 0), Map.of());
        Frame frame = Frame.of(file, Limits.STANDARD);
        byte[] text = Arrays.copyOfRange(Files.readAllBytes(file), (int) frame.textFrom(), (int) frame.textTo());
        PackageHeader stolen = header(police, finance);
        var out = new ByteArrayOutputStream();
        out.write(Frame.prologue(ContentJson.write(stolen), frame.wrapped(), frame.nonce()));
        out.write(text);
        Path forged = folder.resolve("forged.lspkg");
        Files.write(forged, signed(out.toByteArray(), police));
        assertEquals("exchange.edited", refused(forged, police.card(), finance));
    }

    private byte[] signed(byte[] said, OwnKey by) throws IOException {
        var signing = Sm2.Signing.with(new KeyKeeper(folder.resolve("keys")).open(by, null));
        signing.update(said, said.length);
        var out = new ByteArrayOutputStream();
        out.write(said);
        out.write(Frame.epilogue(signing.sign()));
        return out.toByteArray();
    }

    @Test
    void cutsAreNoticed() throws Exception {
        byte[] whole = Files.readAllBytes(sealed(header(office, finance), office, finance, NOTHING, Map.of()));
        Path cut = folder.resolve("cut.lspkg");
        for (int length = 0; length < whole.length; length += length < 32 || length > whole.length - 90 ? 1 : 5) {
            Files.write(cut, Arrays.copyOf(whole, length));
            String key = length < 8 ? "exchange.notPackage" : refused(cut);
            assertTrue(List.of("exchange.notPackage", "exchange.truncated", "exchange.edited").contains(key), length + " " + key);
        }
        Files.write(cut, Arrays.copyOf(whole, whole.length + 1));
        assertTrue(List.of("exchange.truncated", "exchange.edited").contains(refused(cut)), "nor does anything behind it pass");
    }

    @Test
    void changedBytesAreNoticed() throws Exception {
        byte[] whole = Files.readAllBytes(sealed(header(office, finance), office, finance, NOTHING, Map.of()));
        Path changed = folder.resolve("changed.lspkg");
        var random = new Random(20261122);
        for (int at = 0; at < whole.length; at += at < 32 || at > whole.length - 90 ? 1 : 1 + random.nextInt(6)) {
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(changed, bytes);
            String key = refused(changed);
            boolean length = at >= 8 && at < 14 || at > whole.length - 3;
            assertTrue(key.equals("exchange.edited") || at < 8 && key.equals("exchange.notPackage") || length && FORM.contains(key), at + " " + key);
            assertFalse(asked, "of an edited package nothing is believed");
        }
    }

    @Test
    void randomBytesBehindTheMagicDoNoHarm() throws Exception {
        byte[] magic = Arrays.copyOf(Files.readAllBytes(sealed(header(office, finance), office, finance, content(null, 0), Map.of())), 10);
        var random = new Random(5);
        Path file = folder.resolve("random.lspkg");
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            var out = new ByteArrayOutputStream();
            out.write(magic);
            out.write(bytes);
            Files.write(file, out.toByteArray());
            assertTrue(refused(file).startsWith("exchange."));
            assertThrows(UserProblem.class, () -> seal.look(file));
        }
    }

    @Test
    void otherFormatsAreNamed() throws Exception {
        byte[] whole = Files.readAllBytes(sealed(header(office, finance), office, finance, content(null, 0), Map.of()));
        Path file = folder.resolve("other.lspkg");
        whole[9] = 2;
        Files.write(file, whole);
        assertEquals("exchange.newerFormat", refused(file));
        whole[9] = 0;
        Files.write(file, whole);
        assertEquals("exchange.olderFormat", refused(file));
        Files.writeString(file, "PK\u0003\u0004 a workbook");
        assertEquals("exchange.notPackage", refused(file));
        assertEquals("exchange.noFile", refused(folder.resolve("nowhere")));
    }

    @Test
    void aHeaderThatIsNoneIsNotShownToAnybody() throws Exception {
        String good = new String(ContentJson.write(header(office, finance)), StandardCharsets.UTF_8);
        for (String bad : List.of("{}", "null", "", good.replace(office.card().fingerprint(), "x"), good.replace(finance.card().fingerprint(), "Z".repeat(64)), good.replace("\"REVIEW\"", "\"RETURN\""),
                good.replace("\"REVIEW\"", "7"), good.replace("{", "{\"more\":1,"))) {
            Path file = Files.write(folder.resolve("header.lspkg"), signed(Frame.prologue(bad.getBytes(StandardCharsets.UTF_8), Sm2.random(100), Sm2.random(12 + 16)), office));
            assertEquals("exchange.edited", assertThrows(UserProblem.class, () -> seal.look(file)).messages().getFirst().key(), bad);
        }
    }

    /** A sender whose key is trusted, and who means harm. */
    @Test
    void whatATrustedSenderPutsInIsNotBelievedEither() throws Exception {
        byte[] good = ContentJson.write(content(null, 0));
        for (Hostile hostile : List.<Hostile>of(zip -> entry(zip, "../../etc/passwd", good), zip -> {
            list(zip, new Payload.Entry("content.json", good.length, sha(good)), new Payload.Entry("../../evil", 1, "../../evil"));
            entry(zip, "content.json", good);
            entry(zip, "../../evil", new byte[1]);
        }, zip -> {
            list(zip, new Payload.Entry("content.json", good.length, sha(good)));
            entry(zip, "content.json", good);
            entry(zip, "ab".repeat(32), new byte[1]);
        }, zip -> {
            list(zip, new Payload.Entry("content.json", good.length, "00".repeat(32)));
            entry(zip, "content.json", good);
        }, zip -> list(zip, new Payload.Entry("content.json", good.length, sha(good))), zip -> {
            list(zip, new Payload.Entry("content.json", good.length, sha(good)), new Payload.Entry("ab".repeat(32), 10, "ab".repeat(32)));
            entry(zip, "content.json", good);
            entry(zip, "ab".repeat(32), new byte[5_000_000]);
        }, zip -> {
            list(zip, new Payload.Entry("content.json", Limits.STANDARD.content() + 1L, sha(good)));
            entry(zip, "content.json", good);
        }, zip -> {
            byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
            list(zip, new Payload.Entry("content.json", deep.length, sha(deep)));
            entry(zip, "content.json", deep);
        }, zip -> {
            byte[] unknown = "{\"projects\":[],\"rules\":[],\"returned\":[],\"class\":\"java.lang.Runtime\"}".getBytes(StandardCharsets.US_ASCII);
            list(zip, new Payload.Entry("content.json", unknown.length, sha(unknown)));
            entry(zip, "content.json", unknown);
        }, zip -> entry(zip, "list.json", new byte[1 << 20]), zip -> {
            byte[] nothing = "{\"projects\":[null],\"rules\":[],\"returned\":[]}".getBytes(StandardCharsets.US_ASCII);
            list(zip, new Payload.Entry("content.json", nothing.length, sha(nothing)));
            entry(zip, "content.json", nothing);
        }, zip -> entry(zip, "list.json", "{\"format\":1,\"entries\":[{\"bytes\":1}]}".getBytes(StandardCharsets.US_ASCII)), zip -> {
            byte[] huge = new String(good, StandardCharsets.UTF_8).replace("\"quantity\":1.50", "\"quantity\":1E999999999").getBytes(StandardCharsets.UTF_8);
            assertNotEquals(good.length, huge.length);
            list(zip, new Payload.Entry("content.json", huge.length, sha(huge)));
            entry(zip, "content.json", huge);
        }, zip -> {
            byte[] nul = new String(good, StandardCharsets.UTF_8).replace("\"张三\"", "\"\\u0000\\ud800\"").getBytes(StandardCharsets.UTF_8);
            assertNotEquals(good.length, nul.length);
            list(zip, new Payload.Entry("content.json", nul.length, sha(nul)));
            entry(zip, "content.json", nul);
        }, zip -> {
            byte[] runtime = "{\"projects\":[{\"proposal\":null,\"acts\":null,\"panel\":[]}],\"rules\":[],\"returned\":[]}".getBytes(StandardCharsets.US_ASCII);
            list(zip, new Payload.Entry("content.json", runtime.length, sha(runtime)));
            entry(zip, "content.json", runtime);
        })) {
            Path file = Files.write(folder.resolve("hostile.lspkg"), packed(hostile));
            assertEquals("exchange.edited", refused(file));
        }
        Path sound = Files.write(folder.resolve("sound.lspkg"), packed(zip -> {
            list(zip, new Payload.Entry("content.json", good.length, sha(good)));
            entry(zip, "content.json", good);
        }));
        assertEquals(1, open(sound, office.card(), finance, null).content().projects().size());
    }

    @Test
    void aWrappedKeyOfAnyLengthDoesNoHarm() throws Exception {
        byte[] head = ContentJson.write(header(office, finance));
        for (int length = 0; length <= 256; length++) {
            byte[] wrapped = Sm2.random(length);
            if (length > 0) {
                wrapped[0] = 4;
            }
            var out = new ByteArrayOutputStream();
            out.write(Frame.prologue(head, wrapped, Sm2.random(12)));
            out.write(Sm2.random(40));
            Path file = Files.write(folder.resolve("wrapped.lspkg"), signed(out.toByteArray(), office));
            assertEquals("exchange.otherReceiver", refused(file), "length " + length);
        }
    }

    private interface Hostile {
        void to(ZipOutputStream zip) throws Exception;
    }

    private static void list(ZipOutputStream zip, Payload.Entry... entries) throws IOException {
        entry(zip, "list.json", ContentJson.write(new Payload.Listed(1, List.of(entries))));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String sha(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private byte[] packed(Hostile hostile) throws Exception {
        var payload = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(payload)) {
            hostile.to(zip);
        }
        byte[] key = Sm2.random(16);
        byte[] nonce = Sm2.random(12);
        byte[] head = ContentJson.write(header(office, finance));
        var out = new ByteArrayOutputStream();
        out.write(Frame.prologue(head, Sm2.encrypt(HexFormat.of().parseHex(finance.card().publicKey()), key), nonce));
        out.write(Sm4.encrypt(key, nonce, payload.toByteArray(), head));
        return signed(out.toByteArray(), office);
    }

    @Test
    void aPrivateKeyOpensWithItsPasswordAlone() throws Exception {
        OwnKey locked = seal.newKey("huzhou", UUID.randomUUID(), "FIN", "王芳", NOW, PASSWORD.toCharArray());
        assertEquals(OwnKey.Protection.PASSWORD, locked.protection());
        Path file = sealed(header(office, locked), office, locked, content(null, 0), Map.of());
        assertEquals(1, open(file, office.card(), locked, PASSWORD.toCharArray()).content().projects().size());
        assertEquals("exchange.passwordNeeded", assertThrows(UserProblem.class, () -> open(file, office.card(), locked, null)).messages().getFirst().key());
        assertEquals("exchange.wrongPassword", assertThrows(UserProblem.class, () -> open(file, office.card(), locked, "错误".toCharArray())).messages().getFirst().key());
    }

    @Test
    void aCopyOfTheStoreAloneOpensNothing() throws Exception {
        Path file = sealed(header(office, finance), office, finance, content(null, 0), Map.of());
        Path key = folder.resolve("keys").resolve(finance.card().fingerprint() + ".key");
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        }
        Files.writeString(key, "00".repeat(16));
        assertEquals("exchange.accountKeyDamaged", refused(file));
        Files.writeString(key, "x");
        assertEquals("exchange.accountKeyDamaged", refused(file));
        Files.delete(key);
        assertEquals("exchange.accountKeyMissing", refused(file));
    }

    @Test
    void aCardComesBackAsItWentOutAndEveryChangeIsNoticed() throws Exception {
        Path file = folder.resolve("名片.lscard");
        seal.writeCard(finance, null, file);
        assertEquals(finance.card(), seal.readCard(file));
        assertEquals(29, finance.card().code().length());
        assertNotEquals(finance.card().code(), police.card().code());
        byte[] whole = Files.readAllBytes(file);
        Path changed = folder.resolve("changed.lscard");
        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 1;
            Files.write(changed, bytes);
            assertThrows(UserProblem.class, () -> seal.readCard(changed), "byte " + at);
        }
        var blank = new KeyCard(finance.card().fingerprint(), finance.card().publicKey(), null, finance.card().store(), null, "王芳", NOW);
        Files.write(changed, CardFile.write(blank, new KeyKeeper(folder.resolve("keys")).open(finance, null)));
        assertEquals("exchange.cardChanged", assertThrows(UserProblem.class, () -> seal.readCard(changed)).messages().getFirst().key());
        for (String text : List.of("", "{}", "null", "[]", "{\"format\":\"lianshen-key-card\"}", "x".repeat(20_000))) {
            Files.writeString(changed, text);
            assertTrue(assertThrows(UserProblem.class, () -> seal.readCard(changed)).messages().getFirst().key().startsWith("exchange."));
        }
    }

    @Test
    void anInterruptedWriteLeavesWhatWasThere() throws Exception {
        Path target = Files.writeString(folder.resolve("评审包.lspkg"), "before");
        Progress stopping = new Progress() {
            @Override
            public void at(long done, long total) {
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Path attachment = Files.writeString(folder.resolve("a"), "a");
        assertThrows(Progress.Cancelled.class, () -> seal.seal(header(office, finance), content(null, 0), Map.of("ab".repeat(32), attachment), new Key(office, null), finance.card(), target, stopping));
        assertEquals("before", Files.readString(target));
    }

    /** RFC 8998, A.1. */
    @Test
    void theCipherIsTheOneOfTheStandard() {
        HexFormat hex = HexFormat.of();
        byte[] key = hex.parseHex("0123456789abcdeffedcba9876543210");
        byte[] nonce = hex.parseHex("00001234567800000000abcd");
        byte[] beside = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] text = hex.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] encrypted = Sm4.encrypt(key, nonce, text, beside);
        assertEquals("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec", hex.formatHex(encrypted));
        assertArrayEquals(text, Sm4.decrypt(key, nonce, encrypted, beside));
        encrypted[3] ^= 1;
        assertEquals(null, Sm4.decrypt(key, nonce, encrypted, beside));
    }
}
