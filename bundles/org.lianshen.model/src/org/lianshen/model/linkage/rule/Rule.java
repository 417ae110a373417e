package org.lianshen.model.linkage.rule;

import java.util.function.Consumer;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.Finding;

/** One linkage rule of domain.md §4.5. The test is code; severity, words and limits are the pack's. */
public interface Rule {

    /** B01 … B53. */
    String id();

    void check(CheckContext context, Consumer<Finding> found);
}
