package org.lianshen.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lianshen.service.similarity.SimilarityIndex.Entry;
import org.lianshen.service.similarity.SimilarityIndex.Searcher;

class LuceneIndexTest {

    private static final List<Entry> ENTRIES = List.of(entry(1, "城市内涝监测预警系统", "雨量站接入", "积水点视频"), entry(2, "智慧校园平台", "学籍管理", "教师考勤"),
            entry(3, "水库安全监测系统", "水位采集", "雨量站接入"), entry(4, "ＡＰＰ 运营服务"));

    private static Entry entry(int no, String name, String... functions) {
        return new Entry(new UUID(0, no), name, List.of(functions));
    }

    private static List<Long> near(String name, List<String> functions, int limit) {
        try (Searcher searcher = new LuceneIndex().over(ENTRIES)) {
            return searcher.near(name, functions, limit).stream().map(UUID::getLeastSignificantBits).toList();
        }
    }

    @Test
    void bringsTheNearestFirstAndNothingThatSharesNothing() {
        assertEquals(List.of(1L, 3L), near("内涝监测预警", List.of(), 10));
        assertEquals(List.of(1L), near("内涝监测预警平台", List.of(), 1));
        assertEquals(List.of(), near("殡葬", List.of(), 10));
    }

    @Test
    void looksIntoFunctionItems() {
        assertEquals(List.of(2L), near("某某", List.of("教师考勤机接入管理"), 1));
        assertEquals(List.of(1L, 3L), near("某某", List.of("雨量站接入"), 10).stream().sorted().toList());
    }

    @Test
    void foldsWidthAndCase() {
        assertEquals(List.of(4L), near("app", List.of(), 10));
    }

    @Test
    void anEmptyLedgerAndEmptyQuestionsAreNoError() {
        try (Searcher searcher = new LuceneIndex().over(List.of())) {
            assertEquals(List.of(), searcher.near("智慧校园平台", List.of("学籍"), 10));
        }
        assertEquals(List.of(), near("", List.of(), 10));
        assertEquals(List.of(), near("（）—", List.of("  "), 10));
    }

    @Test
    void veryLongFunctionListsAreStillAnswered() {
        String many = IntStream.range(0x4e00, 0x4e00 + 3_000).mapToObj(Character::toString).collect(Collectors.joining());
        assertTrue(near("智慧校园平台", List.of(many), 10).contains(2L));
    }
}
