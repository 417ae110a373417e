package org.lianshen.office.in;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.service.intake.SourceSheet.Merge;

/**
 * Finds the merged ranges of a sheet before its rows are read: they stand behind the rows, and a parser over everything would double the time of reading. So the bytes are
 * searched for {@code mergeCell} tags, which no text can contain unescaped.
 */
final class MergeScan {

    private static final byte[] TAG = "mergeCell ".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG_LENGTH = 200;

    private MergeScan() {
    }

    static List<Merge> of(XlsxParts parts, String part) {
        var merges = new ArrayList<Merge>();
        byte[] buffer = new byte[1 << 16];
        var tag = new StringBuilder();
        int matched = 0;
        boolean inTag = false;
        try (InputStream in = parts.open(part, new PartStream.Budget())) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    byte b = buffer[i];
                    if (inTag) {
                        if (b == '>' || tag.length() == TAG_LENGTH) {
                            add(merges, tag.toString(), parts, part);
                            tag.setLength(0);
                            inTag = false;
                        } else {
                            tag.append((char) b);
                        }
                    } else if (b == TAG[matched]) {
                        matched++;
                        if (matched == TAG.length) {
                            inTag = true;
                            matched = 0;
                        }
                    } else {
                        matched = b == TAG[0] ? 1 : 0;
                    }
                }
            }
        } catch (IOException e) {
            throw UserProblem.because(e, "office.partDamaged", parts.file(), part, String.valueOf(e.getMessage()));
        }
        return Collections.unmodifiableList(merges);
    }

    private static void add(List<Merge> merges, String tag, XlsxParts parts, String part) {
        int at = tag.indexOf("ref=");
        if (at < 0 || at + 5 >= tag.length()) {
            return;
        }
        int end = tag.indexOf(tag.charAt(at + 4), at + 5);
        int colon = tag.indexOf(':', at);
        if (end < 0 || colon < 0 || colon > end) {
            return;
        }
        String first = tag.substring(at + 5, colon);
        String last = tag.substring(colon + 1, end);
        var merge = new Merge(CellText.row(first), CellText.column(first) + 1, CellText.row(last), CellText.column(last) + 1);
        if (merge.firstRow() < 1 || merge.firstColumn() < 1 || merge.lastRow() < merge.firstRow() || merge.lastColumn() < merge.firstColumn()) {
            return;
        }
        if (merges.size() == parts.limits().merges()) {
            throw UserProblem.of("office.tooManyMerges", parts.file(), part, parts.limits().merges());
        }
        merges.add(merge);
    }
}
