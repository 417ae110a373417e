package org.lianshen.service.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.OpinionComparison.Side;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.model.identity.Role;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.ExchangeService.Choice;
import org.lianshen.service.Progress;
import org.lianshen.service.exchange.Places.Place;
import org.lianshen.service.memory.World;

/** Random work on both sides comes to the same facts and the same state in whichever order the packages come back, and as often as they come back. */
class MergeOrderTest {

    private static final List<String> BODIES = List.of("FIN", "PSB", "CAC");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theOrderOfPackagesMakesNoDifference(long seed) {
        var random = new Random(seed);
        var places = new Places(folder);
        var proposals = List.of(places.accepted("教育数据共享平台"), places.accepted("智慧水务"));
        Map<String, Place> desks = new TreeMap<>();
        BODIES.forEach(body -> desks.put(body, places.desk(body, body + "的人")));
        for (int i = random.nextInt(3); i > 0; i--) {
            atTheOffice(places, proposals.get(random.nextInt(2)), random);
        }
        var returns = new ArrayList<Path>();
        desks.forEach((body, desk) -> {
            PackageFact opened = desk.open(places.office.sendTo(desk, proposals.toArray(Proposal[]::new)));
            for (int round = 1 + random.nextInt(2); round > 0; round--) {
                for (int i = 1 + random.nextInt(4); i > 0; i--) {
                    work(places, desk, proposals.get(random.nextInt(2)), random);
                }
                try {
                    returns.add(desk.answer(opened));
                } catch (UserProblem nothing) {
                    assertEquals("exchange.nothingSigned", nothing.messages().getFirst().key());
                }
            }
        });
        for (int i = random.nextInt(4); i > 0; i--) {
            atTheOffice(places, proposals.get(random.nextInt(2)), random);
        }
        Set<Object> expected = null;
        for (int order = 0; order < 6; order++) {
            Place office = places.office.over(places.office.store().twin());
            Collections.shuffle(returns, random);
            // A later answer of the same desk holds what an earlier one holds, so that one may come late and find nothing new.
            returns.forEach(file -> merge(office, file));
            var before = facts(office, proposals);
            returns.forEach(file -> merge(office, file));
            assertEquals(before, facts(office, proposals), "nothing is taken twice");
            assertTrue(office.store().read(tx -> tx.audit().verify()).ok());
            expected = expected == null ? before : expected;
            assertEquals(expected, before, "seed " + seed);
        }
    }

    /** Where both sides changed an opinion the officer keeps what is here. */
    private static void merge(Place office, Path file) {
        try {
            var choices = new HashMap<UUID, Choice>();
            office.exchange().compare(file, null, Progress.NONE).projects().stream().filter(work -> work.kind() == ReturnedWork.Kind.CONFLICT)
                    .forEach(work -> choices.put(work.proposal(), new Choice.Whole(Side.MINE)));
            office.merge(file, choices);
        } catch (UserProblem refused) {
            assertTrue(refused.messages().stream().allMatch(message -> message.key().startsWith("exchange.refuse.") || message.key().startsWith("review.refuse.")), refused.toString());
        }
    }

    private static Set<Object> facts(Place office, List<Proposal> proposals) {
        Set<Object> facts = proposals.stream().flatMap(proposal -> office.acts(proposal).stream()).map(act -> (Object) ReturnedWork.numbered(act, 0)).collect(Collectors.toSet());
        proposals.forEach(proposal -> {
            var state = office.reviews().get(proposal.id()).state();
            facts.add(List.of(proposal.id(), state.state(), state.proposedCut()));
            state.bodies().forEach(status -> facts.add(List.of(proposal.id(), status.body(), status.standing(), status.act() == null ? "" : status.act().id())));
        });
        return facts;
    }

    private static void work(Places places, Place desk, Proposal proposal, Random random) {
        ReviewAct counted = ReturnedWork.counted(desk.reviews().get(proposal.id()).state(), desk.actor().body());
        boolean own = counted != null && counted.recordedBy().equals(desk.actor().name());
        if (counted != null && (!own || random.nextInt(3) == 0)) {
            desk.reviews().withdrawOpinion(proposal.id(), desk.actor().body(), "再议");
            places.world.minutes(1);
        } else {
            String failed = places.world.pack().checkItems(desk.actor().body()).getFirst().code();
            if (random.nextBoolean()) {
                desk.sign(proposal, Overall.AGREE);
            } else {
                desk.sign(proposal, random.nextBoolean() ? Overall.DISAGREE : Overall.AGREE_WITH_CHANGES, failed);
            }
        }
    }

    /** The body's own people in the office's store, or the clerk of another body. */
    private static void atTheOffice(Places places, Proposal proposal, Random random) {
        String body = List.of("FIN", "PSB", "DRC", "DATA").get(random.nextInt(4));
        Place person = places.office.as(World.person("office" + body, body, "某局", Role.BODY_SIGNER));
        person.sign(proposal, Overall.AGREE);
    }
}
