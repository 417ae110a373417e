package org.lianshen.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.LinkDecision;

/** Desk 3: linking budget lines to reviewed projects, and the rules B01 … */
public interface LinkageService {

    /** Runs all active rules over the year's lines and keeps the run. @param asOf null for today */
    CheckRun check(int year, LocalDate asOf, Progress progress);

    /** The last kept run of the year. */
    Optional<CheckRun> last(int year);

    /** 就是它: a fact that later lines with the same key follow. */
    LinkDecision confirm(UUID line, UUID project, String note);

    /** 不是它. */
    LinkDecision reject(UUID line, UUID project, String note);

    List<LinkDecision> decisions();

    /** Findings as a workbook. */
    void exportFindings(CheckRun run, Path target);

    /** A copy of each imported workbook of the year with the findings as cell comments. With several workbooks, {@code target} gets a number. @return files written */
    List<Path> mark(CheckRun run, Path target);
}
