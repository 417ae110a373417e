package org.lianshen.model.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.Message;

/**
 * A package that left this store or was taken by it.
 *
 * @param sent   whether it left
 * @param digest SHA-256 of the file
 * @param code   for a form: digest of what its hidden sheet says; else empty
 * @param by     who sent or took it
 */
public record PackageFact(PackageHeader header, boolean sent, String fileName, String digest, String code, List<Part> parts, String by, Instant at) {

    public PackageFact {
        parts = List.copyOf(parts);
    }

    public Optional<Part> part(UUID proposal) {
        return parts.stream().filter(part -> part.proposal().equals(proposal)).findFirst();
    }

    /**
     * One project of it.
     *
     * @param versionNo version that it left or came with
     * @param digest    digest of that version
     * @param opinion   id of the act whose opinion of the body counted when it left: what a comparison starts from; null where there was none
     * @param acts      ids of the acts that were taken; empty for what left
     * @param reason    why nothing was taken, or null
     */
    public record Part(UUID proposal, String reviewNo, int versionNo, String digest, UUID opinion, Outcome outcome, List<UUID> acts, Message reason) {
        public Part {
            acts = List.copyOf(acts);
        }
    }

    /** Words are texts {@code exchange.outcome.NAME}. */
    public enum Outcome {
        SENT, TAKEN, CHOSEN_THEIRS, CHOSEN_MINE, COMBINED, NOTHING_NEW, REFUSED
    }
}
