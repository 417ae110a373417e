package org.lianshen.service.packs;

import java.time.LocalDate;
import java.util.List;

import org.lianshen.model.pack.RulePack;

/** The rule packs that the program knows: one per place and time. */
public interface RulePacks {

    /** All packs, in the order of the places, newest version first within a place. */
    List<RulePack> all();

    /**
     * The pack of a place that is valid on a day.
     *
     * @param place {@code common}, {@code zhejiang}, {@code huzhou}, {@code keqiao}, {@code shaoxing} or {@code xiangtan}
     * @throws org.lianshen.model.UserProblem {@code pack.unknownPlace} or {@code pack.notValidOn}
     */
    RulePack of(String place, LocalDate on);

    /**
     * The pack that a decision was taken under, by {@link RulePack#id()}.
     *
     * @throws org.lianshen.model.UserProblem {@code pack.unknownVersion}
     */
    RulePack byId(String id);
}
