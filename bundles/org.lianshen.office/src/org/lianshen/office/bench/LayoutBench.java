package org.lianshen.office.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.PlainText;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Progress;
import org.lianshen.service.bench.Bench;
import org.lianshen.service.bench.GeneratedYear;
import org.lianshen.service.bench.RealRow;
import org.lianshen.service.demo.SampleSource;
import org.lianshen.service.intake.BudgetIntake;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code bench layouts DIR [ROWS.csv [SEED]]}: leaves a generated ledger ({@code ledger.csv}), its budget lines in every layout of {@link MessySheet.Layout}, and beside
 * each sheet its truth ({@code …truth.csv}: row, unit code, unit, project, amount in yuan, review numbers of the projects that the line belongs to) in the folder; then
 * reads each sheet as an import does and says how many lines came back with unit, name and amount right, wrong or not at all. Rows are the sample data's where no file
 * with real project rows is named.
 */
@Component(service = Bench.class)
public final class LayoutBench implements Bench {

    private static final long SEED = 20_261_121;

    private final SourceFiles files;
    private final SampleSource samples;

    @Activate
    public LayoutBench(@Reference SourceFiles files, @Reference SampleSource samples) {
        this.files = files;
        this.samples = samples;
    }

    @Override
    public String name() {
        return "layouts";
    }

    @Override
    public boolean run(List<String> args, PrintStream out) {
        if (args.isEmpty()) {
            throw UserProblem.of("bench.layouts.folder");
        }
        List<RealRow> rows = args.size() > 1 ? RealRow.of(Path.of(args.get(1))) : RealRow.of(samples.read());
        long seed = args.size() > 2 ? Long.parseLong(args.get(2)) : SEED;
        try {
            Path folder = Files.createDirectories(Path.of(args.getFirst()));
            var year = new GeneratedYear(rows, seed, true);
            ledger(folder.resolve("ledger.csv"), year.projects());
            boolean held = true;
            for (MessySheet.Layout layout : MessySheet.Layout.values()) {
                held &= sheet(folder, layout, year, out);
            }
            return held;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ledger(Path file, List<LedgerProject> projects) throws IOException {
        var text = new ArrayList<String>();
        text.add("联审编号,名称,单位,申报年,核定额,结论,有效期,预算项目编码,状态");
        projects.forEach(project -> text.add(String.join(",", project.reviewNo(), quoted(project.name()), quoted(project.unit()), String.valueOf(project.year()),
                project.approved().toString(), "通过", project.validUntil().toString(), project.projectCode(), "已批复")));
        Files.writeString(file, "\uFEFF" + String.join("\r\n", text) + "\r\n", StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private record Read(String unit, String project, Money amount) {
    }

    private boolean sheet(Path folder, MessySheet.Layout layout, GeneratedYear year, PrintStream out) throws IOException {
        String name = layout.name().toLowerCase(java.util.Locale.ROOT);
        Path file = folder.resolve(name + "." + layout.ending());
        Map<Integer, BudgetLine> places = MessySheet.write(file, layout, GeneratedYear.YEAR, year.lines());
        truth(folder.resolve(name + ".truth.csv"), places, year);
        Map<Integer, Read> read = new HashMap<>();
        int errors = read(file, read);
        int right = 0;
        int wrong = 0;
        int missing = 0;
        for (Map.Entry<Integer, BudgetLine> place : places.entrySet()) {
            Read back = read.remove(place.getKey());
            BudgetLine line = place.getValue();
            if (back == null) {
                missing++;
            } else if (same(back.unit, line.unit()) && same(back.project, line.project()) && back.amount.equals(line.amount())) {
                right++;
            } else {
                wrong++;
                if (wrong == 1) {
                    out.printf("    row %d: %s | %s | %s read as %s%n", place.getKey(), line.unit(), line.project(), line.amount(), back);
                }
            }
        }
        out.printf("%-16s %5d lines: %5d right, %d wrong, %d not read, %d read that are none, %d errors%n", name, places.size(), right, wrong, missing, read.size(), errors);
        return wrong + missing + read.size() + errors == 0;
    }

    /** Blanks and the width of brackets may differ: 编码-名称 is written and read in either. */
    private static boolean same(String one, String other) {
        return PlainText.folded(one).equals(PlainText.folded(other));
    }

    private int read(Path file, Map<Integer, Read> read) throws IOException {
        try (SourceFile source = files.open(file, Progress.NONE)) {
            var request = new BudgetService.Request(GeneratedYear.YEAR, SheetKind.ANNUAL, null, null, Map.of(), true, true);
            return new BudgetIntake(request, Progress.NONE).read(source, file.getFileName().toString(), (sheet, row, kind, values, raw, rules) -> {
                Map<BudgetField, String> kept = new EnumMap<>(BudgetField.class);
                kept.putAll(values);
                var line = new BudgetLine(new UUID(0, row), new UUID(0, 0), GeneratedYear.YEAR, kind, sheet, row, kept, Map.of());
                read.put(row, new Read(line.unit(), line.project(), line.amount()));
            }).stream().mapToInt(reading -> reading.errors().size()).sum();
        }
    }

    private static void truth(Path file, Map<Integer, BudgetLine> places, GeneratedYear year) throws IOException {
        Map<UUID, String> numbers = year.projects().stream().collect(Collectors.toMap(LedgerProject::id, LedgerProject::reviewNo));
        var text = new ArrayList<String>();
        text.add("row,unit_code,unit,project,amount_yuan,kind,review_nos");
        places.forEach((row, line) -> {
            GeneratedYear.Truth truth = year.truth().get(line.id());
            text.add(String.join(",", String.valueOf(row), line.text(BudgetField.AGENCY_CODE), quoted(line.unit()), quoted(line.project()), line.amount().toString(),
                    truth.kind().name(), truth.projects().stream().map(numbers::get).sorted().collect(Collectors.joining(" "))));
        });
        Files.writeString(file, String.join("\n", text) + "\n", StandardCharsets.UTF_8);
    }
}
