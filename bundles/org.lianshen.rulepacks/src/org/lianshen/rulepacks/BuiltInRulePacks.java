package org.lianshen.rulepacks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.packs.RulePacks;
import org.osgi.service.component.annotations.Component;

/** The rule packs that the program ships. A pack is read when it is first asked for, with the packs it inherits from. */
@Component(service = RulePacks.class)
public final class BuiltInRulePacks implements RulePacks {
    /** In the order in which places are offered. */
    private static final List<String> PLACES = List.of("huzhou", "keqiao", "shaoxing", "zhejiang", "xiangtan", "common");

    private final Map<String, RulePack> packs = new HashMap<>();
    private PackReader reader;

    @Override
    public List<RulePack> all() {
        return PLACES.stream().map(this::pack).toList();
    }

    @Override
    public RulePack of(String place, LocalDate on) {
        if (!PLACES.contains(place)) {
            throw UserProblem.of("pack.unknownPlace", place, String.join(", ", PLACES));
        }
        RulePack pack = pack(place);
        if (!pack.validOn(on)) {
            throw UserProblem.of("pack.notValidOn", pack.name(), pack.version(), on, pack.validFrom());
        }
        return pack;
    }

    @Override
    public RulePack byId(String id) {
        String place = id.substring(0, Math.max(id.indexOf('@'), 0));
        RulePack pack = PLACES.contains(place) ? pack(place) : null;
        if (pack == null || !pack.id().equals(id)) {
            throw UserProblem.of("pack.unknownVersion", id);
        }
        return pack;
    }

    private synchronized RulePack pack(String place) {
        RulePack known = packs.get(place);
        if (known == null) {
            if (reader == null) {
                reader = new PackReader(Calendars.builtIn());
            }
            known = reader.read(place + ".json", place, each -> PackFiles.resource("packs/" + each + ".json"));
            packs.put(place, known);
        }
        return known;
    }
}
