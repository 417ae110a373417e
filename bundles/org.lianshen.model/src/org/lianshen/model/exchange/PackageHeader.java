package org.lianshen.model.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What stands readable on the outside of a package. It is signed with the rest, so that it can be believed once the signature was checked.
 *
 * @param place      of the rule pack
 * @param packId     rules that the sender worked under
 * @param packDigest digest of the content of these rules
 * @param store      identity of the sender's store
 * @param sender     fingerprint of the key that signed
 * @param receiver   fingerprint of the key that it was encrypted to
 * @param body       code of the body whose task it is about
 * @param validUntil last day on which it is taken
 * @param answers    for a return the package that it answers, else null
 */
public record PackageHeader(UUID id, Kind kind, String place, String packId, String packDigest, UUID store, String sender, String receiver, String body, Instant created,
        LocalDate validUntil, UUID answers) {

    /** Words are texts {@code exchange.kind.NAME}. */
    public enum Kind {
        /** 评审包: projects on their way to whoever gives an opinion. */
        REVIEW,
        /** 回传包: opinions on their way back. */
        RETURN,
        /** 意见表: the same as a workbook, neither signed nor encrypted; known by its code. */
        FORM
    }
}
