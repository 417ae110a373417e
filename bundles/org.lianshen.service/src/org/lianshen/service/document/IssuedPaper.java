package org.lianshen.service.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.paper.PaperKey;

/**
 * A paper as it was signed (签发): a fact, never changed. What is signed again after a change of facts is a version of its own; the older ones stay.
 *
 * @param version   1, 2, 3 … of this paper
 * @param content   as it went out: number, day, code; no watermark
 * @param digest    SHA-256 of the content as the store keeps it; null until it is stored
 * @param auditSeq  number of the audit record whose code the paper carries: the last one before the signing
 * @param code      {@link AuditCode} of that record
 * @param by        name of who signed, as printed; the account is in the audit record
 */
public record IssuedPaper(UUID id, PaperKey key, int version, OfficialPaper content, String digest, long auditSeq, String code, String by, Instant at) {

    /** As stored. */
    public IssuedPaper digested(String kept) {
        return new IssuedPaper(id, key, version, content, kept, auditSeq, code, by, at);
    }

    /** 文号, or what stands in its place: {@code 2026年第3次}. May be empty. */
    public String number() {
        return content.number();
    }

    /** What the store holds of a signed paper is not what was signed. */
    public static final class Damaged extends UserProblem {

        private static final long serialVersionUID = 1L;

        public Damaged(String number, int version) {
            super(List.of(Message.of("paper.damaged", number, version)));
        }
    }
}
