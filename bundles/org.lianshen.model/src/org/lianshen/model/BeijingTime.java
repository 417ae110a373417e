package org.lianshen.model;

import java.time.ZoneId;

/** The zone of every day and time of day that the program shows, prints or counts with, wherever its machine stands or is set to: offices of one store must read the same minute. */
public final class BeijingTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BeijingTime() {
    }
}
