package org.lianshen.office.bench;

import static org.lianshen.office.bench.HostileFile.read;
import static org.lianshen.office.bench.HostileFile.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Compound files and their records that mean harm. */
final class HostileRecords {

    private static final int BOUND_SHEET = 0x85;
    private static final int SECTOR = 512;

    private HostileRecords() {
    }

    static List<HostileFile> all() {
        return List.of(
                refused("protected.xlsx", "office.protected", file -> contained(file, "EncryptedPackage", new byte[100])),
                refused("length-that-lies.xls", "office.partDamaged", file -> records(file, record(0xFC, 0xFFFF, new byte[20]))),
                refused("more-texts-than-can-be.xls", "office.tooManyTexts", file -> records(file, record(0xFC, 8, new byte[]{1, 0, 0, 0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F}))),
                refused("continued-for-ever.xls", "read office.partDamaged", file -> records(file, record(0xFC, 8, new byte[]{1, 0, 0, 0, 1, 0, 0, 0}), times(record(0x3C, 4, new byte[]{0, 0, 0, 0}), 500_000))),
                refused("inside-inside.xls", "read office.partDamaged office.noSheet", file -> records(file, times(record(0x809, 8, new byte[]{0, 6, 0x10, 0, 0, 0, 0, 0}), 500_000))),
                refused("sheets.xls", "office.tooManySheets office.sheetTwice", file -> records(file, times(record(BOUND_SHEET, 9, new byte[]{0, 0, 0, 0, 0, 0, 1, 0, 'a'}), 100_000))),
                refused("excel-95.xls", "office.otherFormat", file -> contained(file, "Workbook", record(0x809, 8, new byte[]{0, 5, 5, 0, 0, 0, 0, 0}))),
                refused("no-book-inside.xls", "office.notWorkbook", file -> contained(file, "Picture", new byte[5_000])),
                refused("sectors-in-a-circle.xls", "read office.truncated office.partDamaged", file -> {
                    byte[] bytes = sound();
                    int fat = (le(bytes, 76) + 1) * SECTOR;
                    for (int i = 0; i < SECTOR; i += 4) {
                        put(bytes, fat + i, 1);
                    }
                    Files.write(file, bytes);
                }),
                refused("folders-in-a-circle.xls", "read office.truncated office.partDamaged office.notWorkbook", file -> {
                    byte[] bytes = sound();
                    int directory = (le(bytes, 48) + 1) * SECTOR;
                    for (int entry = 0; entry < 4; entry++) {
                        bytes[directory + entry * 128 + 66] = (byte) (entry == 0 ? 5 : 1);
                        put(bytes, directory + entry * 128 + 68, 0);
                        put(bytes, directory + entry * 128 + 72, 1);
                        put(bytes, directory + entry * 128 + 76, 0);
                    }
                    Files.write(file, bytes);
                }),
                refused("more-sectors-than-can-be.xls", "office.truncated", file -> {
                    byte[] bytes = sound();
                    put(bytes, 44, Integer.MAX_VALUE);
                    put(bytes, 72, Integer.MAX_VALUE);
                    Files.write(file, bytes);
                }),
                refused("stream-longer-than-the-file.xls", "read office.truncated office.partDamaged", file -> {
                    byte[] bytes = sound();
                    put(bytes, (le(bytes, 48) + 1) * SECTOR + 128 + 120, Integer.MAX_VALUE);
                    Files.write(file, bytes);
                }),
                refused("half.xls", "office.truncated office.partDamaged", file -> Files.write(file, Arrays.copyOf(sound(), 2_000))),
                read("macros.xls", "office.macrosIgnored", file -> {
                    try (var container = new POIFSFileSystem(new ByteArrayInputStream(sound())); OutputStream out = Files.newOutputStream(file)) {
                        container.getRoot().createDirectory("_VBA_PROJECT_CUR").createDocument("VBA", new ByteArrayInputStream(new byte[10]));
                        container.writeFilesystem(out);
                    }
                }));
    }

    private static byte[] sound() throws IOException {
        try (var workbook = new HSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var row = workbook.createSheet("预算").createRow(0);
            row.createCell(0).setCellValue("市数据局");
            row.createCell(1).setCellValue(120.5);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** A workbook that begins soundly and goes on with these records. */
    private static void records(Path file, byte[]... records) throws IOException {
        var stream = new ByteArrayOutputStream();
        stream.write(record(0x809, 8, new byte[]{0, 6, 5, 0, 0, 0, 0, 0}));
        stream.write(record(BOUND_SHEET, 9, new byte[]{0, 0, 0, 0, 0, 0, 1, 0, 's'}));
        for (byte[] record : records) {
            stream.write(record);
        }
        stream.write(record(0x0A, 0, new byte[0]));
        contained(file, "Workbook", stream.toByteArray());
    }

    private static byte[] record(int kind, int length, byte[] data) {
        byte[] record = new byte[data.length + 4];
        record[0] = (byte) kind;
        record[1] = (byte) (kind >> 8);
        record[2] = (byte) length;
        record[3] = (byte) (length >> 8);
        System.arraycopy(data, 0, record, 4, data.length);
        return record;
    }

    private static byte[] times(byte[] record, int times) {
        byte[] all = new byte[record.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(record, 0, all, i * record.length, record.length);
        }
        return all;
    }

    private static void contained(Path file, String name, byte[] bytes) throws IOException {
        try (var container = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(bytes), name);
            container.writeFilesystem(out);
        }
    }

    private static int le(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | (bytes[at + 3] & 0xFF) << 24;
    }

    private static void put(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}
