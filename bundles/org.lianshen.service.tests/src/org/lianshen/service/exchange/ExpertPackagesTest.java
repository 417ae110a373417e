package org.lianshen.service.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.OpinionComparison.Side;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageFact.Outcome;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.ExpertStep.Scoring;
import org.lianshen.model.expert.ExpertStep.Signature;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.model.identity.Role;
import org.lianshen.model.review.Overall;
import org.lianshen.service.ExchangeService.Choice;
import org.lianshen.service.ExchangeService.Incoming;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.Progress;
import org.lianshen.service.TodoService;
import org.lianshen.service.exchange.Places.Place;
import org.lianshen.service.expert.ExpertDesk;
import org.lianshen.service.expert.ExpertWorld;
import org.lianshen.service.memory.World;
import org.lianshen.service.text.Texts;
import org.lianshen.service.todo.TodoDesk;

/** An expert on a machine without a network: the package, the sheet, the way back; what is hidden stays hidden on all of it. */
class ExpertPackagesTest {

    private static final Texts TEXTS = new Texts(Locale.CHINESE);

    @TempDir
    Path folder;
    private ExpertWorld it;
    private Places places;
    private Place office;
    private Member member;
    private Member other;
    private Place desk;

    @BeforeEach
    void aPanelWasInvited() {
        begin(true);
    }

    private void begin(boolean second) {
        it = new ExpertWorld(second);
        places = new Places(folder, it.world);
        office = places.office;
        Board board = it.drawn();
        it.desk().invite(it.proposal.id(), board.panel().in().stream().map(Member::id).toList(), "11月5日 9:00 政务中心");
        member = board.panel().in().get(0);
        other = board.panel().in().get(1);
        desk = places.desk("expert:" + member.expert().no(), member.expert().name());
        places.world.minutes(1);
    }

    private static ExpertDesk experts(Place place) {
        return new ExpertDesk(place.desk(), null, null, TEXTS);
    }

    private String refused(Place place, Executable work) {
        var acts = place.store().read(tx -> tx.experts().acts(it.proposal.id()));
        var packages = place.exchange().packages();
        long audit = place.store().read(tx -> tx.audit().last());
        String key = assertThrows(UserProblem.class, work).messages().getFirst().key();
        assertEquals(acts, place.store().read(tx -> tx.experts().acts(it.proposal.id())), "nothing is stored");
        assertEquals(packages, place.exchange().packages());
        assertEquals(audit, place.store().read(tx -> tx.audit().last()).longValue());
        return key;
    }

    private PackageFact opened() {
        return desk.open(office.sendTo(desk, it.proposal));
    }

    private void signed(String total) {
        if (experts(desk).board(it.proposal.id()).panel().member(member.id()).orElseThrow().standing() == Standing.INVITED) {
            experts(desk).answer(it.proposal.id(), member.id(), true, "");
        }
        experts(desk).sign(it.proposal.id(), ExpertWorld.sheet(total, "可行" + total, Overall.AGREE));
        places.world.minutes(1);
    }

    private Member here(Place place) {
        return experts(place).board(it.proposal.id()).panel().member(member.id()).orElseThrow();
    }

    private Scoring stored() {
        return office.store().read(tx -> tx.experts().acts(it.proposal.id())).stream().map(ExpertAct::step).filter(Scoring.class::isInstance).map(Scoring.class::cast)
                .filter(scoring -> scoring.expert().equals(member.id())).reduce((first, second) -> second).orElseThrow();
    }

    private Path scan() throws IOException {
        return Files.writeString(places.file("scan.pdf"), "scan");
    }

    @Test
    void aSheetTravelsAndStaysHiddenUntilAllAreIn() {
        it.of(other).answer(it.proposal.id(), other.id(), true, "");
        it.of(other).sign(it.proposal.id(), ExpertWorld.sheet("61.5", "他人的话", Overall.DISAGREE));
        places.world.minutes(1);
        PackageFact opened = opened();
        assertEquals(List.of(TodoService.Kind.ANSWER_INVITATION), new TodoDesk(desk.desk()).items().stream().map(TodoService.Item::kind).toList());
        assertFalse(desk.store().read(tx -> tx.experts().acts(it.proposal.id())).toString().contains("61.5"), "nobody else's sheet goes along");
        signed("80");
        assertFalse(experts(desk).board(it.proposal.id()).panel().open());
        Path back = desk.answer(opened);
        Incoming.Project project = office.exchange().compare(back, null, Progress.NONE).projects().getFirst();
        assertEquals(ReturnedWork.Kind.FITS, project.kind());
        assertFalse(project.toString().contains("可行80"), "who merges sees no score");
        PackageFact merged = office.merge(back);
        assertEquals(Outcome.TAKEN, merged.parts().getFirst().outcome());
        assertEquals(2, merged.parts().getFirst().acts().size(), "the answer to the invitation, and the sheet");
        assertEquals(Standing.SCORED, here(office).standing());
        assertNull(here(office).scoring(), "hidden here too");
        assertEquals(ExpertWorld.sheet("80", "可行80", Overall.AGREE), stored().sheet());
        assertFalse(stored().signature().onBehalf());
        assertFalse(it.audit().stream().anyMatch(record -> record.contains("可行80")), "no record says what a sheet says");
        assertTrue(it.audit().stream().anyMatch(record -> record.contains("expert.Scoring") && record.contains(merged.header().id().toString())));
        assertEquals("exchange.refuse.replay", refused(office, () -> office.merge(back)));
        assertEquals(List.of(), experts(office).verify(it.proposal.id()));
        assertTrue(office.store().read(tx -> tx.audit().verify()).ok());
    }

