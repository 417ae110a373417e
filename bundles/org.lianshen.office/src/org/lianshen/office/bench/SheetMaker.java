package org.lianshen.office.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a budget workbook of any size with the columns of domain.md §4.1: 20 columns, texts shared as Excel shares them, codes as text, amounts as numbers. The same seed gives
 * the same cells.
 */
public final class SheetMaker {

    static final int COLUMNS = 20;
    /** Rows above the data: title, caption, header. */
    static final int ABOVE = 3;
    /** Texts beyond this many stand in their cells: so that making the largest sheet needs little memory itself. */
    private static final int MOST_SHARED = 300_000;
    /** The columns in the order in which they are left out where fewer are wanted. */
    private static final int[] MATTER = {6, 2, 13, 5, 1, 0, 8, 10, 12, 14, 18, 19, 4, 3, 7, 9, 11, 15, 16, 17};
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String[] HEADS = {"预算年度", "预算单位编码", "预算单位", "主管部门编码", "主管部门", "项目编码", "项目名称", "项目类别", "功能分类编码", "功能分类名称", "部门经济分类编码", "部门经济分类名称",
        "资金性质", "年初预算数", "调整数", "调整后预算数", "是否政府采购", "采购品目", "联审编号", "备注"};
    private static final String[] WORK = {"平台", "系统", "大脑", "一张图", "数据归集", "网络安全", "运维", "机房", "视频监控", "办公"};
    private static final String[] WHAT = {"智慧水务", "城市管理", "一网通办", "基层治理", "应急指挥", "医疗保障", "政务云", "公共信用", "交通", "档案"};

    private final Random random;
    private final int[] taken;
    private final Map<String, Integer> shared = new LinkedHashMap<>();

    public SheetMaker(long seed) {
        this(seed, COLUMNS);
    }

    /** @param columns how many of the {@value #COLUMNS} columns, the more telling first */
    public SheetMaker(long seed, int columns) {
        this.random = new Random(seed);
        this.taken = java.util.Arrays.stream(MATTER).limit(columns).sorted().toArray();
    }

    /** @param rows data rows below title, caption and header */
    public void write(Path file, int rows) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)); Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            part(zip, out, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + type("workbook", "sheet.main") + type("worksheets/sheet1", "worksheet") + type("sharedStrings", "sharedStrings") + type("styles", "styles") + "</Types>");
            part(zip, out, "_rels/.rels", "<Relationships xmlns=\"" + PACKAGE + "\">" + relation(1, "officeDocument", "xl/workbook.xml") + "</Relationships>");
            part(zip, out, "xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets><sheet name=\"项目预算\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(zip, out, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + PACKAGE + "\">" + relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "sharedStrings", "sharedStrings.xml")
                    + relation(3, "styles", "styles.xml") + "</Relationships>");
            part(zip, out, "xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                    + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            sheet(out, rows);
            out.flush();
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            out.write(HEAD + "<sst xmlns=\"" + MAIN + "\" uniqueCount=\"" + shared.size() + "\">");
            for (String text : shared.keySet()) {
                out.write("<si><t>" + text + "</t></si>");
            }
            out.write("</sst>");
            out.flush();
            zip.closeEntry();
        }
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write(HEAD + text);
        out.flush();
        zip.closeEntry();
    }

    private void sheet(Writer out, int rows) throws IOException {
        out.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><dimension ref=\"A1:" + last() + (rows + ABOVE) + "\"/><sheetData>");
        row(out, 1, List.of("2026年部门预算项目支出表"));
        row(out, 2, List.of("单位：元"));
        row(out, 3, List.of(HEADS));
        for (int i = 0; i < rows; i++) {
            row(out, i + 4, line(i));
        }
        out.write("</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:" + last() + "1\"/></mergeCells></worksheet>");
    }

    private char last() {
        return (char) ('A' + taken.length - 1);
    }

    private List<Object> line(int number) {
        int unit = random.nextInt(400);
        int department = unit % 60;
        long initial = 1_000_00L + random.nextLong(500_000_000L);
        long adjustment = random.nextInt(4) == 0 ? random.nextLong(1_000_000L) - 500_000L : 0;
        var cells = new ArrayList<Object>(COLUMNS);
        cells.add("2026");
        cells.add(String.format("%06d", 100_000 + unit));
        cells.add("市第" + unit + "单位");
        cells.add(String.format("%03d", department));
        cells.add("市第" + department + "部门");
        cells.add(String.format("33050026T%012d", number));
        cells.add(WHAT[random.nextInt(WHAT.length)] + WORK[random.nextInt(WORK.length)] + random.nextInt(10_000) + "项目");
        cells.add(random.nextBoolean() ? "特定目标类" : "其他运转类");
        cells.add("2010" + (350 + random.nextInt(9)));
        cells.add("事业运行" + random.nextInt(9));
        cells.add("302" + (10 + random.nextInt(20)));
        cells.add("维修(护)费" + random.nextInt(20));
        cells.add("一般公共预算资金");
        cells.add(initial);
        cells.add(adjustment);
        cells.add(initial + adjustment);
        cells.add(random.nextBoolean() ? "是" : "否");
        cells.add("C16" + String.format("%06d", random.nextInt(200)));
        cells.add(random.nextInt(3) == 0 ? "LS-330500-2026-" + String.format("%04d", number % 10_000) : "");
        cells.add("第" + random.nextInt(500) + "号说明");
        return cells;
    }

    private void row(Writer out, int number, List<?> cells) throws IOException {
        out.write("<row r=\"" + number + "\">");
        boolean whole = cells.size() == COLUMNS;
        for (int i = 0; i < (whole ? taken.length : cells.size()); i++) {
            String reference = (char) ('A' + i) + Integer.toString(number);
            switch (cells.get(whole ? taken[i] : i)) {
                case Long fen -> out.write("<c r=\"" + reference + "\"><v>" + java.math.BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString() + "</v></c>");
                case String text when !text.isEmpty() && shared.size() >= MOST_SHARED && !shared.containsKey(text) ->
                        out.write("<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
                case String text when !text.isEmpty() -> out.write("<c r=\"" + reference + "\" t=\"s\"><v>" + shared.computeIfAbsent(text, same -> shared.size()) + "</v></c>");
                default -> {
                }
            }
        }
        out.write("</row>");
    }
}
