package org.lianshen.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GeneratedBudgetTest {

    @Test
    void oneSeedGivesOneBudgetWithItsTruth() {
        var budget = new GeneratedBudget(1, 50, 400);
        var again = new GeneratedBudget(1, 50, 400);
        assertEquals(budget.projects(), again.projects());
        assertEquals(budget.lines(), again.lines());
        assertEquals(budget.truth(), again.truth());
        assertNotEquals(budget.lines(), new GeneratedBudget(2, 50, 400).lines());
        assertEquals(400, budget.lines().size());
        assertTrue(budget.truth().size() > 150 && budget.truth().size() < 300);
    }
}
