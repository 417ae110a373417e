package org.lianshen.review.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.exchange.OpinionComparison;
import org.lianshen.model.exchange.OpinionComparison.Side;
import org.lianshen.service.ExchangeService.Choice;
import org.lianshen.service.ExchangeService.Incoming;

/** What the officer chooses where both sides changed an opinion. */
final class MergeModel {

    /** Whole opinions, or one put together field by field. */
    enum Way {
        OPEN, MINE, THEIRS, FIELDS
    }

    private final Incoming incoming;
    private final Map<UUID, Way> ways = new HashMap<>();
    private final Map<UUID, Map<String, Side>> sides = new HashMap<>();

    MergeModel(Incoming incoming) {
        this.incoming = incoming;
    }

    Incoming incoming() {
        return incoming;
    }

    void choose(UUID project, Way way) {
        ways.put(project, way);
    }

    Way way(UUID project) {
        return ways.getOrDefault(project, Way.OPEN);
    }

    /** @param side null takes it back */
    void choose(UUID project, String field, Side side) {
        var chosen = sides.computeIfAbsent(project, id -> new HashMap<>());
        if (side == null) {
            chosen.remove(field);
        } else {
            chosen.put(field, side);
        }
    }

    /** Whether a later look finds the same that was compared: what somebody signed in between was not seen by whoever chose. */
    boolean stillHolds(Incoming later) {
        return seen(incoming).equals(seen(later));
    }

    private static Map<UUID, List<Object>> seen(Incoming at) {
        var seen = new HashMap<UUID, List<Object>>();
        at.projects().forEach(project -> seen.put(project.proposal(),
                List.of(project.kind(), project.mine() == null ? "" : project.mine(), project.theirs() == null ? "" : project.theirs())));
        return seen;
    }

    /** The first project, by its number, of which something is still to be chosen. */
    Optional<Incoming.Project> open() {
        return incoming.conflicts().stream().filter(project -> switch (way(project.proposal())) {
            case OPEN -> true;
            case MINE, THEIRS -> false;
            case FIELDS -> contested(project).stream().anyMatch(field -> !sides.getOrDefault(project.proposal(), Map.of()).containsKey(field.key()));
        }).findFirst();
    }

    static List<OpinionComparison.Field> contested(Incoming.Project project) {
        return project.fields().stream().filter(OpinionComparison.Field::contested).toList();
    }

    Map<UUID, Choice> choices() {
        var choices = new HashMap<UUID, Choice>();
        incoming.conflicts().forEach(project -> {
            UUID id = project.proposal();
            switch (way(id)) {
                case MINE -> choices.put(id, new Choice.Whole(Side.MINE));
                case THEIRS -> choices.put(id, new Choice.Whole(Side.THEIRS));
                case FIELDS -> choices.put(id, new Choice.Fields(sides.getOrDefault(id, Map.of())));
                case OPEN -> {
                }
            }
        });
        return choices;
    }
}
