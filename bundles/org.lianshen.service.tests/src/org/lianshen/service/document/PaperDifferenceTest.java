package org.lianshen.service.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.PaperDifference.Change;
import org.lianshen.service.document.TextDifference.Run;
import org.lianshen.service.text.Texts;

class PaperDifferenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private final Texts texts = new Texts(Locale.CHINESE);

    private static OfficialPaper paper(Block... blocks) {
        return OfficialPaper.minutes("湖州市纪要", "2026年第3次", "", List.of(blocks), List.of(), DAY, "各单位。", "市数据局", DAY, false, "9F3C-21D0-77AB");
    }

    private static Block.Paragraph text(String text) {
        return new Block.Paragraph(text);
    }

    private static Block.Table table(String... rows) {
        return new Block.Table(List.of("项目名称", "核定额（万元）"), List.of(3, 1), List.of(false, true), java.util.Arrays.stream(rows).map(row -> List.of(row.split("\\|", -1))).toList());
    }

    private List<String> shown(OfficialPaper before, OfficialPaper after) {
        return PaperDifference.between(before, after).changes().stream().map(change -> texts.format(change.place()) + ": " + change.before() + " > " + change.after()).toList();
    }

    @Test
    void paragraphsAndCellsAreNamed() {
        OfficialPaper before = paper(new Block.Heading(1, "一、同意下列项目"), text("会议听取了汇报。"), table("智慧水务二期|380.00", "健康大脑|120.00"), text("有效期至2028年。"));
        OfficialPaper after = paper(new Block.Heading(1, "一、同意下列项目"), text("会议听取了汇报。"), table("智慧水务二期|360.00", "健康大脑|120.00"), text("市财政局负责复核。"), text("有效期至2029年。"));
        assertEquals(List.of("正文表1第1行“核定额（万元）”: 380.00 > 360.00", "正文第2段:  > 市财政局负责复核。", "正文第3段: 有效期至2028年。 > 有效期至2029年。"), shown(before, after));
        assertEquals(List.of(), shown(before, before));
    }

    @Test
    void rowsComeAndGo() {
        assertEquals(List.of("正文表1第2行“项目名称”: 区域影像云 > ", "正文表1第2行“核定额（万元）”: 230.00 > "),
                shown(paper(table("智慧水务|1", "区域影像云|230.00")), paper(table("智慧水务|1"))));
    }

    @Test
    void whatBelongsToTheVersionIsNoDifference() {
        OfficialPaper one = paper(text("甲"));
        assertEquals(List.of(), shown(one, one.as("其他", DAY.plusDays(1), DAY.plusDays(2), true, "")));
    }

    @Test
    void charactersThatDifferAreMarked() {
        var sides = TextDifference.of("核定380.00万元", "核定360.00万元，分两年");
        assertEquals(List.of(new Run("核定3", false), new Run("8", true), new Run("0.00万元", false)), sides.before());
        assertEquals(List.of(new Run("核定3", false), new Run("6", true), new Run("0.00万元", false), new Run("，分两年", true)), sides.after());
        assertEquals(List.of(), TextDifference.of("", "新").before());
    }

    /** Whatever is done to a paper: the sides of each change hold the whole texts, what is not marked is the same on both, and taking the changes back gives the paper before. */
    @Test
    void nothingIsLostBetweenRandomPapers() {
        var random = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            List<Block> before = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                before.add(text(words(random)));
            }
            List<Block> after = new ArrayList<>(before);
            for (int i = random.nextInt(4); i > 0; i--) {
                int at = random.nextInt(after.size() + 1);
                if (random.nextBoolean() || at == after.size()) {
                    after.add(at, text(words(random)));
                } else {
                    after.remove(at);
                }
            }
            List<Change> changes = PaperDifference.between(paper(before.toArray(Block[]::new)), paper(after.toArray(Block[]::new))).changes();
            assertEquals(balance(before), balance(after) - changes.stream().mapToInt(change -> change.after().length() - change.before().length()).sum());
            assertEquals(before.equals(after), changes.isEmpty());
            for (Change change : changes) {
                var sides = TextDifference.of(change.before(), change.after());
                assertEquals(change.before(), whole(sides.before()));
                assertEquals(change.after(), whole(sides.after()));
                assertEquals(kept(sides.before()), kept(sides.after()));
                assertTrue(sides.before().stream().anyMatch(Run::differs) || sides.after().stream().anyMatch(Run::differs));
            }
        }
    }

    private static String words(Random random) {
        return random.ints(random.nextInt(12) + 1, 0, 6).mapToObj(i -> "联审核定金额".substring(i, i + 1)).collect(Collectors.joining());
    }

    private static int balance(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> ((Block.Paragraph) block).text().length()).sum();
    }

    private static String whole(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static String kept(List<Run> runs) {
        return runs.stream().filter(run -> !run.differs()).map(Run::text).collect(Collectors.joining());
    }
}
