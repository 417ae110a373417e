package org.lianshen.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerRow;
import org.lianshen.service.table.TableSpec;

/** Desk 5: the one ledger. */
public interface LedgerService {

    /** Every project as the linkage check sees it on a day. */
    List<LedgerProject> projects(LocalDate asOf);

    /** With the amount chain. */
    List<LedgerRow> rows(LocalDate asOf);

    LedgerRow row(UUID project, LocalDate asOf);

    /** Reads an Excel list of already reviewed projects; all or nothing, unless {@code partial}. */
    Outcome take(Path file, boolean dryRun, boolean partial, Progress progress);

    /** Every project with every column. */
    void export(LocalDate asOf, Path target);

    /** Rows and columns as somebody has them on the screen. */
    void export(LocalDate asOf, TableSpec<LedgerRow> columns, List<LedgerRow> rows, Path target);

    /** What happened to a project, oldest first: proposal, acts, budget, payments, appraisals. */
    List<Event> timeline(UUID project);

    /** Figures of the dashboard. */
    Dashboard dashboard(int year, LocalDate asOf);

    record Outcome(LedgerBatch batch, boolean stored) {
    }

    record Event(java.time.Instant at, org.lianshen.model.Message what, String detail) {
    }

    /** @param byUnit amounts by unit, largest first; {@code byClass} by project class */
    record Dashboard(int year, int projects, org.lianshen.model.Money applied, org.lianshen.model.Money approved, org.lianshen.model.Money budgeted,
            org.lianshen.model.Money paid, org.lianshen.model.Money unreviewed, List<Slice> byUnit, List<Slice> byClass, List<Ratio> ratios, List<Count> findings,
            List<Count> grades) {
    }

    record Slice(String label, org.lianshen.model.Money approved, org.lianshen.model.Money budgeted, org.lianshen.model.Money unreviewed) {
    }

    /** One of the three 百分之百: {@code have} of {@code should}. */
    record Ratio(String key, int have, int should, List<String> missing) {
    }

    record Count(String key, int number) {
    }
}
