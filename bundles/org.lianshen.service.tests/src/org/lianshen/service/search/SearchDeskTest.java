package org.lianshen.service.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.service.SearchService.Found;
import org.lianshen.service.SearchService.Kind;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;

class SearchDeskTest {

    private final World world = new World();
    private final SearchDesk search = new SearchDesk(world.oneself());

    @Test
    void byCharactersInitialsAndNumber() {
        Proposal platform = world.submit(world.oneself(), FormFixture.form());
        world.submit(world.oneself(), FormFixture.form("医疗影像云", "市卫生健康委"));
        assertEquals(platform.id(), search.find("数据共享", 5).getFirst().id());
        assertEquals(platform.id(), search.find("jysjgxpt", 5).getFirst().id());
        assertEquals(platform.id(), search.find("sjgx", 5).getFirst().id());
        assertEquals(platform.id(), search.find("ls-330500-2026-0001", 5).getFirst().id());
        assertEquals(Set.of("医疗影像云", "教育数据共享平台"), Set.copyOf(search.find("2026-000", 5).stream().map(Found::title).toList()));
        assertTrue(search.find("没有这个", 5).isEmpty());
        assertTrue(search.find("  ", 5).isEmpty());
    }

    @Test
    void unitsAndClausesAreFoundToo() {
        Found unit = search.find("湖州市教育局", 5).getFirst();
        assertEquals(Kind.UNIT, unit.kind());
        assertEquals("市教育局", unit.title());
        assertEquals(Kind.CLAUSE, search.find("未经联审", 5).getFirst().kind());
        assertEquals("Q1", search.find("q1", 5).getFirst().key());
    }

    @Test
    void theNumberItselfComesFirstAndTheLimitHolds() {
        for (int i = 1; i <= 12; i++) {
            world.submit(world.oneself(), FormFixture.form("平台" + i, "市教育局"));
        }
        assertEquals(5, search.find("平台", 5).size());
        assertEquals("平台1", search.find("LS-330500-2026-0001", 5).getFirst().title());
    }
}
