package org.lianshen.workbench.paper;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;

/**
 * What a preview shows, as the text that a tab is kept under.
 *
 * @param version a signed version; 0 for the paper as it stands
 * @param older   where not 0, the note of what changed from this version to that
 */
public record PaperAddress(PaperKey key, int version, int older) {

    private static final String BETWEEN = "|";

    /** The paper as it stands. */
    public PaperAddress(PaperKey key) {
        this(key, 0, 0);
    }

    /** Several papers one after another. */
    public static String text(Collection<PaperAddress> addresses) {
        return addresses.stream().map(PaperAddress::text).collect(Collectors.joining(BETWEEN));
    }

    public String text() {
        return String.join(":", key.kind().name(), key.subject().toString(), Integer.toString(version), Integer.toString(older), URLEncoder.encode(key.part(), StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is not such a text */
    static List<PaperAddress> read(String text) {
        return Arrays.stream(text.split("\\|")).map(PaperAddress::one).toList();
    }

    private static PaperAddress one(String text) {
        String[] fields = text.split(":", 5);
        if (fields.length < 5) {
            throw new IllegalArgumentException(text);
        }
        String part = URLDecoder.decode(fields[4], StandardCharsets.UTF_8);
        return new PaperAddress(new PaperKey(PaperKind.valueOf(fields[0]), UUID.fromString(fields[1]), part), Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
    }
}
