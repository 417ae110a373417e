package org.lianshen.model.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private final UnitDirectory units = new UnitDirectory(Packs.city());
    private final NameReader reader = new NameReader(Packs.city(), units);

    @ParameterizedTest
    @CsvSource({ "2026年湖州市数据局公共数据平台（二期）建设项目, 公共数据平台, p2, 2026", "公共数据平台二期, 公共数据平台, p2, 0", "公共数据平台第2期工程, 公共数据平台, p2, 0",
        "公共数据平台Ⅱ期, 公共数据平台, p2, 0", "市数据局2025-2027年公共数据平台运维, 公共数据平台运维, '', 2025", "ＡＰＰ改造 项目, app改造, '', 0",
        "全市公共数据平台, 公共数据平台, '', 0", "市场监管平台建设项目, 市场监管平台, '', 0", "数据归集统一期限提醒系统, 数据归集统一期限提醒系统, '', 0",
        "公共数据平台采购3标段, 公共数据平台, l3, 0", "湖州城市大脑第十二期, 城市大脑, p12, 0", "建设项目, 建设项目, '', 0" })
    void readsNamesWithoutWhatPeopleAddAndDrop(String name, String core, String phase, int year) {
        NameKey key = reader.read(name, "湖州市数据局");
        assertEquals(core, key.core());
        assertEquals(phase, key.phase());
        assertEquals(year, key.year());
    }

    @Test
    void phasesKeepTwoProjectsApart() {
        assertNotEquals(reader.read("雪亮工程一期", "市公安局"), reader.read("雪亮工程二期", "市公安局"));
        assertEquals(reader.read("雪亮工程（一期）", "市公安局"), reader.read("雪亮工程第一期", "市公安局"));
    }

    @ParameterizedTest
    @CsvSource({ "湖州市卫生健康委员会, 市卫健委", "湖州市卫健委, 市卫生健康委", "湖州市大数据发展管理局, 市数据局", "湖州市财政局, 市财政局", "浙江省湖州市财政局, 湖州市财政局",
        "市委宣传部(市委网信办), 市委网信办", "湖州市教育局, 市教育局", "德清县发展和改革局, 德清县发改局", "市人力资源和社会保障局, 市人社局", "市公安局（本级）, 市公安局" })
    void knowsOneUnitByItsNames(String one, String other) {
        assertTrue(units.same(one, other));
        assertTrue(units.same(other, one));
        assertEquals(units.bucket(one), units.bucket(other));
    }

    @ParameterizedTest
    @CsvSource({ "湖州市财政局, 市数据局", "德清县财政局, 长兴县财政局", "湖州市教育局, 德清县教育局", "市教育局, '' ", "市公安局, 市公安局交警支队" })
    void keepsOtherUnitsApart(String one, String other) {
        assertFalse(units.same(one, other));
    }

    @Test
    void likenessSeparatesPhasesAndKindredSystems() {
        var index = new NameIndex(List.of(reader.read("城市内涝监测预警系统建设项目", "市水利局"), reader.read("城市内涝监测预警系统二期", "市水利局"),
                reader.read("水库安全监测系统", "市水利局"), reader.read("智慧校园平台", "市教育局")));
        NameIndex.Query query = index.query(reader.read("城市内涝监测预警平台", "市水利局"));
        assertTrue(index.score(query, 0) >= 0.95);
        assertTrue(index.score(query, 1) < 0.85);
        assertTrue(index.score(query, 2) < 0.4);
        assertTrue(index.score(query, 3) < 0.05);
        assertEquals(1, index.score(index.query(reader.read("城市内涝监测预警系统", "市水利局")), 0));
        assertEquals(0, index.near(query, 2, new NameIndex.Scratch(index))[0]);
    }

    @Test
    void commonRunsAreLongestFirstAndDoNotOverlap() {
        assertEquals(List.of("监测预警", "城市"), CommonRuns.of("城市内涝监测预警平台", "监测预警与城市排水"));
        assertEquals(List.of(), CommonRuns.of("水利", "教育"));
    }
}
