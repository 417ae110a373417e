package org.lianshen.model;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes time-ordered keys (UUID version 7, RFC 9562): rows of different desktops merge, and no database sequence is needed.
 * Keys made by one instance are strictly increasing, also within one millisecond.
 */
public final class Ids {

    private static final long COUNTER_LIMIT = 1L << 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private long counter;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public synchronized UUID next() {
        long millis = Math.max(clock.millis(), lastMillis);
        if (millis == lastMillis) {
            counter++;
            if (counter == COUNTER_LIMIT) {
                millis++;
                counter = 0;
            }
        } else {
            counter = random.nextInt(1 << 8);
        }
        lastMillis = millis;
        long high = millis << 16 | 0x7000L | counter;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
