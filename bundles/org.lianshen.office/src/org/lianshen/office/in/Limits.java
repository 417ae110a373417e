package org.lianshen.office.in;

/**
 * Absolute limits for files from outside. A file beyond one of them is refused with a message that names the limit and the place; nothing is ever allocated by a
 * number that a file merely claims.
 *
 * @param fileBytes     size of the file
 * @param entries       parts in the package
 * @param partBytes     one part after inflation
 * @param totalBytes    all that is inflated of one file in one reading
 * @param ratio         inflated ÷ compressed of a part, once {@code ratioFrom} bytes are inflated
 * @param ratioFrom     where the ratio begins to count: small parts of blank styled cells compress well and harm nobody
 * @param gapBytes      bytes of XML without a {@code <}: bounds the length of a tag, an attribute, a text
 * @param tagBytes      bytes of a tag with its attributes
 * @param depth         nesting of elements
 * @param names         different names of elements and attributes in a part
 * @param sharedTexts   entries of the shared strings
 * @param sharedChars   characters of all shared strings together
 * @param cellChars     characters in a cell; Excel itself allows 32,767
 * @param sheets        sheets in a workbook
 * @param rows          row numbers, as in Excel
 * @param columns       columns that hold anything
 * @param cells         cells that hold anything, per sheet
 * @param merges        merged ranges, per sheet
 */
public record Limits(long fileBytes, int entries, long partBytes, long totalBytes, int ratio, long ratioFrom, int gapBytes, int tagBytes, int depth, int names, int sharedTexts,
        long sharedChars, int cellChars, int sheets, int rows, int columns, long cells, int merges) {

    public static final Limits STANDARD = new Limits(256L << 20, 10_000, 2L << 30, 4L << 30, 100, 32L << 20, 1 << 20, 64 << 10, 64, 2_000, 2_000_000, 64_000_000L, 65_536, 255,
            1_048_576, 1_024, 20_000_000L, 100_000);
}
