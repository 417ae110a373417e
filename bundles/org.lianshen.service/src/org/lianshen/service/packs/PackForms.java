package org.lianshen.service.packs;

import java.nio.file.Path;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackEdits;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.RulePack;

/** Packs as content that can be edited, and as files that go from one desktop to another. */
public interface PackForms {

    /** The pack that the program ships for a place, with all that it inherits; {@link PackBase#seenAt()} is null. */
    PackBase shipped(String place);

    /**
     * Makes the pack of a content, after all checks that a shipped pack goes through.
     *
     * @param name for messages
     * @throws org.lianshen.model.UserProblem with one message for each fault, each naming the place by its path
     */
    RulePack build(String name, PackValue.Fields content);

    /** SHA-256 of a content in its canonical form, in lower-case hexadecimal. */
    String digest(PackValue.Fields content);

    /** @throws org.lianshen.model.UserProblem if the file is not one of ours, is damaged, or is larger than any pack */
    Exchange read(Path file);

    /** Writes beside the target and moves. */
    void write(Exchange pack, Path target);

    /**
     * A pack on its way from one desktop to another: the edits to the shipped pack, with their reasons.
     *
     * @param id         version that it was exported from, such as {@code huzhou@2026.1+2}, or the draft's
     * @param baseDigest digest of the shipped pack that the edits were made over
     */
    record Exchange(String place, String id, String baseVersion, String baseDigest, PackEdits edits) {
    }
}
