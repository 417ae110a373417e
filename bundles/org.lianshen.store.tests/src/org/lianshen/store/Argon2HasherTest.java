package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class Argon2HasherTest {

    private final Argon2Hasher hasher = new Argon2Hasher();

    @Test
    void agreesWithTheReferenceImplementation() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertTrue(hasher.matches("password".toCharArray(), reference));
        assertFalse(hasher.matches("Password".toCharArray(), reference));
    }

    @Test
    void everyHashHasItsOwnSaltAndMatchesItsPassword() {
        String first = hasher.hash("湖州-correct horse".toCharArray());
        String second = hasher.hash("湖州-correct horse".toCharArray());
        assertNotEquals(first, second);
        assertTrue(hasher.matches("湖州-correct horse".toCharArray(), first));
        assertTrue(hasher.matches("湖州-correct horse".toCharArray(), second));
    }

    @Test
    void whatIsNoHashOfOursMatchesNothing() {
        assertFalse(hasher.matches("password".toCharArray(), "password"));
        assertFalse(hasher.matches("password".toCharArray(), "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    }
}
