package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageMonth;

/** How applications are used, month by month: evidence for their appraisal. */
public interface UsageService {

    /** In the order of their first import. */
    List<UsageMonth> all();

    /** Oldest first. */
    List<UsageBatch> batches();

    /**
     * Reads a workbook; all or nothing, unless {@code partial}. A month of an application that comes again takes the new figures.
     *
     * @throws org.lianshen.model.UserProblem if the file is no workbook, is hostile, or has no recognisable header
     */
    Outcome take(Path file, boolean dryRun, boolean partial, Progress progress);

    /** @param batch its id is null when nothing was stored @param added how many months were new */
    record Outcome(UsageBatch batch, boolean stored, int added) {
    }
}
