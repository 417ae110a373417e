package org.lianshen.model.expert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianshen.model.expert.ExpertStep.Announcement;
import org.lianshen.model.expert.ExpertStep.Draw;
import org.lianshen.model.expert.ExpertStep.GroupOpinion;
import org.lianshen.model.expert.ExpertStep.Replacement;
import org.lianshen.model.expert.ExpertStep.Scoring;

/**
 * How the experts of one round stand: a pure function of the facts. An act that was not allowed when it was done changes nothing.
 *
 * @param round    version number
 * @param ties     what the office stated of the project's side
 * @param announced the seed that is published and not drawn with yet, or null
 * @param draws    with the seed of each, in order
 * @param members  everybody who was ever on the panel, in the order in which they came
 * @param leader   or null
 * @param discussed the group's words on scores that lie far apart, or null
 * @param opinion  of the group, or null
 * @param signed   when the group signed, or null
 * @param shown    whose sheets the others have seen: they stay as they are, also when somebody leaves afterwards
 * @param sealed   whether sheets are left out here because not all are in yet and this reader may not see them
 */
public record Panel(int round, List<Tie> ties, Announcement announced, List<Drawn> draws, List<Member> members, UUID leader, String discussed, GroupOpinion opinion,
        Instant signed, Set<UUID> shown, boolean sealed) {

    /** Words are texts {@code expert.standing.NAME}. */
    public enum Standing {
        /** 已抽取 */ DRAWN,
        /** 已邀请 */ INVITED,
        /** 已接受 */ ACCEPTED,
        /** 已提交评分 */ SCORED,
        /** 谢绝 */ DECLINED,
        /** 回避 */ AVOIDED,
        /** 缺席 */ ABSENT;

        public boolean in() {
            return this == DRAWN || this == INVITED || this == ACCEPTED || this == SCORED;
        }
    }

    /** @param number 1, 2 … within the round. @param replacements from this draw's order, as they were made */
    public record Drawn(int number, Announcement announcement, Draw draw, Instant announcedAt, Instant at, List<Replacement> replacements) {
        public Drawn {
            replacements = List.copyOf(replacements);
        }

        Drawn with(Replacement replacement) {
            return new Drawn(number, announcement, draw, announcedAt, at, Stream.concat(replacements.stream(), Stream.of(replacement)).toList());
        }
    }

    /**
     * One who was drawn.
     *
     * @param second      whether as the independent second assessor
     * @param standing    where he or she stands
     * @param why         why out, or the words of the invitation
     * @param replaces    whose place he or she took, or null
     * @param replaced    whether the place was filled by another
     * @param since       of the standing
     * @param scoring     the signed sheet that counts; null where there is none, or where it is hidden from this reader
     */
    public record Member(Ranked expert, boolean second, Standing standing, String why, UUID replaces, boolean replaced, Instant since, Scoring scoring) {

        public UUID id() {
            return expert.expert();
        }

        public boolean in() {
            return standing.in();
        }

        Member now(Standing next, String words, Instant at) {
            return new Member(expert, second, next, words, replaces, replaced, at, scoring);
        }

        Member with(Scoring sheet, Instant at) {
            return new Member(expert, second, Standing.SCORED, why, replaces, replaced, at, sheet);
        }

        Member given() {
            return new Member(expert, second, standing, why, replaces, true, since, scoring);
        }

        Member hidden() {
            return new Member(expert, second, standing, why, replaces, replaced, since, null);
        }
    }

    public Panel {
        ties = List.copyOf(ties);
        draws = List.copyOf(draws);
        members = List.copyOf(members);
        shown = Set.copyOf(shown);
    }

    /** @param acts of the proposal, in order. @param round whose panel it is */
    public static Panel of(List<ExpertAct> acts, int round) {
        return PanelCourse.of(acts, round);
    }

    public boolean begun() {
        return announced != null || !draws.isEmpty();
    }

    /** The rules of the last seed; null before one was published. */
    public ExpertRules rules() {
        return announced != null ? announced.rules() : draws.isEmpty() ? null : draws.getLast().announcement().rules();
    }

    /** The draw that counts, or null. */
    public Drawn drawn() {
        return draws.isEmpty() ? null : draws.getLast();
    }

    /** Whether there is a second assessor: then all sheets are hidden until all are in, and each says what speaks against building. */
    public boolean second() {
        return drawn() != null && drawn().announcement().second();
    }

    public Optional<Member> member(UUID expert) {
        return members.stream().filter(member -> member.id().equals(expert)).findFirst();
    }

    /** Those who are in, the second assessor among them. */
    public List<Member> in() {
        return members.stream().filter(Member::in).toList();
    }

    /** The group without the second assessor. */
    public List<Member> group() {
        return members.stream().filter(member -> member.in() && !member.second()).toList();
    }

    /** Those who are out and whose place nobody has taken. */
    public List<Member> vacant() {
        return members.stream().filter(member -> !member.in() && !member.replaced()).toList();
    }

    /** Whether everybody whom the draw asks for is in. */
    public boolean complete() {
        return drawn() != null && group().size() == drawn().announcement().size() && (!second() || in().stream().anyMatch(Member::second));
    }

    /** Whether all sheets are in: from then on everybody sees them, and none is changed. */
    public boolean open() {
        return complete() && in().stream().allMatch(member -> member.standing() == Standing.SCORED);
    }

    /** What the sheets come to; empty until all are in. */
    public Optional<PanelScores> scores() {
        if (!open()) {
            return Optional.empty();
        }
        Map<UUID, ScoreSheet> sheets = new LinkedHashMap<>();
        in().forEach(member -> sheets.put(member.id(), member.scoring().sheet()));
        return Optional.of(PanelScores.of(sheets, rules()));
    }

    /**
     * The panel as one may see it. Until all sheets are in, an expert sees no sheet but the own, and where there is a second assessor nobody sees any but the own.
     *
     * @param reader expert who reads, or null: the office; whoever is neither sees none before all are in
     */
    public Panel seenBy(UUID reader) {
        if (open() || !second() && reader == null) {
            return this;
        }
        var seen = new ArrayList<Member>();
        boolean hides = false;
        for (Member member : members) {
            boolean hide = member.scoring() != null && !member.id().equals(reader);
            hides |= hide;
            seen.add(hide ? member.hidden() : member);
        }
        return new Panel(round, ties, announced, draws, seen, leader, discussed, opinion, signed, shown, hides);
    }
}
