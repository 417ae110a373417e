package org.lianshen.fuzz;

/** The reader of csv, with its guess of encoding and separator. */
public final class CsvFuzz {

    private CsvFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Verdict.file("fuzz.csv", input, Workbooks::readAll);
    }
}
