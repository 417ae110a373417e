package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Attendees;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Enclosure;
import org.lianshen.service.document.OfficialPaper.Field;
import org.lianshen.service.document.OfficialPaper.Seal;

/** What every store promises about signed papers; runs on H2 and on PostgreSQL. */
abstract class PaperContract extends StoreFixture {

    private static final String ODD = "核定 380.00 万元 \"引号\" \\ \t €𠮷 \u0001\u2028";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    static IssuedPaper paper(UUID id, UUID subject, int version, Instant at) {
        List<Block> blocks = blocks();
        var content = new OfficialPaper(OfficialPaper.Form.LETTER, "市数据局", "湖联审〔2026〕7号", "联审意见书", "市水利局", blocks, List.of(new Enclosure("核定明细", blocks)),
                List.of(new Attendees("出席", List.of("市财政局 张三", ODD))), "市数据局", DAY, "市财政局", "", DAY.plusDays(1), false, "9F3C-21D0-77AB", false, new OfficialPaper.Numbering(3, 9));
        return new IssuedPaper(id, new PaperKey(PaperKind.OPINION, subject, "3"), version, content, null, 1, "9F3C-21D0-77AB", "wang", at);
    }

    private static List<Block> blocks() {
        return List.of(new Block.Heading(2, "（一）核定内容"), new Block.Paragraph(ODD),
                new Block.Table(List.of("序号", "金额"), List.of(1, 3), List.of(false, true), List.of(List.of("1", "380.00"), List.of("合计"), List.of("", ODD))),
                new Block.Note("编号：7", "单位：万元"), new Block.Fields(List.of(List.of(new Field("项目名称", ODD), new Field("意见", "", 4)), List.of(new Field("金额", "380.00")))),
                new Block.Seals(List.of(new Seal("市财政局", "张三", DAY), new Seal("市公安局", "", null))));
    }

    @Test
    void signedPapersComeBackAsTheyWereSignedWithAllThatAPaperCanHold() {
        assertEquals(leaves(Block.class), blocks().stream().map(Block::getClass).collect(Collectors.toSet()), "one of each kind");
        UUID subject = ids.next();
        var first = writing(tx -> tx.papers().add(paper(ids.next(), subject, 1, clock.instant())));
        assertEquals(64, first.digest().length());
        var second = writing(tx -> tx.papers().add(paper(ids.next(), subject, 2, clock.instant().plusSeconds(1))));
        assertEquals(first.digest(), second.digest(), "the same content has the same bytes");
        var other = writing(tx -> tx.papers().add(paper(ids.next(), ids.next(), 1, clock.instant().plusSeconds(2))));
        reopen();
        assertEquals(List.of(first, second), read(tx -> tx.papers().of(subject)));
        assertEquals(List.of(first, second, other), read(tx -> tx.papers().numbered("湖联审〔2026〕7号")));
        assertEquals(List.of(first, second, other), read(tx -> tx.papers().coded("9F3C-21D0-77AB")));
        assertEquals(List.of(), read(tx -> tx.papers().numbered("湖联审〔2026〕8号")));
        assertNotEquals(first.digest(), writing(tx -> tx.papers().add(changed(subject))).digest());
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(kind -> leaves(kind).stream()).collect(Collectors.toSet()) : Set.of(type);
    }

    private IssuedPaper changed(UUID subject) {
        var third = paper(ids.next(), subject, 3, clock.instant());
        return new IssuedPaper(third.id(), third.key(), 3, third.content().as("湖联审〔2026〕7号", DAY, DAY, false, "0000-0000-0000"), null, 9, "0000-0000-0000", "wang", third.at());
    }

    @Test
    void aVersionIsSignedOnce() {
        UUID subject = ids.next();
        var first = writing(tx -> tx.papers().add(paper(ids.next(), subject, 1, clock.instant())));
        var again = paper(ids.next(), subject, 1, clock.instant());
        assertEquals(first, assertThrows(StaleWrite.class, () -> write(tx -> tx.papers().add(again))).stored());
        assertEquals(List.of(first), read(tx -> tx.papers().of(subject)));
        assertThrows(IllegalStateException.class, () -> read(tx -> tx.papers().add(paper(ids.next(), subject, 2, clock.instant()))));
    }

    @Test
    void recordsAreFoundByTheBeginningOfTheirHash() {
        write(tx -> tx.settings().put("a", "1"));
        write(tx -> tx.settings().put("a", "2"));
        List<AuditRecord> log = read(tx -> tx.audit().from(1, 10));
        assertEquals(List.of(log.get(1)), read(tx -> tx.audit().beginning(log.get(1).hash().substring(0, 12))));
        assertEquals(log, read(tx -> tx.audit().beginning("")));
        assertEquals(List.of(), read(tx -> tx.audit().beginning("%")));
    }
}
