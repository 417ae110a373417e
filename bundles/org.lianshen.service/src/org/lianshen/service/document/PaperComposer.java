package org.lianshen.service.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.store.Tx;

/** Makes the papers of one kind from the facts of a store. */
public interface PaperComposer {

    PaperKind kind();

    /** Papers of this kind that the facts of a meeting or a proposal allow; empty where the subject is of another sort. */
    List<PaperKey> keys(Tx tx, UUID subject);

    /** Its name in lists and file names. */
    Message name(Tx tx, PaperKey key);

    /** @param notices takes what the reader should know before printing */
    OfficialPaper compose(Tx tx, PaperKey key, Consumer<Message> notices);

    /** Why it cannot be signed yet: facts that are still open. */
    default Optional<Message> unready(Tx tx, PaperKey key) {
        return Optional.empty();
    }

    /** Whether who signs its first version gives the number; otherwise it has the one it is composed with, or none. */
    default boolean numbered(Tx tx, PaperKey key) {
        return false;
    }

    /** Enters what follows from signing its first version. */
    default void signed(Tx tx, IssuedPaper paper) {
    }

    /** Whether it goes out signed; a working paper does not, and is no draft for want of a signature. */
    default boolean goesOut(PaperKey key) {
        return true;
    }

    /** Whether the paper lies in the file of its project: not one that is still to be filled in. */
    default boolean filed(Tx tx, PaperKey key) {
        return true;
    }

    /** 责任者 in the list of contents of a file; empty where the paper says itself who signs it. */
    default String author(Tx tx, PaperKey key) {
        return "";
    }

    /** Whether somebody may have the paper who may not print in general: the unit its own letters, a body its own sheet. */
    default boolean owns(Tx tx, PaperKey key, Actor actor) {
        return false;
    }
}
