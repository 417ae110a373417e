package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.lianshen.model.Message;
import org.lianshen.model.budget.SheetReading.CellError;
import org.lianshen.model.budget.SheetReading.SkippedRow;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.service.Progress;

/** Understands a list of projects that were reviewed already (一本账, domain.md §9.1): columns by their heads, in any order. Knows nothing of file formats. */
public final class LedgerIntake {

    private static final Set<LedgerHead> OUTCOME = EnumSet.of(LedgerHead.CONCLUSION, LedgerHead.STATE, LedgerHead.APPROVED);

    private final Supplier<UUID> ids;
    private final Progress progress;

    /** @param ids keys for the projects read */
    public LedgerIntake(Supplier<UUID> ids, Progress progress) {
        this.ids = ids;
        this.progress = progress;
    }

    /**
     * What a list says.
     *
     * @param sheet    name of the sheet; several are joined
     * @param projects the rows without errors; which of them may be stored is for the caller to decide
     * @param notices  what a person should know
     */
    public record Reading(String sheet, List<Integer> headerRows, int rowsRead, List<SkippedRow> skipped, List<CellError> errors, List<LedgerProject> projects,
            List<Message> notices) {

        public Reading {
            headerRows = List.copyOf(headerRows);
            skipped = List.copyOf(skipped);
            errors = List.copyOf(errors);
            projects = List.copyOf(projects);
            notices = List.copyOf(notices);
        }
    }

    /**
     * Reads every visible sheet that has the header of a ledger.
     *
     * @param name of the file, for messages
     * @throws org.lianshen.model.UserProblem if no sheet has a recognisable header, naming what was looked for and the nearest miss
     */
    public Reading read(SourceFile file, String name) {
        return joined(ListSheet.all(file, sheet -> new LedgerSheet(sheet, ids, progress), Message.of("intake.noLedger", name)), file);
    }

    private static Reading joined(List<LedgerSheet> sheets, SourceFile file) {
        var skipped = new ArrayList<SkippedRow>();
        var errors = new ArrayList<CellError>();
        var projects = new ArrayList<LedgerProject>();
        var notices = new ArrayList<>(file.notices());
        int read = 0;
        for (LedgerSheet sheet : sheets) {
            skipped.addAll(sheet.skipped());
            errors.addAll(sheet.errors());
            projects.addAll(sheet.projects());
            notices.addAll(sheet.notices());
            read += sheet.rowsRead();
        }
        return new Reading(String.join("、", sheets.stream().map(LedgerSheet::name).toList()), sheets.getFirst().header().rows(), read, skipped, errors, projects, notices);
    }

    static List<Message> missing(Set<LedgerHead> heads) {
        var missing = new ArrayList<Message>();
        if (!heads.contains(LedgerHead.NAME)) {
            missing.add(Message.of("intake.need.ledger.name"));
        }
        if (!heads.contains(LedgerHead.UNIT)) {
            missing.add(Message.of("intake.need.ledger.unit"));
        }
        if (heads.stream().noneMatch(OUTCOME::contains)) {
            missing.add(Message.of("intake.need.ledger.outcome"));
        }
        return missing;
    }
}
