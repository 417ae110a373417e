package org.lianshen.office.in;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;

/** A part while it is inflated: counts, and refuses what grows beyond the limits or goes on without a tag. */
final class PartStream extends FilterInputStream {

    /** What all parts of one reading share. */
    static final class Budget {
        private long inflated;
    }

    private final String file;
    private final String part;
    private final long compressed;
    private final Limits limits;
    private final Budget budget;
    private final Progress progress;
    private long count;
    private int gap;
    private boolean inTag;

    PartStream(InputStream in, String file, String part, long compressed, Limits limits, Budget budget, Progress progress) {
        super(in);
        this.file = file;
        this.part = part;
        this.compressed = Math.max(compressed, 1);
        this.limits = limits;
        this.budget = budget;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        progress.check();
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            count += n;
            budget.inflated += n;
            if (count > limits.partBytes() || budget.inflated > limits.totalBytes() || count > limits.ratioFrom() && count / compressed > limits.ratio()) {
                throw UserProblem.of("office.bomb", file, part, count >> 20, compressed);
            }
            checkGap(buffer, offset, n);
        }
        return n;
    }

    private void checkGap(byte[] buffer, int offset, int n) {
        int last = last(buffer, offset, n, '<');
        if (last < 0) {
            gap += n;
            inTag &= last(buffer, offset, n, '>') < 0;
        } else {
            gap = n - 1 - last;
            inTag = last(buffer, offset + last, n - last, '>') < 0;
        }
        int limit = inTag ? limits.tagBytes() : limits.gapBytes();
        if (gap > limit) {
            throw UserProblem.of("office.tagTooLong", file, part, limit >> 10);
        }
    }

    /** Distance of the last such byte from the offset; -1 where there is none. */
    private static int last(byte[] buffer, int offset, int n, char wanted) {
        int last = n - 1;
        while (last >= 0 && buffer[offset + last] != wanted) {
            last--;
        }
        return last;
    }
}
