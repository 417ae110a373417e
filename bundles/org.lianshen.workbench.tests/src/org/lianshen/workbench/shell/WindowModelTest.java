package org.lianshen.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.workbench.testing.ModelCheck;

class WindowModelTest {

    @Test
    void everyNameInTheModelLeadsSomewhere() {
        assertEquals(List.of(), ModelCheck.of(LifeCycle.class, "Application.e4xmi").problems());
    }
}
