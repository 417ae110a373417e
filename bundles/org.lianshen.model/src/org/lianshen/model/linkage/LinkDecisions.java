package org.lianshen.model.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The officers' words that hold: the newest of each line key and project; of several confirmed projects the one confirmed last. */
final class LinkDecisions {

    private final Map<String, UUID> confirmed = new HashMap<>();
    private final Map<String, Set<UUID>> rejected = new HashMap<>();

    /** @param decisions oldest first */
    LinkDecisions(List<LinkDecision> decisions) {
        for (LinkDecision decision : decisions) {
            Set<UUID> out = rejected.computeIfAbsent(decision.lineKey(), key -> new HashSet<>());
            switch (decision.answer()) {
                case CONFIRMED -> {
                    out.remove(decision.project());
                    confirmed.put(decision.lineKey(), decision.project());
                }
                case REJECTED -> {
                    out.add(decision.project());
                    confirmed.remove(decision.lineKey(), decision.project());
                }
                case REVOKED -> {
                    out.remove(decision.project());
                    confirmed.remove(decision.lineKey(), decision.project());
                }
            }
        }
    }

    /** Null where none. */
    UUID confirmed(String lineKey) {
        return confirmed.get(lineKey);
    }

    boolean rejected(String lineKey, UUID project) {
        return !rejected.isEmpty() && rejected.getOrDefault(lineKey, Set.of()).contains(project);
    }
}
