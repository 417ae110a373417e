package org.lianshen.store.copy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lianshen.store.files.Digests;

/** A digest over the rows of a table, whatever order a database gives them in: SHA-256 over the sorted SHA-256 of all rows. */
final class RowsDigest {

    private final MessageDigest digest = Digests.newSha256();
    private final List<byte[]> rows = new ArrayList<>();

    void add(String row) {
        rows.add(digest.digest(row.getBytes(StandardCharsets.UTF_8)));
    }

    long count() {
        return rows.size();
    }

    String hex() {
        rows.sort(Arrays::compareUnsigned);
        rows.forEach(digest::update);
        return Digests.hex(digest.digest());
    }
}
