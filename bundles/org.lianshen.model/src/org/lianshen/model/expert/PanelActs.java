package org.lianshen.model.expert;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lianshen.model.Message;
import org.lianshen.model.expert.ExpertStep.Announcement;
import org.lianshen.model.expert.ExpertStep.GroupOpinion;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.model.review.Overall;

/** Whether an act may follow upon a panel as it stands, apart from who does it and where the review is. Services ask before they store. */
public final class PanelActs {

    private static final int LONGEST_SEED = 200;

    private PanelActs() {
    }

    /** Null where the act is allowed; else what stands against it. */
    public static Message refusal(Panel panel, ExpertStep step) {
        if (panel.opinion() != null) {
            return Message.of("expert.refuse.signed", String.valueOf(panel.opinion().signature().by()));
        }
        return switch (step) {
            case ExpertStep.Statement statement -> statement(panel, statement);
            case Announcement announcement -> announcement(panel, announcement);
            case ExpertStep.Annulment annulment -> panel.announced() == null ? Message.of("expert.refuse.noSeed", "") : null;
            case ExpertStep.Draw draw -> draw(panel, draw);
            case ExpertStep.Replacement replacement -> replacement(panel, replacement);
            case ExpertStep.Invitation invitation -> standing(panel, invitation.expert(), Standing.DRAWN, Standing.INVITED);
            case ExpertStep.Acceptance acceptance -> standing(panel, acceptance.expert(), Standing.INVITED);
            case ExpertStep.Refusal refusal -> first(standing(panel, refusal.expert(), Standing.INVITED, Standing.ACCEPTED), () -> reason(refusal.reason()));
            case ExpertStep.Avoidance avoidance -> first(standing(panel, avoidance.expert(), Standing.DRAWN, Standing.INVITED, Standing.ACCEPTED, Standing.SCORED),
                    () -> reason(avoidance.reason()));
            case ExpertStep.Absence absence -> first(standing(panel, absence.expert(), Standing.INVITED, Standing.ACCEPTED), () -> reason(absence.reason()));
            case ExpertStep.Leader leader -> panel.group().stream().anyMatch(member -> member.id().equals(leader.expert())) ? null
                    : Message.of("expert.refuse.leader", name(panel, leader.expert()));
            case ExpertStep.Scoring scoring -> scoring(panel, scoring);
            case ExpertStep.Discussion discussion -> panel.open() ? reason(discussion.words()) : notAllIn(panel);
            case GroupOpinion opinion -> opinion(panel, opinion);
        };
    }

    private static Message statement(Panel panel, ExpertStep.Statement statement) {
        if (panel.begun()) {
            return Message.of("expert.refuse.statedLate");
        }
        boolean good = statement.ties().stream().allMatch(tie -> tie.kind() != null && tie.kind().stated() && tie.name() != null && !tie.name().isBlank());
        return good ? null : Message.of("expert.refuse.tie");
    }

    private static Message announcement(Panel panel, Announcement announcement) {
        if (panel.announced() != null) {
            return Message.of("expert.refuse.seedThere", panel.announced().seed());
        }
        if (panel.drawn() != null && (panel.complete() || panel.vacant().isEmpty())) {
            return Message.of("expert.refuse.drawnAlready", panel.drawn().announcement().seed());
        }
        String seed = announcement.seed();
        if (seed == null || seed.isBlank() || !seed.equals(seed.strip()) || seed.length() > LONGEST_SEED || seed.chars().anyMatch(Character::isISOControl)) {
            return Message.of("expert.refuse.seed", LONGEST_SEED);
        }
        if (panel.draws().stream().anyMatch(drawn -> drawn.announcement().seed().equals(seed))) {
            return Message.of("expert.refuse.seedUsed", seed);
        }
        if (announcement.source() == null || announcement.source().isBlank()) {
            return Message.of("expert.refuse.seedSource");
        }
        return announcement.rules().badSize(announcement.size());
    }

