package org.lianshen.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Formula;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.GradeBand;
import org.lianshen.model.pack.IndicatorRow;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.ScoredRow;
import org.lianshen.model.proposal.BasisDocument;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FieldKind;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.office.form.AppraisalFormFiles;
import org.lianshen.office.form.ProposalFormFiles;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.office.out.TableFiles;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.table.TableWriter;

/** What is written reads back as it was, whatever it is made of, and none of it becomes a formula. */
class RoundTripTest {

    private static final TableSpec<String[]> SPEC = new TableSpec<>("t", "table.ledger.title", IntStream.range(0, 3)
            .mapToObj(i -> new Column<String[]>("c" + i, "table.column.project", Column.Type.TEXT, 30, row -> row[i])).toList());

    @TempDir
    Path folder;

    private static List<List<String>> texts(Path file) {
        var rows = new ArrayList<List<String>>();
        try (SourceFile source = new OfficeSources().open(file, Progress.NONE)) {
            source.sheets().getFirst().rows(row -> {
                rows.add(IntStream.range(0, 3).mapToObj(row::cell).map(cell -> cell == null ? "" : cell.text()).toList());
                return true;
            });
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.xlsx", "t.csv"})
    void tables(String name) throws IOException {
        var rare = new RareText(20261122);
        List<String[]> rows = Stream.generate(() -> new String[]{rare.next(), rare.next(), "字" + rare.next()}).limit(2_000).toList();
        Path file = folder.resolve(name);
        new TableFiles().write(file, List.of(new TableWriter.Sheet<>("表", SPEC, rows, List.of())), Locale.CHINESE);
        List<List<String>> read = texts(file);
        assertEquals(rows.stream().map(List::of).toList(), read.subList(read.size() - rows.size(), read.size()));
        if (name.endsWith("xlsx")) {
            assertFalse(formulas(file));
        } else {
            Path local = Files.write(folder.resolve("local.csv"), Files.readString(file).substring(1).getBytes(Charset.forName("GB18030")));
            List<List<String>> again = texts(local);
            assertEquals(read, again, "the same text in GB 18030");
            assertNoFormula(Files.readString(file).substring(1));
        }
    }

    /** As a spreadsheet takes a csv apart: no field begins with a sign of a formula. */
    private static void assertNoFormula(String csv) {
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i < csv.length() - 1; i++) {
            char c = csv.charAt(i);
            if (begins) {
                char first = c == '"' ? csv.charAt(i + 1) : c;
                int at = i;
                assertFalse("=+-@\t\r＝＋－＠".indexOf(first) >= 0 && !csv.startsWith("\r\n", i), () -> csv.substring(Math.max(0, at - 20), Math.min(csv.length(), at + 20)));
            }
            quoted ^= c == '"';
            begins = !quoted && (c == ',' || c == '\n');
        }
    }

    private static boolean formulas(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().filter(each -> each.getName().contains("worksheets/")).toList()) {
                if (new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).contains("<f>")) {
                    return true;
                }
            }
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xlsx"})
    void applicationForms(String extension) throws IOException {
        var files = new ProposalFormFiles(new OfficeSources());
        for (long seed = 1; seed <= 15; seed++) {
            var rare = new RareText(seed);
            Supplier<String> text = rare::stripped;
            var fields = new EnumMap<ProposalField, String>(ProposalField.class);
            for (ProposalField field : ProposalField.values()) {
                if (field.kind() == FieldKind.LINE || field.kind() == FieldKind.TEXT) {
                    fields.put(field, text.get());
                }
            }
            ProposalForm form = ProposalForm.EMPTY.withFields(fields)
                    .withBasis(List.of(new BasisDocument(text.get(), text.get(), text.get(), text.get(), text.get())))
                    .withEstimate(List.of(new EstimateLine(1, null, text.get(), text.get(), new BigDecimal("2.5"), text.get(), Money.ofFen(seed), null, Money.ofFen(99_999_999_999L), text.get())));
            Path file = folder.resolve("f" + seed + "." + extension);
            files.write(form, file);
            assertEquals(form, files.read(file, Progress.NONE), "seed " + seed);
            assertFalse(extension.equals("xlsx") && formulas(file));
        }
    }

    @Test
    void selfEvaluationForms() throws IOException {
        var row = new IndicatorRow("产出指标", "数量指标", "", "", BigDecimal.TEN, Formula.TIERS, "", "", null);
        var template = new PerformanceTemplate("self", "PROJECT", "项目支出绩效自评表", "Self-evaluation", BigDecimal.TEN, List.of(row), List.of(new GradeBand(Grade.EXCELLENT, new BigDecimal(90))), Map.of(),
                "", false);
        var files = new AppraisalFormFiles(new OfficeSources());
        for (long seed = 1; seed <= 15; seed++) {
            var rare = new RareText(seed);
            var rows = List.of(new IndicatorValue("产出指标", "数量指标", "字" + line(rare), Formula.TIERS, "达成" + word(rare), "字" + rare.stripped(), "", new BigDecimal("50"), null, "字" + rare.stripped()));
            var form = new Appraisal(null, null, "字" + rare.stripped(), "字" + rare.stripped(), 2026, "self", Appraisal.Evaluator.SELF,
                    new Execution(Money.ofFen(12_345_678), Money.ofFen(10_000_000), Money.ofFen(seed)), "字" + rare.stripped(), "字" + rare.stripped(), rows, "字" + rare.stripped(), false, null, null, null, 0);
            var scored = rows.stream().map(value -> new ScoredRow(value, value.weight(), Message.of("performance.formula.none"), null)).toList();
            Path file = folder.resolve("a" + seed + ".xlsx");
            files.write(form, new ScoreSheet("self", scored, new BigDecimal("50"), new BigDecimal("50"), Grade.POOR, List.of()), template, file);
            Appraisal back = files.read(file, List.of(template), null, Progress.NONE);
            assertEquals(List.of(form.projectName(), form.unit(), form.goal(), form.achieved(), form.note()), List.of(back.projectName(), back.unit(), back.goal(), back.achieved(), back.note()), "seed " + seed);
            assertEquals(form.execution(), back.execution());
            IndicatorValue value = back.rows().getFirst();
            assertEquals(List.of(rows.getFirst().level3(), rows.getFirst().target(), rows.getFirst().actual(), rows.getFirst().reason()),
                    List.of(value.level3(), value.target(), value.actual(), value.reason()), "seed " + seed);
            assertFalse(formulas(file));
        }
    }

    /** Names of indicators have no line breaks. */
    private static String line(RareText rare) {
        return rare.stripped().replaceAll("\\s*\\R\\s*", "");
    }

    /** A target without digits is one of words. */
    private static String word(RareText rare) {
        return rare.stripped().replaceAll("[\\d１２３]", "").strip();
    }

    @Test
    void anExportThatFailsLeavesNothing() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");
        List<Path> before = list(temporary);
        for (String name : List.of("t.xlsx", "t.csv")) {
            var rows = List.of(new String[]{"a", "b", "c"}, new String[0]);
            assertThrows(ArrayIndexOutOfBoundsException.class, () -> new TableFiles().write(folder.resolve(name), List.of(new TableWriter.Sheet<>("表", SPEC, rows, List.of())), Locale.CHINESE));
        }
        assertEquals(List.of(), list(folder));
        assertEquals(before, list(temporary));
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
