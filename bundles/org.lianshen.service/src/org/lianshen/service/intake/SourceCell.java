package org.lianshen.service.intake;

/**
 * A cell as it stands in the file.
 *
 * @param text   what a person would copy out of it; numbers in plain decimal notation with all digits the file holds (an Excel number that was stored as 3.3005E+20
 *               stays {@code 3.3005E20} with kind NUMBER, so that the intake can say that a code was damaged); dates as ISO
 * @param kind   how the file stores it
 * @param format number format of the cell, or null
 * @param formula whether it is a formula: {@code text} is then the cached value; with no cached value the kind is MISSING_VALUE
 */
public record SourceCell(String text, Kind kind, String format, boolean formula) {

    public enum Kind {
        TEXT, NUMBER, DATE, BOOLEAN, ERROR, MISSING_VALUE
    }

    public static SourceCell text(String text) {
        return new SourceCell(text, Kind.TEXT, null, false);
    }
}
