package org.lianshen.service.wording;

import java.time.Instant;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.paper.PaperTemplate;
import org.lianshen.service.store.Tx;

/** Which wording a paper has: the one that the office kept when the paper was made, so that papers of before a change stay as they were. */
public final class Wordings {

    private Wordings() {
    }

    /** @param made when the facts of the paper were final; null for a paper that is not final yet, which takes the last wording */
    public static Wording of(Tx tx, PaperKind kind, Instant made) {
        return Wording.read(tx.templates().of(kind).stream().filter(template -> made == null || !template.at().isAfter(made)).reduce((first, second) -> second)
                .map(PaperTemplate::text).orElseGet(() -> WordingParts.of(kind).shipped()));
    }
}
