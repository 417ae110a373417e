package org.lianshen.model.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Message;
import org.lianshen.model.expert.ExpertStep.Announcement;
import org.lianshen.model.expert.ExpertStep.Signature;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.model.review.Overall;

/** How a panel stands, and what is refused: with which reason, and that it changed nothing. */
class PanelTest {

    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final Signature SIGNED = new Signature("某人", false, null);
    private final List<ExpertAct> acts = new ArrayList<>();

    private Panel panel() {
        return Panel.of(acts, 1);
    }

    /** Does it, and returns why it is refused, or null. */
    private String act(ExpertStep step) {
        Message refusal = PanelActs.refusal(panel(), step);
        Panel before = panel();
        acts.add(new ExpertAct(UUID.randomUUID(), new UUID(0, 9), acts.size() + 1, 1, "somebody", START.plusSeconds(acts.size()), step));
        if (refusal == null) {
            return null;
        }
        assertEquals(before, panel(), "a refused act changes nothing");
        acts.removeLast();
        return refusal.key();
    }

    private void done(ExpertStep step) {
        assertNull(act(step));
    }

    private Announcement seed(String text, int size, boolean second) {
        return new Announcement(text, "现场摸号", size, second, IntStream.rangeClosed(1, 7).mapToObj(Pool::id).toList(), Pool.rules());
    }

    private ExpertStep.Draw drawn(int size, boolean second) {
        var order = Pool.seven();
        var group = PanelDraw.fill(order, List.of(), size, Pool.rules()).taken();
        var left = order.stream().filter(each -> !group.contains(each)).toList();
        UUID other = second ? PanelDraw.fill(left, group, 1, Pool.rules()).taken().getFirst().expert() : null;
        return new ExpertStep.Draw(order, List.of(), group.stream().map(Ranked::expert).toList(), other, List.of());
    }

    private void accepted(boolean second) {
        done(seed(Pool.SEED, 3, second));
        done(drawn(3, second));
        panel().in().forEach(member -> {
            done(new ExpertStep.Invitation(member.id(), "11月20日"));
            done(new ExpertStep.Acceptance(member.id()));
        });
    }

    private String score(UUID expert, int total) {
        return act(new ExpertStep.Scoring(expert, Pool.sheet(total, Overall.AGREE), SIGNED));
    }

    private void scored(int... totals) {
        List<Member> in = panel().in();
        for (int i = 0; i < totals.length; i++) {
            assertNull(score(in.get(i).id(), totals[i]));
        }
    }

    private ExpertStep.GroupOpinion opinion(Overall conclusion, String average, String... changes) {
        return new ExpertStep.GroupOpinion(conclusion, "综合意见", List.of(changes), new BigDecimal(average), SIGNED);
    }

    @Test
    void nothingIsDrawnBeforeTheSeedIsPublished() {
        assertEquals("expert.refuse.noSeed", act(drawn(3, false)));
        assertEquals("expert.refuse.size", act(seed(Pool.SEED, 4, false)));
        assertEquals("expert.refuse.size", act(seed(Pool.SEED, 1, false)));
        assertEquals("expert.refuse.seed", act(seed(" ", 3, false)));
        assertEquals("expert.refuse.seedSource", act(new Announcement("x", " ", 3, false, List.of(), Pool.rules())));
        done(seed(Pool.SEED, 3, false));
        assertEquals("expert.refuse.seedThere", act(seed("another", 3, false)));
        done(drawn(3, false));
        assertEquals("expert.refuse.drawnAlready", act(drawn(3, false)));
        assertEquals("expert.refuse.drawnAlready", act(seed("another", 3, false)));
        assertEquals(3, panel().in().size());
    }

    @Test
    void nobodyIsDrawnTwice() {
        done(seed(Pool.SEED, 3, false));
        var draw = drawn(3, false);
        UUID first = draw.group().getFirst();
        assertEquals("expert.refuse.twice", act(new ExpertStep.Draw(draw.order(), List.of(), List.of(first, first, draw.group().getLast()), null, List.of())));
        done(draw);
        done(new ExpertStep.Avoidance(first, "亲属在申报单位"));
        assertEquals("expert.refuse.twice", act(new ExpertStep.Replacement(first, draw.group().getLast(), List.of(), List.of())));
        assertEquals("expert.refuse.twice", act(new ExpertStep.Replacement(first, first, List.of(), List.of())));
        assertEquals("expert.refuse.notListed", act(new ExpertStep.Replacement(first, Pool.id(99), List.of(), List.of())));
        UUID next = draw.order().stream().map(Ranked::expert).filter(id -> !draw.group().contains(id)).findFirst().orElseThrow();
        done(new ExpertStep.Replacement(first, next, List.of(), List.of()));
        assertEquals("expert.refuse.notOut", act(new ExpertStep.Replacement(first, Pool.id(99), List.of(), List.of())));
        assertTrue(panel().complete());
        assertEquals(first, panel().member(next).orElseThrow().replaces());
    }

