package org.lianshen.service.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.DocumentService.Composed;
import org.lianshen.service.DocumentService.Listed;
import org.lianshen.service.DocumentService.Signing;
import org.lianshen.service.DocumentService.Standing;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.memory.World;
import org.lianshen.service.store.Tx;

/** Signing, versions, and the check of paper against log. */
class IssuingTest {

    private final World world = new World();
    private final PaperKey key = new PaperKey(PaperKind.OPINION, new UUID(1, 2), "3");
    private final Letters letters = new Letters();

    /** A letter whose words the test changes. */
    private static final class Letters implements PaperComposer {

        private String amount = "380.00";
        private Message open;
        private boolean goesOut = true;
        private int weight = 1;
        private String head = "金额";

        @Override
        public PaperKind kind() {
            return PaperKind.OPINION;
        }

        @Override
        public List<PaperKey> keys(Tx tx, UUID subject) {
            return List.of();
        }

        @Override
        public Message name(Tx tx, PaperKey paper) {
            return Message.of("paper.name.MINUTES", paper.part());
        }

        @Override
        public OfficialPaper compose(Tx tx, PaperKey paper, Consumer<Message> notices) {
            return OfficialPaper.letter("市数据局", "", "联审意见书", "市水利局", List.of(new Block.Paragraph("核定" + amount + "万元。"),
                    new Block.Table(List.of("项目", head), List.of(weight, 1), List.of(false, true), List.of(List.of("甲", "1")))), List.of(), "市数据局", LocalDate.of(2026, 1, 1), "", true);
        }

        @Override
        public boolean numbered(Tx tx, PaperKey paper) {
            return true;
        }

        @Override
        public boolean goesOut(PaperKey paper) {
            return goesOut;
        }

        @Override
        public Optional<Message> unready(Tx tx, PaperKey paper) {
            return Optional.ofNullable(open);
        }
    }

    IssuingTest() {
        world.store().write("wang", "", tx -> {
            tx.audit().append(AuditEntry.of("meeting.close", "meeting 2026-03"));
            return null;
        });
    }

    private <T> T issuing(Function<Issuing, T> work) {
        return world.store().read(tx -> work.apply(new Issuing(world.oneself(), tx, letters)));
    }

    private IssuedPaper sign(PaperKey paper, String number, LocalDate date) {
        return world.store().write("wang", "", tx -> new Issuing(world.oneself(), tx, letters).sign(paper, number, date));
    }

    private IssuedPaper sign() {
        return sign(key, "湖联审〔2026〕7号", world.today());
    }

    private String refused(PaperKey paper, String number, LocalDate date) {
        List<IssuedPaper> before = issuing(each -> each.tx().papers().of(paper.subject()));
        String why = assertThrows(UserProblem.class, () -> sign(paper, number, date)).messages().getFirst().key();
        assertEquals(before, issuing(each -> each.tx().papers().of(paper.subject())), "nothing is stored");
        return why;
    }

    private OfficialPaper current(List<Message> notices) {
        Composed composed = issuing(each -> each.current(key));
        assertEquals(issuing(each -> each.listed(key)).standing(), composed.standing());
        notices.addAll(composed.notices());
        return composed.paper();
    }

    @Test
    void aPaperIsADraftUntilItIsSigned() {
        assertEquals(new Listed(key, Message.of("paper.name.MINUTES", "3"), Standing.DRAFT, null), issuing(each -> each.listed(key)));
        assertTrue(current(new ArrayList<>()).draft());
        assertEquals(new Signing("湖联审〔2026〕1号", true, world.today(), 1), issuing(each -> each.signing(key)));
        IssuedPaper first = sign();
        assertEquals(Standing.SIGNED, issuing(each -> each.listed(key)).standing());
        var notices = new ArrayList<Message>();
        assertEquals(first.content(), current(notices));
        assertEquals(List.of(), notices);
        assertFalse(first.content().draft());
        assertEquals(world.today(), first.content().date());
        assertEquals("湖联审〔2026〕7号", first.number());
    }

    @Test
    void theCodeIsThatOfTheLastRecordBeforeTheSigning() {
        IssuedPaper first = sign();
        List<AuditRecord> log = issuing(each -> each.tx().audit().from(1, 10));
        assertEquals(AuditCode.of(log.get(0).hash()), first.code());
        assertEquals(first.code(), first.content().anchor());
        assertEquals(1, first.auditSeq());
        assertEquals("paper.sign", log.get(1).action());
        assertTrue(log.get(1).note().endsWith("sha256 " + first.digest()));
    }

