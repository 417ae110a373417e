package org.lianshen.model.expert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.expert.ExpertRules.Need;

/**
 * The draw, which anybody can repeat with a published seed. Each candidate's key is the SHA-256 of {@code SEED|REVIEW NUMBER|ROUND|EXPERT NUMBER} (UTF-8); the order is
 * that of the keys as hexadecimal text. Then one goes down the list: each is taken unless the unit has its share already, or unless a panel that keeps the rules could
 * no longer be completed with those below. That is the first panel of all that keep the rules, in the order of the list. A replacement goes down the same list from the
 * top, with those who stay in as they are.
 */
public final class PanelDraw {

    private PanelDraw() {
    }

    /** Why somebody who stands higher in the order was passed over. */
    public record Passed(UUID expert, Message why) {
    }

    /**
     * What a walk down the list gave.
     *
     * @param taken      in order; empty where {@code impossible} says why
     * @param impossible what rule cannot be met by these candidates, and what to do; null where all are met
     */
    public record Outcome(List<Ranked> taken, List<Passed> passed, Message impossible) {
        public Outcome {
            taken = List.copyOf(taken);
            passed = List.copyOf(passed);
        }
    }

    /** The text whose SHA-256 is a candidate's key. */
    public static String keyText(String seed, String reviewNo, int round, String expertNo) {
        return String.join("|", seed, reviewNo, Integer.toString(round), expertNo);
    }

    public static String key(String seed, String reviewNo, int round, String expertNo) {
        try {
            byte[] text = keyText(seed, reviewNo, round, expertNo).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<Ranked> inOrder(List<Ranked> candidates) {
        return candidates.stream().sorted(Comparator.comparing(Ranked::key).thenComparing(Ranked::no)).toList();
    }

    /**
     * Goes down the list for so many seats.
     *
     * @param order those who may be taken, in order; none of {@code in} among them
     * @param in    who is in already and stays
     * @param seats how many are taken
     */
    public static Outcome fill(List<Ranked> order, List<Ranked> in, int seats, ExpertRules rules) {
        Message impossible = impossible(order, in, seats, rules);
        if (impossible != null) {
            return new Outcome(List.of(), List.of(), impossible);
        }
        var members = new ArrayList<>(in);
        var taken = new ArrayList<Ranked>();
        var passed = new ArrayList<Passed>();
        for (int i = 0; i < order.size() && taken.size() < seats; i++) {
            Ranked next = order.get(i);
            List<Ranked> sameUnit = members.stream().filter(member -> member.unitKey().equals(next.unitKey())).toList();
            members.add(next);
            if (sameUnit.size() >= rules.mostSameUnit()) {
                passed.add(new Passed(next.expert(), Message.of("expert.passed.unit", sameUnit.getFirst().no(), sameUnit.getFirst().name())));
            } else if (!possible(order.subList(i + 1, order.size()), members, seats - taken.size() - 1, rules)) {
                List<Message> open = open(members, rules).stream().map(Need::words).toList();
                passed.add(new Passed(next.expert(), Message.of("expert.passed.kept", seats - taken.size(), open)));
            } else {
                taken.add(next);
                continue;
            }
            members.removeLast();
        }
        return new Outcome(taken, passed, null);
    }

    /** What is not represented by enough of these, each with how many are still needed. */
    private static List<Need> open(List<Ranked> members, ExpertRules rules) {
        return rules.needs().stream().map(need -> new Need(need.name(), need.least() - count(members, need))).filter(need -> need.least() > 0).toList();
    }

    private static int count(List<Ranked> members, Need need) {
        return (int) members.stream().filter(member -> serves(member, need)).count();
    }

    private static boolean serves(Ranked member, Need need) {
        return member.fields().stream().anyMatch(need.fields()::contains);
    }

    /** Whether so many seats can be filled from those left so that all rules are kept. */
    private static boolean possible(List<Ranked> left, List<Ranked> members, int seats, ExpertRules rules) {
        return reach(left, members, seats, open(members, rules), rules.mostSameUnit());
    }

    /**
     * Unit by unit: which numbers of seats filled and of needs still open can be reached. Whoever serves two needs counts for both.
     */
    private static boolean reach(List<Ranked> left, List<Ranked> members, int seats, List<Need> needs, int mostSameUnit) {
        Map<String, List<Ranked>> units = new LinkedHashMap<>();
        left.forEach(each -> units.computeIfAbsent(each.unitKey(), key -> new ArrayList<>()).add(each));
        Map<String, Integer> share = new HashMap<>();
        members.forEach(member -> share.merge(member.unitKey(), 1, Integer::sum));
        Set<State> states = new HashSet<>(Set.of(new State(0, needs.stream().map(Need::least).toList())));
        for (var unit : units.entrySet()) {
            int free = Math.min(seats, mostSameUnit - share.getOrDefault(unit.getKey(), 0));
            states = ofUnit(states, unit.getValue(), free, seats, needs);
        }
        return states.stream().anyMatch(state -> state.filled() == seats && state.open().stream().allMatch(open -> open == 0));
    }

    private static Set<State> ofUnit(Set<State> before, List<Ranked> people, int free, int seats, List<Need> needs) {
        List<Set<State>> byTaken = new ArrayList<>();
        byTaken.add(before);
        for (int i = 0; i < free; i++) {
            byTaken.add(new HashSet<>());
        }
        for (Ranked person : people) {
            for (int taken = Math.min(free, people.size()); taken > 0; taken--) {
                for (State state : byTaken.get(taken - 1)) {
                    if (state.filled() < seats) {
                        byTaken.get(taken).add(state.with(person, needs));
                    }
                }
            }
        }
        var after = new HashSet<State>();
        byTaken.forEach(after::addAll);
        return after;
    }

    /** @param open how many of each need are still asked for */
    private record State(int filled, List<Integer> open) {

        State with(Ranked person, List<Need> needs) {
            var left = new ArrayList<Integer>();
            for (int i = 0; i < needs.size(); i++) {
                left.add(Math.max(0, open.get(i) - (serves(person, needs.get(i)) ? 1 : 0)));
            }
            return new State(filled + 1, left);
        }
    }

    /** The first rule that these candidates cannot meet, alone or together; null where a panel is possible. */
    private static Message impossible(List<Ranked> order, List<Ranked> in, int seats, ExpertRules rules) {
        if (!reach(order, in, seats, List.of(), rules.mostSameUnit())) {
            long units = order.stream().map(Ranked::unitKey).distinct().count();
            return Message.of("expert.pool.tooFew", seats, order.size(), units, rules.mostSameUnit());
        }
        for (Need need : open(in, rules)) {
            if (!reach(order, in, seats, List.of(need), rules.mostSameUnit())) {
                return Message.of("expert.pool.lacks", need.words(), need.least(), order.stream().filter(each -> serves(each, need)).count());
            }
        }
        return possible(order, in, seats, rules) ? null
                : Message.of("expert.pool.together", seats, open(in, rules).stream().map(Need::words).toList(), rules.mostSameUnit());
    }
}