    @Test
    void stepsFollowOneAnother() {
        done(seed(Pool.SEED, 3, false));
        done(drawn(3, false));
        UUID one = panel().in().getFirst().id();
        assertEquals("expert.refuse.standing", act(new ExpertStep.Acceptance(one)));
        assertEquals("expert.refuse.standing", score(one, 80));
        done(new ExpertStep.Invitation(one, ""));
        done(new ExpertStep.Acceptance(one));
        assertEquals("expert.refuse.notOnPanel", act(new ExpertStep.Acceptance(Pool.id(77))));
        assertEquals("review.refuse.reason", act(new ExpertStep.Refusal(one, " ")));
        done(new ExpertStep.Refusal(one, "出差"));
        assertFalse(panel().complete());
        assertEquals(Standing.DECLINED, panel().member(one).orElseThrow().standing());
        assertEquals("expert.refuse.statedLate", act(new ExpertStep.Statement(List.of(new Tie(Tie.Kind.PLAN_WRITER, "甲")))));
    }

    @Test
    void theGroupSignsWhenAllAreIn() {
        accepted(false);
        assertEquals("expert.refuse.sheetsMissing", act(opinion(Overall.AGREE, "80.00")));
        scored(80, 85, 76);
        assertEquals("expert.refuse.noLeader", act(opinion(Overall.AGREE, "80.33")));
        done(new ExpertStep.Leader(panel().in().getFirst().id()));
        assertEquals("expert.refuse.average", act(opinion(Overall.AGREE, "81.00")));
        assertEquals("expert.refuse.noChanges", act(opinion(Overall.AGREE_WITH_CHANGES, "80.33")));
        assertEquals("expert.refuse.open", score(panel().in().getFirst().id(), 90));
        done(opinion(Overall.AGREE_WITH_CHANGES, "80.33", "补等保测评"));
        assertEquals("expert.refuse.signed", score(panel().in().getFirst().id(), 90));
    }

    @Test
    void scoresFarApartAreDiscussedFirstAndMarked() {
        accepted(false);
        scored(90, 60, 85);
        done(new ExpertStep.Leader(panel().in().getFirst().id()));
        PanelScores scores = panel().scores().orElseThrow();
        assertEquals(new BigDecimal("78.33"), scores.average());
        assertEquals(Set.of(panel().in().get(1).id()), scores.outliers());
        assertTrue(scores.discuss());
        assertEquals("expert.refuse.discuss", act(opinion(Overall.AGREE, "78.33")));
        done(new ExpertStep.Discussion("对预算口径理解不同，已统一"));
        done(opinion(Overall.AGREE, "78.33"));
    }

    @Test
    void belowTheLineNothingButNotAdvised() {
        accepted(false);
        scored(60, 59, 60);
        done(new ExpertStep.Leader(panel().in().getFirst().id()));
        assertEquals("expert.refuse.belowLine", act(opinion(Overall.AGREE, "59.67")));
        assertEquals("expert.refuse.belowLine", act(opinion(Overall.AGREE_WITH_CHANGES, "59.67", "改")));
        done(opinion(Overall.DISAGREE, "59.67"));
    }

    @Test
    void justAtTheLimitsNothingIsAsked() {
        accepted(false);
        scored(60, 85, 60);
        PanelScores scores = panel().scores().orElseThrow();
        assertFalse(scores.discuss(), "25 is not more than 25");
        assertFalse(scores.belowLine());
        assertEquals(new BigDecimal("68.33"), scores.average());
    }

    @Test
    void withASecondAssessorNobodySeesASheetBeforeAllAreIn() {
        accepted(true);
        List<UUID> in = panel().in().stream().map(Member::id).toList();
        assertEquals(4, in.size());
        for (int i = 0; i < 4; i++) {
            assertFalse(panel().open());
            assertTrue(panel().scores().isEmpty());
            Panel office = panel().seenBy(null);
            assertTrue(office.members().stream().allMatch(member -> member.scoring() == null));
            assertEquals(i, office.in().stream().filter(member -> member.standing() == Standing.SCORED).count(), "who is in is no secret");
            assertEquals(i > 0, office.sealed());
            for (UUID reader : in) {
                assertTrue(panel().seenBy(reader).members().stream().allMatch(member -> member.scoring() == null || member.id().equals(reader)));
            }
            assertNull(score(in.get(i), 70 + i));
        }
        assertTrue(panel().open());
        assertEquals(4, panel().seenBy(null).members().stream().filter(member -> member.scoring() != null).count());
    }

