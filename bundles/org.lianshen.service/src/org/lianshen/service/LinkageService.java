package org.lianshen.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.OfficerWords;
import org.lianshen.model.linkage.RunDifference;

/** Desk 3: linking budget lines to reviewed projects, and the rules B01 … */
public interface LinkageService {

    /** Runs all active rules over the year's lines and keeps the run. @param asOf null for today */
    CheckRun check(int year, LocalDate asOf, Progress progress);

    /** The last kept run of the year. */
    Optional<CheckRun> last(int year);

    /** Brings the last run to the facts as they are now and checks only what changed. @throws org.lianshen.model.UserProblem if the year was never checked */
    CheckRun renew(int year, Progress progress);

    /** Whether anything was done since the year's last run that a check takes in, such as an import, a decision or another pack; false where there is no run. */
    boolean outdated(int year);

    /** Makes ready what the first word after signing in would have to wait for; stores nothing. */
    void prepare(int year, Progress progress);

    /** Newest first. */
    List<RunHead> runs(int year);

    /** Empty where its contents are not kept any more. */
    Optional<CheckRun> run(UUID run);

    /** What a run changed against the run before it; empty where it is the first, or one of the two is not kept any more. */
    Optional<RunDifference> difference(UUID run);

    /** What the later of two runs of a year changed against the earlier; empty where one of the two is not kept any more. */
    Optional<RunDifference> difference(UUID earlier, UUID later);

    /** 就是它: a fact that later lines with the same key follow. The last run of the line's year follows at once. */
    Renewed confirm(UUID line, UUID project, String note);

    /** This part of the line is the project's; several projects share the line. */
    Renewed confirmShare(UUID line, UUID project, Money share, String note);

    /** 不是它. */
    Renewed reject(UUID line, UUID project, String note);

    /** 撤销: what was said of the line's key and the project counts no more. */
    Renewed revokeLink(UUID line, UUID project, String note);

    /** 是 / 不是信息化项目, or the word on it taken back; remembered for the line's key. */
    Renewed sayIt(UUID line, ItWord.Answer answer, String note);

    /** Both names mean one unit. @param year whose last run follows at once */
    Renewed sameUnit(int year, String alias, String unit, String note);

    Renewed revokeUnit(int year, String alias, String unit, String note);

    /** All words ever said, also those taken back. */
    OfficerWords words();

    /** @param word id of the stored word @param run the run that followed, or null where the year was never checked */
    record Renewed(UUID word, CheckRun run) {
    }

    /** Findings as a workbook. */
    void exportFindings(CheckRun run, Path target);

    /** A copy of each imported workbook of the year with the findings as cell comments. With several workbooks, {@code target} gets a number. @return files written */
    List<Path> mark(CheckRun run, Path target);
}
