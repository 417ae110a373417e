package org.lianshen.office.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.UserProblem;
import org.lianshen.office.bench.Handles;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceFile;

/** Files cut off or damaged anywhere, and readers stopped anywhere: a message or a reading, never another exception, and no file stays open. */
class DamagedFilesTest {

    @TempDir
    Path folder;

    private byte[] xlsx() throws IOException {
        return Files.readAllBytes(new RawXlsx().strings("<si><t>市数据局</t></si>").styles("", "0", "14")
                .sheet("s", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46027</v></c></row>", "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
                .write(folder.resolve("sound.xlsx")));
    }

    private static byte[] xls() throws IOException {
        try (var workbook = new HSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var row = workbook.createSheet("预算").createRow(0);
            row.createCell(0).setCellValue("市数据局");
            row.createCell(1).setCellFormula("\"a\"&\"b\"");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** @return whether it was read */
    private boolean read(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        try (SourceFile source = Reading.open(file)) {
            source.sheets().forEach(sheet -> {
                sheet.merges();
                sheet.hiddenColumns();
                sheet.rows(row -> true);
            });
            return true;
        } catch (UserProblem refusal) {
            return false;
        }
    }

    @Test
    void xlsxCutOffAnywhere() throws IOException {
        byte[] whole = xlsx();
        // a single letter is a text
        for (int length = 2; length < whole.length; length++) {
            assertFalse(read("cut.xlsx", Arrays.copyOf(whole, length)), length + " bytes");
        }
        assertEquals(List.of(), Handles.in(folder));
    }

    @Test
    void xlsCutOffAnywhere() throws IOException {
        byte[] whole = xls();
        for (int length = 0; length < whole.length; length += length < 1024 ? 1 : 64) {
            read("cut.xls", Arrays.copyOf(whole, length));
        }
        assertFalse(read("cut.xls", Arrays.copyOf(whole, 1024)));
        assertEquals(List.of(), Handles.in(folder));
    }

    @Test
    void csvCutOffAnywhere() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16LE)) {
            byte[] whole = "单位,\"项目,一\n\"\"二\"\"\"\r\n市数据局,𠮷\r\n".getBytes(charset);
            for (int length = 0; length < whole.length; length++) {
                read("cut.csv", Arrays.copyOf(whole, length));
            }
        }
        assertEquals(List.of(), Handles.in(folder));
    }

    @Test
    void anyByteMayBeAnother() throws IOException {
        var random = new Random(20261122);
        int survived = 0;
        for (byte[] whole : List.of(xlsx(), xls())) {
            for (int i = 0; i < 1_500; i++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                damaged[random.nextInt(damaged.length)] ^= 1 << random.nextInt(8);
                survived += read("damaged.bin", damaged) ? 1 : 0;
            }
        }
        assertTrue(survived > 0);
        assertEquals(List.of(), Handles.in(folder));
    }

    /** Asked to stop at one of its questions. */
    private static final class Stop implements Progress {
        private final int at;
        private int asked;

        Stop(int at) {
            this.at = at;
        }

        @Override
        public void at(long done, long total) {
            // nobody looks
        }

        @Override
        public boolean cancelled() {
            return ++asked >= at;
        }
    }

    private static int questions(Path file, int stopAt) {
        var progress = new Stop(stopAt);
        try (SourceFile source = new OfficeSources().open(file, progress)) {
            source.sheets().forEach(sheet -> {
                sheet.merges();
                sheet.rows(row -> true);
            });
        }
        return progress.asked;
    }

    @Test
    void stoppedAnywhere() throws IOException {
        var rows = new StringBuilder();
        var text = new StringBuilder("单位,项目\n");
        for (int i = 1; i <= 3_000; i++) {
            rows.append("<row r=\"").append(i).append("\"><c r=\"A").append(i).append("\"><v>").append(i * 7919L % 10_007).append("</v></c></row>");
            text.append("市数据局,").append(i).append('\n');
        }
        Path xlsx = new RawXlsx().sheet("s", rows.toString()).write(folder.resolve("a.xlsx"));
        Path csv = Files.writeString(folder.resolve("a.csv"), text);
        Path xls = folder.resolve("a.xls");
        try (var workbook = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(xls)) {
            var sheet = workbook.createSheet("s");
            for (int i = 0; i < 3_000; i++) {
                sheet.createRow(i).createCell(0).setCellValue("市数据局" + i);
            }
            workbook.write(out);
        }
        for (Path file : List.of(xlsx, csv, xls)) {
            int all = questions(file, Integer.MAX_VALUE);
            assertTrue(all >= 4, file + " asks " + all + " times");
            var points = new ArrayList<>(List.of(1, 2, 3, all / 2, all - 1, all));
            points.removeIf(point -> point < 1);
            for (int point : points) {
                assertThrows(Progress.Cancelled.class, () -> questions(file, point), file + " stopped at " + point + " of " + all);
            }
        }
        assertEquals(List.of(), Handles.in(folder));
    }
}