    @Test
    void anExpertsDeskDoesNothingElse() {
        opened();
        assertFalse(desk.actor().oneself());
        assertThrows(PermissionDenied.class, () -> experts(desk).lead(it.proposal.id(), member.id()));
        assertThrows(PermissionDenied.class, () -> experts(desk).answer(it.proposal.id(), other.id(), true, ""));
        assertThrows(PermissionDenied.class, () -> desk.reviews().sign(it.proposal.id(), "FIN", places.world.opinion("FIN", 1, Overall.AGREE, List.of())));
        assertEquals(desk.actor(), desk.store().read(DeskOfBody::of).orElseThrow().actor("another account"), "the same expert under whichever account");
        assertNull(desk.store().read(tx -> tx.experts().find(member.id())).filter(expert -> !expert.phone().isEmpty() || !expert.bank().isEmpty()).orElse(null), "nothing personal went along");
    }

    @Test
    void theReasonsOfOthersStayAtTheOffice() {
        Member leaving = experts(office).board(it.proposal.id()).panel().in().get(2);
        experts(office).avoid(it.proposal.id(), leaving.id(), "配偶在中标单位任职");
        opened();
        String seen = desk.store().read(tx -> tx.experts().acts(it.proposal.id())).toString();
        assertFalse(seen.contains("配偶"));
        assertTrue(desk.store().read(tx -> tx.experts().acts(it.proposal.id())).stream().map(ExpertAct::step).filter(ExpertStep.Draw.class::isInstance).map(ExpertStep.Draw.class::cast)
                .flatMap(draw -> draw.excluded().stream()).allMatch(excluded -> excluded.why().isEmpty()));
        assertEquals(List.of(), experts(desk).board(it.proposal.id()).proof(), "the draw can still be repeated");
    }

    @Test
    void aSecondSheetReplacesTheFirstUntilAllAreIn() {
        PackageFact opened = opened();
        signed("80");
        office.merge(desk.answer(opened));
        signed("70");
        Path second = desk.answer(opened);
        assertEquals(Outcome.TAKEN, office.merge(second).parts().getFirst().outcome());
        assertEquals(ExpertWorld.sheet("70", "可行70", Overall.AGREE), stored().sheet());
        signed("60");
        Path late = desk.answer(opened);
        for (Member each : experts(office).board(it.proposal.id()).panel().in()) {
            if (!each.id().equals(member.id())) {
                it.of(each).answer(it.proposal.id(), each.id(), true, "");
                it.of(each).sign(it.proposal.id(), ExpertWorld.sheet("75", "可", Overall.AGREE));
            }
        }
        assertEquals("expert.refuse.open", refused(office, () -> office.merge(late)), "what all have seen is not changed");
        assertEquals("exchange.notAsked", refused(office, () -> office.sendTo(desk, it.proposal)));
    }

    private Path bothScored() throws IOException {
        PackageFact opened = opened();
        signed("80");
        Path back = desk.answer(opened);
        experts(office).answer(it.proposal.id(), member.id(), true, "");
        experts(office).record(it.proposal.id(), member.id(), ExpertWorld.sheet("66.5", "纸质", Overall.DISAGREE), scan());
        return back;
    }

    @Test
    void twoSheetsOfOneExpertAreDecidedByAPersonWhoDoesNotSeeThem() throws IOException {
        Path back = bothScored();
        Incoming.Project project = office.exchange().compare(back, null, Progress.NONE).conflicts().getFirst();
        assertTrue(project.sheet());
        assertFalse(project.fields().isEmpty());
        assertTrue(project.fields().stream().allMatch(field -> field.mine().key().equals("exchange.hidden") && field.theirs().key().equals("exchange.hidden")));
        assertEquals("exchange.chooseSheet", refused(office, () -> office.merge(back)));
        assertEquals("exchange.chooseSheet", refused(office, () -> office.merge(back, Map.of(it.proposal.id(), new Choice.Fields(Map.of("plan", Side.MINE))))), "nobody signed half of each");
        var clerk = office.as(World.person("clerk", "DATA", "市数据局", Role.RECEIVER));
        assertThrows(PermissionDenied.class, () -> clerk.merge(back, Map.of(it.proposal.id(), new Choice.Whole(Side.THEIRS))));
        assertEquals(Outcome.CHOSEN_THEIRS, office.merge(back, Map.of(it.proposal.id(), new Choice.Whole(Side.THEIRS))).parts().getFirst().outcome());
        assertEquals(ExpertWorld.sheet("80", "可行80", Overall.AGREE), stored().sheet());
        assertEquals(2, office.store().read(tx -> tx.experts().acts(it.proposal.id())).stream().filter(act -> act.step() instanceof Scoring).count(), "the other stays as it was");
    }