    @Test
    void aChangeOfFactsIsSeenAndSignedAsAVersionOfItsOwn() {
        IssuedPaper first = sign();
        letters.amount = "360.00";
        assertEquals(Standing.CHANGED, issuing(each -> each.listed(key)).standing());
        var notices = new ArrayList<Message>();
        OfficialPaper draft = current(notices);
        assertTrue(draft.draft());
        assertEquals("湖联审〔2026〕7号", draft.number());
        assertEquals(List.of("paper.factsChanged"), notices.stream().map(Message::key).toList());
        assertEquals(new Signing("湖联审〔2026〕7号", false, world.today(), 2), issuing(each -> each.signing(key)), "the number stays the paper's");
        world.workdays(1);
        IssuedPaper second = sign(key, "typed for nothing", world.today());
        assertEquals(2, second.version());
        assertEquals(first.number(), second.number());
        assertNotEquals(first.code(), second.code());
        assertEquals(List.of(first, second), issuing(each -> each.versions(key)));
        PaperDifference difference = PaperDifference.between(first.content(), second.content());
        assertEquals(1, difference.changes().size(), "number, days and code are no difference");
        assertEquals("核定360.00万元。", difference.changes().getFirst().after());
    }

    @Test
    void aWorkingPaperIsNoDraftAndIsNotSigned() {
        letters.goesOut = false;
        assertEquals(Standing.WORKING, issuing(each -> each.listed(key)).standing());
        assertEquals(Standing.WORKING, issuing(each -> each.current(key)).standing());
        assertEquals("official.workingPaper", refused(key, "x", world.today()));
    }

    @Test
    void theSameIsNotSignedTwice() {
        sign();
        world.workdays(3);
        assertEquals("paper.sign.same", refused(key, "", world.today()));
    }

    @Test
    void openFactsAreNotSigned() {
        letters.open = Message.of("paper.sign.meetingOpen", "2026-03");
        assertEquals("paper.sign.meetingOpen", refused(key, "x", world.today()));
    }

    @Test
    void aNumberIsGivenOnceOnly() {
        sign();
        var other = new PaperKey(PaperKind.OPINION, new UUID(5, 6), "1");
        assertEquals("paper.sign.numberTaken", refused(other, " 湖联审〔2026〕7号 ", world.today()));
        assertEquals("paper.sign.noNumber", refused(other, " ", world.today()));
        assertEquals("湖联审〔2026〕8号", issuing(each -> each.signing(other)).number());
        sign(other, "湖联审〔2026〕8号", world.today());
        assertEquals("湖联审〔2026〕9号", issuing(each -> each.signing(new PaperKey(PaperKind.OPINION, new UUID(7, 8), "1"))).number());
    }

    @ParameterizedTest
    @CsvSource({"湖联审〔2026〕15号, 湖联审〔2026〕16号", "湖联审〔2025〕99号, 湖联审〔2026〕1号", "湖数函15, 湖数函16"})
    void theNextNumberFollowsTheLastOfTheYear(String last, String next) {
        world.store().write("wang", "", tx -> {
            tx.settings().put("paper.number.OPINION", last);
            tx.audit().append(AuditEntry.of("test", "x"));
            return null;
        });
        assertEquals(next, issuing(each -> each.signing(key)).number());
    }

    @Test
    void daysAreNotInTheFutureAndDoNotRunBack() {
        assertEquals("paper.sign.date", refused(key, "x1", world.today().plusDays(1)));
        assertEquals("paper.sign.date", refused(key, "x1", null));
        sign();
        letters.amount = "1.00";
        assertEquals("paper.sign.date", refused(key, "", world.today().minusDays(1)));
    }

    // Paper against log

    private Verification verify(String number, String code) {
        return world.store().read(tx -> new Verifier(tx, world.clock().getZone()).typed(number, code).result());
    }

    private Verification read(String text) {
        return world.store().read(tx -> new Verifier(tx, world.clock().getZone()).read(text).result());
    }

    private static List<String> keys(Verification verification, boolean holds) {
        return verification.checks().stream().filter(check -> check.holds() == holds).map(check -> check.message().key()).toList();
    }

    @Test
    void aCodeStandsForItsRecordAndItsPaper() {
        IssuedPaper first = sign();
        String typed = first.code().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        Verification known = verify("湖联审〔2026〕7号", typed);
        assertTrue(known.holds(), known::toString);
        assertEquals(first, known.paper());
        assertEquals(1, known.record().seq());
        assertEquals(List.of("paper.verify.record", "paper.verify.chainHolds", "paper.verify.paper", "paper.verify.digest"), keys(known, true));
        assertTrue(verify("", first.code()).holds());
        assertTrue(verify("湖联审〔2026〕7号", "").holds());
        letters.amount = "1.00";
        sign(key, "", world.today());
        assertEquals("paper.verify.newer", keys(verify("", first.code()), true).getLast());
    }

