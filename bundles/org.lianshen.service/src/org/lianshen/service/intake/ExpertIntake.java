package org.lianshen.service.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.lianshen.model.Message;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertReading;
import org.lianshen.service.Progress;

/** Understands lists of experts. Knows nothing of file formats. */
public final class ExpertIntake {

    private final Supplier<UUID> ids;
    private final LocalDate today;
    private final Progress progress;

    /** @param ids keys for the experts read */
    public ExpertIntake(Supplier<UUID> ids, LocalDate today, Progress progress) {
        this.ids = ids;
        this.today = today;
        this.progress = progress;
    }

    /** @param experts the rows without errors; which of them may be stored is for the caller to decide */
    public record Reading(List<ExpertReading> sheets, List<Expert> experts) {
        public Reading {
            sheets = List.copyOf(sheets);
            experts = List.copyOf(experts);
        }
    }

    /** @throws org.lianshen.model.UserProblem if no sheet has a recognisable header */
    public Reading read(SourceFile file, String name) {
        List<ExpertSheet> sheets = ListSheet.all(file, sheet -> new ExpertSheet(sheet, ids, today, progress), Message.of("intake.noExperts", name));
        return new Reading(sheets.stream().map(ExpertSheet::reading).toList(), sheets.stream().flatMap(sheet -> sheet.experts().stream()).toList());
    }

    static List<Message> missing(Set<ExpertHead> heads) {
        var missing = new ArrayList<Message>();
        if (!heads.contains(ExpertHead.NAME)) {
            missing.add(Message.of("intake.need.expert.name"));
        }
        if (!heads.contains(ExpertHead.UNIT)) {
            missing.add(Message.of("intake.need.expert.unit"));
        }
        if (!heads.contains(ExpertHead.FIELDS)) {
            missing.add(Message.of("intake.need.expert.fields"));
        }
        return missing;
    }
}