    @Test
    void whoLeavesAfterAllAreInClosesTheSheetsAgainForTheNext() {
        accepted(true);
        scored(70, 71, 72, 73);
        UUID out = panel().in().getFirst().id();
        done(new ExpertStep.Leader(out));
        done(new ExpertStep.Avoidance(out, "事后发现持有供应商股份"));
        assertFalse(panel().open());
        assertNull(panel().leader());
        assertTrue(panel().seenBy(null).members().stream().allMatch(member -> member.scoring() == null));
        Panel before = panel();
        for (Member saw : before.in()) {
            assertEquals("expert.refuse.open", score(saw.id(), 99), "who has seen the others' sheets does not change the own");
        }
        UUID in = IntStream.rangeClosed(1, 7).mapToObj(Pool::id).filter(id -> before.member(id).isEmpty()).findFirst().orElseThrow();
        done(new ExpertStep.Replacement(out, in, List.of(), List.of()));
        done(new ExpertStep.Invitation(in, ""));
        done(new ExpertStep.Acceptance(in));
        assertTrue(panel().seenBy(in).members().stream().allMatch(member -> member.scoring() == null), "who comes later sees nothing either");
        assertNull(score(in, 80));
        assertTrue(panel().open());
    }

    @Test
    void theReasonsNotToBuildMustBeFilledInWhereThereIsASecondAssessor() {
        accepted(true);
        ScoreSheet full = Pool.sheet(80, Overall.AGREE);
        var silent = new ScoreSheet(1, full.points(), full.plan(), full.budget(), full.risk(), "", Overall.AGREE, true);
        assertEquals("expert.missing.reasonsNot", act(new ExpertStep.Scoring(panel().in().getFirst().id(), silent, SIGNED)));
        assertEquals(List.of(), silent.missing(Pool.rules(), false));
    }

    @Test
    void aSheetIsWholeOrRefused() {
        var sheet = ScoreSheet.blank(1);
        assertEquals(Pool.ITEMS.size() + 3, sheet.missing(Pool.rules(), false).size());
        ScoreSheet full = Pool.sheet(80, Overall.AGREE);
        var points = new java.util.HashMap<>(full.points());
        points.put("necessity", new BigDecimal("15.5"));
        points.put("other", BigDecimal.ONE);
        assertEquals(List.of("expert.missing.range", "expert.missing.unknownItem"),
                new ScoreSheet(1, points, "方案", "", "", "", Overall.AGREE, true).missing(Pool.rules(), false).stream().map(Message::key).toList());
    }

    /** Random histories: whatever is tried in whatever order, the panel keeps its rules, and what is hidden stays hidden. */
    @Test
    void longHistoriesKeepTheRules() {
        var random = new Random(55);
        int opened = 0;
        int signed = 0;
        for (int history = 0; history < 500; history++) {
            acts.clear();
            for (int step = 0; step < 60; step++) {
                act(any(random));
                Panel panel = panel();
                assertEquals(panel.members().size(), panel.members().stream().map(Member::id).distinct().count());
                if (!panel.open() && panel.second()) {
                    assertTrue(panel.seenBy(null).members().stream().allMatch(member -> member.scoring() == null));
                }
                if (panel.drawn() != null) {
                    assertTrue(panel.group().size() <= panel.drawn().announcement().size());
                }
                if (panel.opinion() != null) {
                    assertTrue(panel.open() && panel.opinion().average().compareTo(panel.scores().orElseThrow().average()) == 0);
                    assertTrue(!panel.scores().orElseThrow().discuss() || panel.discussed() != null);
                }
            }
            opened += panel().open() ? 1 : 0;
            signed += panel().opinion() != null ? 1 : 0;
        }
        assertTrue(opened > 25 && signed > 5, opened + " " + signed);
    }

    private ExpertStep any(Random random) {
        Panel panel = panel();
        if (!panel.begun()) {
            return seed("s" + random.nextInt(), 3, random.nextBoolean());
        }
        if (panel.announced() != null) {
            return drawn(3, panel.announced().second());
        }
        UUID who = panel.members().get(random.nextInt(panel.members().size())).id();
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> new ExpertStep.Invitation(who, "");
            case 3, 4, 5 -> new ExpertStep.Acceptance(who);
            case 6 -> random.nextInt(4) == 0 ? new ExpertStep.Avoidance(who, "利害关系") : new ExpertStep.Leader(who);
            case 7 -> random.nextInt(4) == 0 ? new ExpertStep.Refusal(who, "出差") : new ExpertStep.Discussion("讨论");
            case 8 -> new ExpertStep.Replacement(who, Pool.id(1 + random.nextInt(7)), List.of(), List.of());
            case 9 -> opinion(Overall.DISAGREE, panel.scores().map(scores -> scores.average().toPlainString()).orElse("0"));
            default -> new ExpertStep.Scoring(who, Pool.sheet(random.nextInt(101), Overall.AGREE), SIGNED);
        };
    }
}