    @Test
    void whatIsWrongHasAMessageOfItsOwn() {
        IssuedPaper first = sign();
        assertEquals(List.of("paper.verify.nothing"), keys(verify(" ", ""), false));
        assertEquals(List.of("paper.verify.noCode"), keys(verify("", "9F3C-21D0"), false));
        assertEquals(List.of("paper.verify.unknownCode"), keys(verify("", "0000-0000-0000"), false));
        assertEquals(List.of("paper.verify.unknownNumber"), keys(verify("湖联审〔2026〕8号", ""), false));
        assertEquals(List.of("paper.verify.unknownNumber"), keys(verify("湖联审〔2026〕8号", first.code()), false));
        String another = AuditCode.of(issuing(each -> each.tx().audit().from(2, 1)).getFirst().hash());
        assertEquals(List.of("paper.verify.otherCode"), keys(verify(first.number(), another), false));
        assertTrue(verify("", another).holds(), "a record without a paper");
        assertEquals(List.of("paper.verify.draft"), keys(read("讨论稿 审计记录校验码：" + another), false));
        assertEquals(List.of("paper.verify.noneInFile"), keys(read("随便什么文件 2026-1121-0830-77"), false));
    }

    @Test
    void theFileIsKnownByItsCodeOrItsNumber() {
        IssuedPaper first = sign();
        assertEquals(first, read("…审计记录校验码：" + first.code() + "\n— 1 —").paper());
        assertEquals(first, read("市数据局\n湖联审〔2026〕\n7号\n").paper());
    }

    @Test
    void aBrokenChainProvesNothingFromThereOn() {
        IssuedPaper first = sign();
        letters.amount = "1.00";
        IssuedPaper second = sign(key, "", world.today());
        world.store().tamper(1, row -> new AuditRecord(row.seq(), row.at(), row.actor(), row.role(), row.action(), row.object(), row.from(), row.to(), row.note(), "00", row.hash()));
        assertTrue(verify("", first.code()).holds(), "the chain holds up to its record");
        assertEquals(List.of("paper.verify.chain"), keys(verify("", second.code()), false));
        letters.amount = "2.00";
        assertEquals("paper.sign.chain", refused(key, "", world.today()));
    }

    @Test
    void aPaperChangedInTheStoreIsNoticed() {
        IssuedPaper first = sign();
        OfficialPaper other = OfficialPaper.letter("市数据局", first.number(), "联审意见书", "", List.of(), List.of(), "", first.content().date(), "", false);
        world.store().tamper(paper -> new IssuedPaper(paper.id(), paper.key(), 1, other, paper.digest(), 1, paper.code(), paper.by(), paper.at()));
        assertEquals(List.of("paper.damaged"), keys(verify("", first.code()), false));
        world.store().tamper(paper -> paper.digested(Integer.toHexString(paper.content().hashCode())));
        assertEquals(List.of("paper.verify.otherDigest"), keys(verify("", first.code()), false), "the digest was changed too, but the record of signing has the old one");
    }

    @Test
    void anotherLayoutOfTheSameWordsIsNoChangeOfFacts() {
        sign();
        letters.weight = 9;
        assertEquals(Standing.SIGNED, issuing(each -> each.listed(key)).standing());
        letters.head = "核定额";
        assertEquals(Standing.CHANGED, issuing(each -> each.listed(key)).standing());
        PaperDifference difference = issuing(each -> PaperDifference.between(each.versions(key).getLast().content(), each.current(key).paper()));
        assertEquals(List.of("核定额"), difference.changes().stream().map(PaperDifference.Change::after).toList(), "what makes it changed can be seen");
    }

    @Test
    void aTableThatGoesOnOverAnotherPageIsTheSameText() {
        Verification known = verify("", sign().code());
        var file = java.nio.file.Path.of("x.pdf");
        assertTrue(Verifier.against(known, file, "项目 金额\n甲 1\n乙 2", "项目 金额\n甲 1\n— 1 —\n项目 金额\n乙 2").holds());
        assertFalse(Verifier.against(known, file, "项目 金额\n甲 1\n乙 2", "项目 余额\n甲 1\n乙 2").holds());
    }

    @Test
    void textIsComparedWithoutBreaksAndPageNumbers() {
        Verification known = verify("", sign().code());
        var file = java.nio.file.Path.of("x.pdf");
        assertTrue(Verifier.against(known, file, "核定380.00万元。\n— 1 —\n特此函告。", "核定380.00\n万元。特此\n—2—\n函告。").holds());
        Verification changed = Verifier.against(known, file, "核定380.00万元。", "核定880.00万元。");
        assertFalse(changed.holds());
        assertEquals(List.of("x.pdf", 1, "核定380.00万元。", "核定880.00万元。"), changed.checks().getLast().message().args());
    }
}
