package org.lianshen.service.wording;

import java.time.Instant;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.paper.PaperTemplate;
import org.lianshen.service.store.Tx;

/** Which wording a paper has. */
@FunctionalInterface
public interface Wordings {

    /** @param made when the facts of the paper were final; null for a paper that is not final yet, which takes the last wording */
    Wording of(Tx tx, PaperKind kind, Instant made);

    /** The one that the office kept when the paper was made, so that papers of before a change stay as they were. */
    static Wordings kept() {
        return (tx, kind, made) -> Wording.read(tx.templates().of(kind).stream().filter(template -> made == null || !template.at().isAfter(made)).reduce((first, second) -> second)
                .map(PaperTemplate::text).orElseGet(() -> WordingParts.of(kind).shipped()));
    }
}