    @Test
    void withoutASecondAssessorTheSheetsAreShownSideBySide() throws IOException {
        begin(false);
        Path back = bothScored();
        Incoming.Project project = office.exchange().compare(back, null, Progress.NONE).conflicts().getFirst();
        var plan = project.fields().stream().filter(field -> field.key().equals("plan")).findFirst().orElseThrow();
        assertEquals("纸质", TEXTS.format(plan.mine()));
        assertEquals("可行80", TEXTS.format(plan.theirs()));
        assertEquals(Outcome.CHOSEN_MINE, office.merge(back, Map.of(it.proposal.id(), new Choice.Whole(Side.MINE))).parts().getFirst().outcome());
        assertEquals("66.5", stored().sheet().total().toPlainString());
    }

    @Test
    void whoIsNotInvitedOrNotTheOneGetsNoPackage() {
        Place stranger = places.desk("expert:ZJ9999", "某人");
        assertEquals("exchange.noExpert", refused(office, () -> office.sendTo(stranger, it.proposal)));
        Place namesake = places.desk("expert:" + other.expert().no(), "别人的名字");
        assertEquals("exchange.otherExpert", refused(office, () -> office.sendTo(namesake, it.proposal)));
        assertEquals(List.of(), office.exchange().sendable("expert:ZJ9999"));
        assertEquals(List.of(it.proposal.id()), office.exchange().sendable("expert:" + member.expert().no()).stream().map(each -> each.proposal()).toList());
        experts(office).avoid(it.proposal.id(), member.id(), "曾参与方案");
        assertEquals("exchange.notAsked", refused(office, () -> office.sendTo(desk, it.proposal)));
        assertEquals("exchange.unknownBody", assertThrows(UserProblem.class, () -> places.unmet("expert:", "x")).messages().getFirst().key());
    }

    @Test
    void whatTheOfficeDecidedMeanwhileHolds() {
        PackageFact opened = opened();
        signed("80");
        Path back = desk.answer(opened);
        experts(office).absent(it.proposal.id(), member.id(), "未到");
        assertEquals("expert.refuse.standing", refused(office, () -> office.merge(back)));
    }

    @Test
    void actsThatAreNotTheExpertsOwnAreNotTaken() {
        PackageFact opened = opened();
        signed("80");
        Path back = desk.answer(opened);
        List<ExpertAct> own = places.seal.content(back).returned().getFirst().panel();
        ExpertAct sheet = own.getLast();
        Scoring scoring = (Scoring) sheet.step();
        for (ExpertStep bad : List.of(new Scoring(other.id(), scoring.sheet(), scoring.signature()), new Scoring(member.id(), scoring.sheet(), new Signature(scoring.signature().by(), true, null)),
                new Scoring(member.id(), scoring.sheet(), new Signature("别人", false, null)), new ExpertStep.Leader(member.id()), new ExpertStep.Absence(other.id(), "x"))) {
            assertEquals("exchange.refuse.notTheirs", refused(office, () -> office.merge(forged(back, new ExpertAct(sheet.id(), sheet.proposal(), 1, 1, sheet.by(), sheet.at(), bad)))));
        }
        assertEquals("exchange.refuse.notTheirs", refused(office, () -> office.merge(forged(back, new ExpertAct(sheet.id(), sheet.proposal(), 1, 1, "e1", sheet.at(), scoring)))));
        assertEquals("exchange.refuse.clock", refused(office, () -> office.merge(forged(back, new ExpertAct(sheet.id(), sheet.proposal(), 1, 1, sheet.by(), sheet.at().plusSeconds(86_400), scoring)))));
        office.merge(back);
        var changed = new Scoring(member.id(), ExpertWorld.sheet("99", "改", Overall.AGREE), scoring.signature());
        assertEquals("exchange.refuse.actChanged", refused(office, () -> office.merge(forged(back, new ExpertAct(sheet.id(), sheet.proposal(), 1, 1, sheet.by(), sheet.at(), changed)))));
    }

    private Path forged(Path back, ExpertAct act) {
        PackageHeader header = places.seal.look(back);
        var told = new PackageHeader(UUID.randomUUID(), header.kind(), header.place(), header.packId(), header.packDigest(), header.store(), header.sender(), header.receiver(), header.body(),
                header.created(), header.validUntil(), header.answers());
        var returned = places.seal.content(back).returned().getFirst();
        Path file = places.file("forged");
        places.seal.put(told, new PackageContent(List.of(), List.of(),
                List.of(new PackageContent.Returned(returned.proposal(), returned.reviewNo(), returned.versionNo(), returned.digest(), List.of(), List.of(act))), null), Map.of(), file);
        return file;
    }
}
