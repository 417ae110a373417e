package org.lianshen.service.identity;

/** Turns passwords into what may be stored. Slow on purpose; never called inside a transaction. A declarative service of the store bundle. */
public interface PasswordHasher {

    /** A new hash with its own salt, in PHC string form ({@code $argon2id$v=19$…}). */
    String hash(char[] password);

    /** Compares in constant time; false also where {@code hash} is not of this form. */
    boolean matches(char[] password, String hash);
}
