package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.lianshen.model.letter.Letter;
import org.lianshen.service.LetterService;
import org.lianshen.service.Progress;
import org.lianshen.service.document.PaperWriter;

/** Keeps what it is asked to write. */
final class LetterDouble implements LetterService {

    final List<UnitFindings> units = new ArrayList<>();
    final List<Head> written = new ArrayList<>();
    final List<String> to = new ArrayList<>();

    @Override
    public List<UnitFindings> units(int year) {
        return units;
    }

    @Override
    public Head remembered() {
        return new Head("湖州市财政局", "湖财信函〔2026〕15号", LocalDate.of(2026, 11, 21), "", "", "");
    }

    @Override
    public LocalDate due(LocalDate date) {
        return date.plusDays(14);
    }

    @Override
    public List<Letter> letters(int year) {
        return List.of();
    }

    @Override
    public synchronized Outcome write(int year, Head head, Collection<String> asked, boolean onlyUntold, Set<PaperWriter.Format> formats, Path folder, Progress progress) {
        to.addAll(asked);
        written.add(head);
        return new Outcome(List.of(), List.of(), List.of());
    }
}