    private static Message draw(Panel panel, ExpertStep.Draw draw) {
        if (panel.announced() == null) {
            return Message.of(panel.drawn() == null ? "expert.refuse.noSeed" : "expert.refuse.drawnAlready", panel.drawn() == null ? "" : panel.drawn().announcement().seed());
        }
        var asked = new HashSet<UUID>(draw.group());
        Set<UUID> known = draw.order().stream().map(Ranked::expert).collect(Collectors.toSet());
        boolean twice = asked.size() < draw.group().size() || asked.contains(draw.second()) || panel.members().stream().map(Member::id).anyMatch(asked::contains)
                || draw.second() != null && panel.member(draw.second()).isPresent();
        if (twice) {
            return Message.of("expert.refuse.twice");
        }
        boolean whole = known.containsAll(asked) && (draw.second() == null || known.contains(draw.second()));
        boolean seats = panel.group().size() + draw.group().size() == panel.announced().size()
                && panel.announced().second() == (draw.second() != null || panel.in().stream().anyMatch(Member::second));
        return whole && seats ? null : Message.of("expert.refuse.drawSize", panel.announced().size());
    }

    private static Message replacement(Panel panel, ExpertStep.Replacement replacement) {
        if (panel.announced() != null) {
            return Message.of("expert.refuse.seedThere", panel.announced().seed());
        }
        if (panel.vacant().stream().noneMatch(member -> member.id().equals(replacement.out()))) {
            return Message.of("expert.refuse.notOut", name(panel, replacement.out()));
        }
        if (panel.member(replacement.in()).isPresent()) {
            return Message.of("expert.refuse.twice");
        }
        boolean listed = panel.drawn().draw().order().stream().anyMatch(each -> each.expert().equals(replacement.in()));
        return listed ? null : Message.of("expert.refuse.notListed");
    }

    private static Message standing(Panel panel, UUID expert, Standing... allowed) {
        Member member = panel.member(expert).orElse(null);
        if (member == null) {
            return Message.of("expert.refuse.notOnPanel");
        }
        return Set.of(allowed).contains(member.standing()) ? null
                : Message.of("expert.refuse.standing", member.expert().name(), Message.of("expert.standing." + member.standing().name()));
    }

    private static Message scoring(Panel panel, ExpertStep.Scoring scoring) {
        Message standing = standing(panel, scoring.expert(), Standing.ACCEPTED, Standing.SCORED);
        if (standing != null) {
            return standing;
        }
        if (panel.open() || panel.shown().contains(scoring.expert())) {
            return Message.of("expert.refuse.open");
        }
        if (scoring.sheet().versionNo() != panel.round()) {
            return Message.of("review.refuse.opinionVersion", scoring.sheet().versionNo(), panel.round());
        }
        List<Message> missing = scoring.sheet().missing(panel.rules(), panel.second());
        return missing.isEmpty() ? null : missing.getFirst();
    }

    private static Message opinion(Panel panel, GroupOpinion opinion) {
        if (!panel.open()) {
            return notAllIn(panel);
        }
        PanelScores scores = panel.scores().orElseThrow();
        if (panel.leader() == null) {
            return Message.of("expert.refuse.noLeader");
        }
        if (scores.discuss() && panel.discussed() == null) {
            return Message.of("expert.refuse.discuss", scores.spread().toPlainString(), panel.rules().spread().toPlainString());
        }
        boolean concluded = opinion.conclusion() == Overall.AGREE || opinion.conclusion() == Overall.AGREE_WITH_CHANGES || opinion.conclusion() == Overall.DISAGREE;
        if (!concluded || opinion.summary() == null || opinion.summary().isBlank()) {
            return Message.of("review.refuse.expertsIncomplete");
        }
        if (scores.belowLine() && opinion.conclusion() != Overall.DISAGREE) {
            return Message.of("expert.refuse.belowLine", scores.average().toPlainString(), panel.rules().rejectBelow().toPlainString());
        }
        if (opinion.conclusion() == Overall.AGREE_WITH_CHANGES && opinion.changes().stream().allMatch(String::isBlank)) {
            return Message.of("expert.refuse.noChanges");
        }
        return opinion.average() != null && opinion.average().compareTo(scores.average()) == 0 ? null
                : Message.of("expert.refuse.average", scores.average().toPlainString());
    }

    private static Message notAllIn(Panel panel) {
        long missing = panel.in().stream().filter(member -> member.standing() != Standing.SCORED).count();
        return panel.complete() ? Message.of("expert.refuse.sheetsMissing", missing) : Message.of("expert.refuse.incomplete");
    }

    private static Message reason(String text) {
        return text == null || text.isBlank() ? Message.of("review.refuse.reason") : null;
    }

    private static Message first(Message known, Supplier<Message> other) {
        return known == null ? other.get() : known;
    }

    private static String name(Panel panel, UUID expert) {
        return panel.member(expert).map(member -> member.expert().name()).orElse("");
    }
}
