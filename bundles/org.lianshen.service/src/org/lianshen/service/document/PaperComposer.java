package org.lianshen.service.document;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Message;
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
}
