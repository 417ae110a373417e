package org.lianshen.service.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.summary.Blocked;
import org.lianshen.service.store.Store;
import org.lianshen.service.table.WorkbookMarker;
import org.lianshen.service.table.WorkbookMarker.Note;
import org.lianshen.service.table.WorkbookMarker.RowWord;
import org.lianshen.service.text.Texts;

/** Copies of the imported workbooks with each finding as a comment at the cell that it is about. */
final class MarkedWorkbooks {

    /** Where a rule's comment belongs: the first of these columns that the sheet has. */
    private static final Map<String, List<BudgetField>> PLACES = Map.of("B06", List.of(BudgetField.FINAL, BudgetField.INITIAL, BudgetField.AMOUNT), "B09",
            List.of(BudgetField.FUND_TYPE), "B11", List.of(BudgetField.AGENCY_NAME), "B32", List.of(BudgetField.PAY_DATE), "B39", List.of(BudgetField.ECONOMIC_CODE));
    private static final List<BudgetField> OTHERWISE = List.of(BudgetField.PROJECT_NAME, BudgetField.PROJECT_CODE, BudgetField.AGENCY_NAME);

    private final Store.Files files;
    private final WorkbookMarker marker;
    private final Texts texts;
    private final RulePack pack;

    MarkedWorkbooks(Store.Files files, WorkbookMarker marker, Texts texts, RulePack pack) {
        this.files = files;
        this.marker = marker;
        this.texts = texts;
        this.pack = pack;
    }

    /** @param open findings that are neither waived nor closed; {@code lines} of the run's year, of batches that still stand. @return the files written, in the order of their import */
    List<Path> write(CheckRun run, List<Finding> open, List<BudgetLine> lines, List<BudgetBatch> batches, Path target) {
        Map<UUID, BudgetLine> byId = new HashMap<>();
        Map<UUID, List<Note>> notes = new LinkedHashMap<>();
        Map<UUID, BudgetBatch> byBatch = new HashMap<>();
        batches.forEach(batch -> byBatch.put(batch.id(), batch));
        for (BudgetLine line : lines) {
            byId.put(line.id(), line);
            notes.computeIfAbsent(line.batch(), batch -> new ArrayList<>());
        }
        if (notes.isEmpty()) {
            throw UserProblem.of("linkage.mark.nothing", run.year());
        }
        for (Finding finding : run.findings()) {
            for (UUID id : finding.lines()) {
                BudgetLine line = byId.get(id);
                if (line != null) {
                    notes.get(line.batch()).add(note(finding, line, byBatch.get(line.batch())));
                }
            }
        }
        var written = new ArrayList<Path>();
        Set<UUID> blocked = Blocked.lines(open);
        notes.forEach((batch, found) -> written.add(write(byBatch.get(batch), found, words(byBatch.get(batch), blocked, lines),
                notes.size() == 1 ? target : numbered(target, written.size() + 1))));
        return written;
    }

    /** 不得纳入预算 in every row that is, with a head over the column. */
    private List<RowWord> words(BudgetBatch batch, Set<UUID> blocked, List<BudgetLine> lines) {
        List<RowWord> words = new ArrayList<>();
        for (BudgetLine line : lines) {
            if (line.batch().equals(batch.id()) && blocked.contains(line.id())) {
                words.add(new RowWord(line.sheet(), line.row(), Severity.E, texts.get("linkage.mark.blocked")));
            }
        }
        for (SheetReading sheet : batch.sheets()) {
            if (!sheet.headerRows().isEmpty() && words.stream().anyMatch(word -> word.sheet().equals(sheet.name()))) {
                words.add(new RowWord(sheet.name(), sheet.headerRows().getLast(), null, texts.get("linkage.mark.head")));
            }
        }
        return words;
    }

    private Note note(Finding finding, BudgetLine line, BudgetBatch batch) {
        RuleSpec rule = pack.rule(finding.rule());
        boolean chinese = "zh".equals(texts.locale().getLanguage());
        String weight = texts.get(switch (finding.severity()) {
            case E -> "linkage.mark.blocked";
            case W -> "linkage.mark.warned";
            case I -> "linkage.mark.informed";
        });
        String text = texts.get("linkage.mark.note", finding.rule(), chinese ? rule.title() : rule.titleEn(), weight, texts.format(finding.message()));
        return new Note(line.sheet(), column(finding.rule(), line, batch) + line.row(), finding.severity(), text);
    }

    private static String column(String rule, BudgetLine line, BudgetBatch batch) {
        Map<BudgetField, String> columns = batch.sheets().stream().filter(sheet -> sheet.name().equals(line.sheet())).map(SheetReading::columns).findFirst()
                .orElse(Map.of());
        return java.util.stream.Stream.concat(PLACES.getOrDefault(rule, List.of()).stream(), OTHERWISE.stream()).map(columns::get).filter(java.util.Objects::nonNull)
                .findFirst().orElse("A");
    }

    private Path write(BudgetBatch batch, List<Note> notes, List<RowWord> words, Path target) {
        if (!files.has(batch.sha256())) {
            throw UserProblem.of("linkage.noFile", batch.file());
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("lianshen-mark");
            Path source = folder.resolve("source" + extension(batch.file()));
            files.fetch(batch.sha256(), source);
            marker.mark(source, target, notes, words);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(folder, extension(batch.file()));
        }
    }

    private static void remove(Path folder, String extension) {
        try {
            if (folder != null) {
                Files.deleteIfExists(folder.resolve("source" + extension));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String extension(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot);
    }

    private static Path numbered(Path target, int no) {
        String name = target.getFileName().toString();
        String extension = extension(name);
        return target.resolveSibling(name.substring(0, name.length() - extension.length()) + "-" + no + extension);
    }
}
