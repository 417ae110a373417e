package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleShapeTest {

    private static final int MOST = 20;

    @Test
    void aShortTitleStaysInOneLine() {
        assertEquals(List.of("关于审议增补项目的会议纪要"), TitleShape.lines(" 关于审议增补项目的会议纪要 ", MOST));
    }

    /** Never a rectangle (equal lines), never an hourglass (short in the middle), no known word torn. */
    @ParameterizedTest
    @ValueSource(strings = {"关于审议2026年第四季度政务信息化增补项目的会议纪要", "湖州市人民政府办公室关于印发湖州市政务信息化项目联审和预算联动管理办法的通知",
            "关于审议湖州市2026年度第三批政务信息化项目建设方案和2027年度政务应用集约化运维预算安排并通报绩效评价结果的会议纪要"})
    void aLongTitleIsATrapezoidOrARhombus(String title) {
        List<String> lines = TitleShape.lines(title, MOST);
        assertEquals(title, String.join("", lines));
        List<Integer> lengths = lines.stream().map(String::length).toList();
        assertTrue(lengths.stream().allMatch(length -> length <= MOST), lines.toString());
        boolean fell = false;
        for (int i = 1; i < lengths.size(); i++) {
            assertTrue(!lengths.get(i).equals(lengths.get(i - 1)), lines.toString());
            assertTrue(!(fell && lengths.get(i) > lengths.get(i - 1)), lines.toString());
            fell |= lengths.get(i) < lengths.get(i - 1);
        }
        for (int i = 0; i + 1 < lines.size(); i++) {
            String seam = lines.get(i).substring(lines.get(i).length() - 1) + lines.get(i + 1).charAt(0);
            assertTrue(!List.of("项目", "会议", "纪要", "预算", "信息", "息化", "政务", "绩效", "评价", "运维", "建设", "方案").contains(seam), lines.toString());
        }
    }

    @Test
    void theRedHeadIsNarrowedBeforeItIsMadeSmall() {
        HeadShape head = HeadShape.of("湖州市政务信息化项目联审联席会议纪要");
        assertEquals(1, head.lines().size());
        assertTrue(head.size() > 28 && head.scale() >= 0.75, head.toString());
        assertTrue(head.size() * head.scale() * 18 <= PaperGrid.WIDTH, head.toString());
        assertEquals(36, HeadShape.of("湖州市会议纪要").size());
        assertEquals(2, HeadShape.of("湖州南太湖新区管理委员会社会事务和大数据发展管理中心政务信息化项目联审联席会议纪要").lines().size());
    }

    /** A title holds the name of a project, and some have very long ones. */
    @Test
    void titlesOfAnyLengthAreBrokenAtOnceAndKeptWhole() {
        for (int length = 1; length <= 400; length++) {
            String title = "关于" + "市".repeat(length) + "的联审意见";
            List<String> lines = assertTimeoutPreemptively(java.time.Duration.ofSeconds(10), () -> TitleShape.lines(title, 20));
            assertEquals(title, String.join("", lines));
            assertTrue(lines.stream().allMatch(line -> line.length() <= 20), lines.toString());
        }
    }
}
