package org.lianshen.model.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Money;

/**
 * The officers' words that hold: the newest of each line key and project; of several confirmed projects the one confirmed last, unless each was confirmed with its share
 * of the line.
 */
final class LinkDecisions {

    private final Map<String, UUID> confirmed = new HashMap<>();
    private final Map<String, Map<UUID, Money>> shares = new HashMap<>();
    private final Map<String, Set<UUID>> rejected = new HashMap<>();

    /** @param decisions oldest first */
    LinkDecisions(List<LinkDecision> decisions) {
        for (LinkDecision decision : decisions) {
            Set<UUID> out = rejected.computeIfAbsent(decision.lineKey(), key -> new HashSet<>());
            switch (decision.answer()) {
                case CONFIRMED -> {
                    out.remove(decision.project());
                    if (decision.share() == null) {
                        shares.remove(decision.lineKey());
                        confirmed.put(decision.lineKey(), decision.project());
                    } else {
                        confirmed.remove(decision.lineKey());
                        shares.computeIfAbsent(decision.lineKey(), key -> new LinkedHashMap<>()).put(decision.project(), decision.share());
                    }
                }
                case REJECTED -> {
                    out.add(decision.project());
                    confirmed.remove(decision.lineKey(), decision.project());
                    shares.getOrDefault(decision.lineKey(), new HashMap<>()).remove(decision.project());
                }
                case REVOKED -> {
                    out.remove(decision.project());
                    confirmed.remove(decision.lineKey(), decision.project());
                    shares.getOrDefault(decision.lineKey(), new HashMap<>()).remove(decision.project());
                }
            }
        }
    }

    /** Null where none. */
    UUID confirmed(String lineKey) {
        return confirmed.get(lineKey);
    }

    /** What belongs to each project of a line that was divided, in the order of the words; empty where none was. */
    Map<UUID, Money> shares(String lineKey) {
        return shares.isEmpty() ? Map.of() : shares.getOrDefault(lineKey, Map.of());
    }

    boolean rejected(String lineKey, UUID project) {
        return !rejected.isEmpty() && rejected.getOrDefault(lineKey, Set.of()).contains(project);
    }
}
