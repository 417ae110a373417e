package org.lianshen.model.exchange;

/**
 * A key pair of this store. An older one is kept, so that what was sent to it can still be opened.
 *
 * @param sealed the private key, encrypted; how, {@link Protection} says
 */
public record OwnKey(KeyCard card, Protection protection, String sealed) {

    /** What the private key is kept by. */
    public enum Protection {
        /** By a password of its own that is kept nowhere. */
        PASSWORD,
        /** By a random key in the folder of the operating-system account: who copies the store alone cannot read it, who works under that account can. */
        ACCOUNT
    }
}
