package org.lianshen.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T01:02:03.456Z");

    @Test
    void keysAreVersionSevenAndCarryTheTime() {
        UUID id = new Ids(Clock.fixed(NOW, ZoneOffset.UTC)).next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void keysOfOneMillisecondAreStrictlyIncreasingAndDistinct() {
        var ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
        var seen = new HashSet<UUID>();
        long last = 0;
        for (int i = 0; i < 20_000; i++) {
            UUID id = ids.next();
            assertTrue(seen.add(id));
            assertTrue(Long.compareUnsigned(id.getMostSignificantBits(), last) > 0);
            last = id.getMostSignificantBits();
        }
    }
}
