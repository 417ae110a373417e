package org.lianshen.store.copy;

import java.util.List;

/**
 * What a backup says it holds.
 *
 * @param format        always {@link #FORMAT}
 * @param formatVersion of the file
 * @param schemaVersion of the tables in it
 * @param createdAt     ISO 8601
 * @param auditRecords  number of audit records, {@code anchor} the hash of the last
 * @param tables        in an order in which every row finds what it refers to
 * @param files         SHA-256 of kept files
 */
record Manifest(String format, int formatVersion, int schemaVersion, String createdAt, String source, long auditRecords, String anchor, List<TableEntry> tables,
        List<FileEntry> files) {

    static final String FORMAT = "lianshen-backup";
    static final int FORMAT_VERSION = 1;
    static final String ENTRY = "manifest.json";

    Manifest {
        tables = tables == null ? List.of() : List.copyOf(tables);
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** @param digest see {@link RowsDigest} */
    record TableEntry(String name, List<String> columns, long rows, String digest) {

        TableEntry {
            columns = columns == null ? List.of() : List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".jsonl";
        }
    }

    record FileEntry(String sha256, long bytes) {

        String entry() {
            return "files/" + sha256.substring(0, 2) + "/" + sha256.substring(2);
        }
    }
}
