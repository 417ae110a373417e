package org.lianshen.service.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.service.SimilarityService.Band;
import org.lianshen.service.SimilarityService.Hit;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.linkage.Budget;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.session.Desk;
import org.lianshen.service.text.Texts;

class SimilarityDeskTest {

    private final World world = new World();
    private final Budget budget = new Budget(world);
    private int made;
    private int closed;

    /** Brings everything, in the order of the ledger. */
    private final SimilarityIndex everything = entries -> {
        made++;
        return new SimilarityIndex.Searcher() {
            @Override
            public List<UUID> near(String name, List<String> functions, int limit) {
                return entries.stream().map(SimilarityIndex.Entry::id).limit(limit).toList();
            }

            @Override
            public void close() {
                closed++;
            }
        };
    };
    private final Desk desk = world.oneself();
    private final SimilarityDesk similarity = new SimilarityDesk(desk, new Projects(desk, new Texts(Locale.CHINESE)), everything);

    @Test
    void ranksByNameAndFunctionsAndShowsWhatOverlaps() {
        budget.project("LS-1", "智慧食堂系统建设项目", "市公安局", Map.of());
        budget.project("LS-2", "德清县教育数据共享系统建设项目", "德清县教育局", Map.of());
        List<Hit> hits = similarity.similar(FormFixture.form(), null, 10);
        assertEquals(List.of("LS-2", "LS-1"), hits.stream().map(Hit::reviewNo).toList());
        Hit best = hits.getFirst();
        assertEquals(Band.HIGH, best.band());
        assertEquals("教育数据共享", best.why().getFirst().overlap());
        assertTrue(best.why().stream().anyMatch(overlap -> overlap.mine().equals("共享服务") && overlap.overlap().equals("共享服务")));
        // the same two function items under an unrelated name: (0.25 × name + 0.50 × 1) ÷ 0.75
        assertEquals(Band.MEDIUM, hits.getLast().band());
        assertEquals(1, similarity.similar(FormFixture.form(), null, 1).size());
    }

    @Test
    void leavesOutTheProjectItself() {
        Proposal proposal = world.submit(desk, FormFixture.form());
        assertEquals(1, similarity.similar(FormFixture.form(), null, 10).size());
        assertEquals(List.of(), similarity.similar(FormFixture.form(), proposal.id(), 10));
    }

    @Test
    void keepsItsIndexUntilTheLedgerChanges() {
        budget.project("LS-1", "智慧食堂系统建设项目", "市公安局", Map.of());
        similarity.similar(FormFixture.form(), null, 5);
        similarity.similar(FormFixture.form(), null, 5);
        assertEquals(1, made);
        budget.project("LS-2", "教育数据共享系统建设项目", "市公安局", Map.of());
        assertEquals(2, similarity.similar(FormFixture.form(), null, 5).size());
        assertEquals(2, made);
        assertEquals(1, closed);
        similarity.close();
        assertEquals(2, closed);
    }
}
