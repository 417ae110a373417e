package org.lianshen.service.packs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.lianshen.model.pack.RulePack;

/** The rules of one store's place through time: what the program ships, and what was published in the store. */
@FunctionalInterface
public interface PlacePacks {

    /** The pack in force on a day. @throws org.lianshen.model.UserProblem {@code pack.notValidOn} */
    RulePack apply(LocalDate day);

    /** The pack that was in force at a moment of the past: what was published later that day does not count. */
    default RulePack at(Instant moment, ZoneId zone) {
        return apply(LocalDate.ofInstant(moment, zone));
    }

    /** Takes up what was published on another desktop of the same store. Not to be called inside a transaction. */
    default void follow() {
    }
}
