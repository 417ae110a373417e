package org.lianshen.service.intake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.lianshen.model.Message;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.Progress;

/** Understands sheets of monthly usage figures of applications (domain.md §5.5): columns by their heads, in any order. Knows nothing of file formats. */
public final class UsageIntake {

    private final YearMonth latest;
    private final Supplier<UUID> ids;
    private final Progress progress;

    /**
     * @param latest the running month: there are no figures of later ones
     * @param ids    keys for the months read
     */
    public UsageIntake(YearMonth latest, Supplier<UUID> ids, Progress progress) {
        this.latest = latest;
        this.ids = ids;
        this.progress = progress;
    }

    /** @param months the rows without errors, without a batch; which of them may be stored is for the caller to decide */
    public record Reading(List<UsageBatch.Sheet> sheets, List<UsageMonth> months) {
        public Reading {
            sheets = List.copyOf(sheets);
            months = List.copyOf(months);
        }
    }

    /**
     * Reads every visible sheet that has the head of usage figures.
     *
     * @param name of the file, for messages
     * @throws org.lianshen.model.UserProblem if no sheet has a recognisable head
     */
    public Reading read(SourceFile file, String name) {
        List<UsageSheet> sheets = ListSheet.all(file, sheet -> new UsageSheet(sheet, latest, ids, progress), Message.of("usage.none", name));
        return new Reading(sheets.stream().map(UsageSheet::reading).toList(), sheets.stream().flatMap(sheet -> sheet.months().stream()).toList());
    }

    static List<Message> missing(Set<UsageHead> heads) {
        var missing = new ArrayList<Message>();
        if (!heads.contains(UsageHead.APPLICATION)) {
            missing.add(Message.of("usage.need.application"));
        }
        if (!heads.contains(UsageHead.MONTH)) {
            missing.add(Message.of("usage.need.month"));
        }
        if (heads.stream().allMatch(head -> head.figure() == null)) {
            missing.add(Message.of("usage.need.figure"));
        }
        return missing;
    }
}
