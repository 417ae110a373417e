package org.lianshen.store.rows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Fields in a fixed form to be hashed: each as four bytes of length, big-endian, and its text in UTF-8; an absent one as length −1. So no two different rows have
 * the same form, wherever a field ends. The form begins with its own name and number.
 */
final class Canonical {

    private Canonical() {
    }

    static byte[] bytes(String form, Object... fields) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            field(form, out);
            for (Object field : fields) {
                field(field, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void field(Object field, DataOutputStream out) throws IOException {
        if (field == null) {
            out.writeInt(-1);
            return;
        }
        byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}
