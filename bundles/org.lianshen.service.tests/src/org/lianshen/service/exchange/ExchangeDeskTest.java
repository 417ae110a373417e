package org.lianshen.service.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.OpinionComparison.Side;
import org.lianshen.model.exchange.KeyWord;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageFact.Outcome;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.State;
import org.lianshen.service.ExchangeService.Choice;
import org.lianshen.service.ExchangeService.Incoming;
import org.lianshen.service.Progress;
import org.lianshen.service.exchange.Places.Place;
import org.lianshen.service.memory.MemoryStore;
import org.lianshen.service.memory.World;

/** Packages from the office to desks of bodies and back: what is taken, and everything that is refused, with the reason and nothing stored. */
class ExchangeDeskTest {

    @TempDir
    Path folder;
    private Places places;
    private Place office;
    private Place finance;
    private Proposal proposal;
    private Path review;

    @BeforeEach
    void aPackageIsOut() {
        places = new Places(folder);
        office = places.office;
        finance = places.desk("FIN", "王芳");
        proposal = places.accepted("教育数据共享平台");
        review = office.sendTo(finance, proposal);
        places.world.store().runEverythingTwice();
        finance.store().runEverythingTwice();
    }

    private String refused(Place place, Executable work) {
        var acts = place.acts(proposal);
        var packages = place.exchange().packages();
        long audit = place.store().read(tx -> tx.audit().last());
        String key = assertThrows(UserProblem.class, work).messages().getFirst().key();
        assertEquals(acts, place.acts(proposal), "nothing is stored");
        assertEquals(packages, place.exchange().packages());
        assertEquals(audit, place.store().read(tx -> tx.audit().last()).longValue());
        return key;
    }

    private Path signedAndAnswered(Overall overall) {
        PackageFact opened = finance.open(review);
        finance.sign(proposal, overall, overall == Overall.DISAGREE ? new String[] {"C3"} : new String[0]);
        return finance.answer(opened);
    }

    @Test
    void anOpinionTravelsAndCountsUnderThePersonsName() {
        PackageFact opened = finance.open(review);
        assertEquals(List.of(proposal.reviewNo()), finance.reviews().queue().stream().map(queued -> queued.reviewNo()).toList());
        assertEquals(office.acts(proposal), finance.acts(proposal));
        assertEquals(Outcome.TAKEN, opened.parts().getFirst().outcome());
        finance.sign(proposal, Overall.AGREE_WITH_CHANGES, "C3");
        Path back = finance.answer(opened);
        Incoming incoming = office.exchange().compare(back, null, Progress.NONE);
        assertEquals(ReturnedWork.Kind.FITS, incoming.projects().getFirst().kind());
        assertEquals(1, office.acts(proposal).size(), "looking stores nothing");
        PackageFact merged = office.merge(back);
        assertEquals(List.of(Outcome.TAKEN), merged.parts().stream().map(PackageFact.Part::outcome).toList());
        ReviewAct act = office.acts(proposal).getLast();
        assertEquals(ReturnedWork.numbered(finance.acts(proposal).getLast(), act.seq()), act);
        assertEquals("王芳", act.signedBy());
        assertFalse(act.onBehalf());
        assertTrue(act.recordedBy().matches("li@[0-9a-f]{8}"), act.recordedBy());
        assertEquals(Map.of(act.id(), merged.header().id()), office.exchange().carried());
        assertEquals(Overall.AGREE_WITH_CHANGES, office.opinion(proposal, "FIN").overall());
        var audit = office.store().read(tx -> tx.audit().from(1, 1000));
        assertTrue(audit.stream().anyMatch(record -> record.action().equals("review.Opinion") && record.note().contains(merged.header().id().toString())));
        assertTrue(office.store().read(tx -> tx.audit().verify()).ok());
    }

    @Test
    void aDeskActsForItsBodyAlone() {
        finance.open(review);
        assertThrows(PermissionDenied.class, () -> finance.reviews().sign(proposal.id(), "PSB", places.world.opinion("PSB", 1, Overall.AGREE, List.of())));
        assertThrows(PermissionDenied.class, () -> finance.reviews().accept(proposal.id()));
        assertThrows(PermissionDenied.class, () -> finance.exchange().export(office.fingerprint(), List.of(proposal.id()), null, null, folder.resolve("x"), Progress.NONE));
        assertEquals("exchange.noTransfer", refused(finance, () -> finance.reviews().transfer(proposal.id(), "FIN", "PSB", null, "出差")), "nobody would hear of it");
        assertFalse(finance.actor().oneself());
    }

    @Test
    void theSamePackageIsNotTakenTwice() {
        Path back = signedAndAnswered(Overall.AGREE);
        office.merge(back);
        assertEquals("exchange.refuse.replay", refused(office, () -> office.merge(back)));
        assertEquals("exchange.refuse.replay", refused(finance, () -> finance.open(review)));
        Path again = finance.answer(finance.exchange().packages().stream().filter(fact -> !fact.sent()).findFirst().orElseThrow());
        assertEquals("exchange.refuse.nothingNew", refused(office, () -> office.merge(again)));
    }

    @Test
    void ofAnEditedCopyTheEditIsTheReasonWhateverElseStandsAgainstIt() {
        Path back = signedAndAnswered(Overall.AGREE);
        office.merge(back);
        PackageHeader header = places.seal.look(back);
        Path edited = places.file("edited");
        places.seal.edit(back, header, edited);
        assertEquals("exchange.edited", refused(office, () -> office.merge(edited)), "not as one that was taken before");
        places.seal.edit(back, new PackageHeader(UUID.randomUUID(), PackageHeader.Kind.REVIEW, "keqiao", header.packId(), header.packDigest(), header.store(), header.sender(), header.receiver(),
                header.body(), header.created().plusSeconds(86_400), places.world.today().minusDays(1), null), edited);
        assertEquals("exchange.edited", refused(office, () -> office.merge(edited)), "nothing that it says of itself is believed");
        office.exchange().withdraw(finance.fingerprint(), "U 盘遗失");
        assertEquals("exchange.edited", refused(office, () -> office.merge(edited)));
        assertEquals("exchange.refuse.withdrawnKey", refused(office, () -> office.merge(back)));
    }

    @Test
    void aStickIsReadOnce() {
        Path back = signedAndAnswered(Overall.AGREE);
        office.merge(back);
        assertFalse(places.seal.opened.startsWith(places.folder), "what is checked is a copy that nobody else writes");
        assertFalse(java.nio.file.Files.exists(places.seal.opened), "and that is gone afterwards");
    }

    @Test
    void refusalsNameBodiesByTheirNames() {
        office.as(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER)).reviews().transfer(proposal.id(), "FIN", "PSB", null, "人员出差");
        var said = assertThrows(UserProblem.class, () -> office.sendTo(finance, proposal)).messages().getFirst();
        String name = places.world.pack().bodies().stream().filter(body -> body.code().equals("FIN")).findFirst().orElseThrow().shortName();
        String text = new org.lianshen.service.text.Texts(java.util.Locale.CHINESE).format(said);
        assertTrue(text.contains(name) && !text.contains("FIN"), text);
    }

    @Test
    void attachmentsThatAreNamedByNoDigestAreNotLookedFor() {
        PackageHeader header = places.seal.look(review);
        var project = places.seal.content(review).projects().getFirst();
        for (String name : new String[] {"../../etc/passwd", "", null, "AB".repeat(32)}) {
            var form = project.proposal().form().withAttachments(List.of(new org.lianshen.model.proposal.Attachment("建设方案", "方案.pdf", name, 1)));
            var version = project.proposal().latest();
            var other = new org.lianshen.model.proposal.ProposalVersion(1, form, name == null ? "" : org.lianshen.model.proposal.FormDigest.of(form), version.submittedAt(), version.submittedBy(), version.explanations(), version.packVersion());
            var hostile = new Proposal(proposal.id(), proposal.reviewNo(), form, List.of(), "edu", version.submittedAt(), "edu", List.of(other), 0);
            Path file = places.file("hostile");
            places.seal.put(new PackageHeader(UUID.randomUUID(), header.kind(), header.place(), header.packId(), header.packDigest(), header.store(), header.sender(), header.receiver(), header.body(),
                    header.created(), header.validUntil(), null), new PackageContent(List.of(new PackageContent.Project(hostile, project.acts(), List.of())), List.of(), List.of(), null), Map.of(), file);
            assertEquals("exchange.edited", refused(finance, () -> finance.open(file)), String.valueOf(name));
        }
    }

    @Test
    void whatIsSaidOfAKeyDoesNotFollowTheClock() {
        Place police = places.desk("PSB", "李雷");
        Path card = places.file("card");
        Place cac = places.unmet("CAC", "韩梅");
        places.seal.write(cac.exchange().ownKey().orElseThrow().card(), card);
        office.exchange().importCard(card);
        places.world.minutes(-600);
        office.exchange().trust(cac.exchange().ownKey().orElseThrow().card().code());
        assertTrue(office.exchange().keys().stream().anyMatch(key -> key.card().fingerprint().equals(cac.fingerprint()) && key.trusted()), "trusted by a clock that was set back");
        places.world.minutes(-600);
        office.exchange().withdraw(police.fingerprint(), "U 盘遗失");
        office.exchange().withdraw(cac.fingerprint(), "换人");
        assertEquals(2, office.exchange().keys().stream().filter(key -> key.word().standing() == KeyWord.Standing.WITHDRAWN).count(), "withdrawn for good");
        assertEquals("exchange.refuse.withdrawnKey", refused(office, () -> office.exchange().trust(police.exchange().ownKey().orElseThrow().card().code())));
        OwnKey renewed = office.exchange().makeKey("联审办", "", "a password of ten".toCharArray());
        assertEquals(renewed, office.exchange().ownKey().orElseThrow(), "the key made last is the one in use");
        OwnKey again = office.exchange().makeKey("联审办", "", "a password of ten".toCharArray());
        assertEquals(again, office.exchange().ownKey().orElseThrow(), "also of two made in one moment");
    }

    @Test
    void aSecondWordReplacesTheFirstAndTakesOnlyWhatIsNew() {
        Path first = signedAndAnswered(Overall.AGREE);
        PackageFact opened = finance.exchange().packages().stream().filter(fact -> !fact.sent()).findFirst().orElseThrow();
        office.merge(first);
        finance.sign(proposal, Overall.DISAGREE, "C3");
        Path second = finance.answer(opened);
        // The package left before the first opinion was merged: what changed here is what they sent themselves.
        PackageFact merged = office.merge(second);
        assertEquals(Outcome.TAKEN, merged.parts().getFirst().outcome());
        assertEquals(1, merged.parts().getFirst().acts().size());
        assertEquals(Overall.DISAGREE, office.opinion(proposal, "FIN").overall());
    }

    @Test
    void whatIsForOthersIsNotOpened() {
        Place police = places.desk("PSB", "李雷");
        assertEquals("exchange.refuse.otherReceiverUnknown", refused(police, () -> police.open(review)));
        Path card = places.file("card");
        places.seal.write(finance.exchange().ownKey().orElseThrow().card(), card);
        police.exchange().importCard(card);
        assertEquals("exchange.refuse.otherReceiver", refused(police, () -> police.open(review)), "and for whom it is, where that is known");
        assertEquals("exchange.refuse.ownPackage", refused(office, () -> office.merge(review)));
        assertEquals("exchange.notDesk", refused(office, () -> office.open(review)));
        Path back = signedAndAnswered(Overall.AGREE);
        assertEquals("exchange.refuse.ownPackage", refused(finance, () -> finance.open(back)));
    }

    @Test
    void anotherPlaceIsRefused() {
        PackageHeader header = places.seal.look(review);
        var elsewhere = new PackageHeader(UUID.randomUUID(), header.kind(), "keqiao", header.packId(), header.packDigest(), header.store(), header.sender(), header.receiver(), header.body(),
                header.created(), header.validUntil(), null);
        Path foreign = places.file("foreign");
        places.seal.put(elsewhere, places.seal.content(review), Map.of(), foreign);
        assertEquals("exchange.refuse.place", refused(finance, () -> finance.open(foreign)));
    }

    @Test
    void keysThatNobodyVouchesForAreRefused() {
        Path back = signedAndAnswered(Overall.AGREE);
        office.exchange().withdraw(finance.fingerprint(), "U 盘遗失");
        assertEquals("exchange.refuse.withdrawnKey", refused(office, () -> office.merge(back)));
        assertEquals("exchange.refuse.withdrawnKey", refused(office, () -> office.sendTo(finance, proposal)));
        assertEquals("exchange.refuse.withdrawnKey", assertThrows(UserProblem.class, () -> office.exchange().trust(finance.exchange().ownKey().orElseThrow().card().code())).messages().getFirst().key());
        var store = new MemoryStore(places.world.clock());
        new Place(places, store, Actor.oneself("x")).exchange().makeKey("陌生人", "FIN", null);
        var stranger = new Place(places, store, store.read(DeskOfBody::of).orElseThrow().actor("x"));
        PackageHeader header = places.seal.look(back);
        Path forged = places.file("forged");
        places.seal.put(new PackageHeader(UUID.randomUUID(), header.kind(), header.place(), header.packId(), header.packDigest(), header.store(), stranger.fingerprint(), header.receiver(),
                header.body(), header.created(), header.validUntil(), header.answers()), places.seal.content(back), Map.of(), forged);
        assertEquals("exchange.refuse.unknownKey", refused(office, () -> office.merge(forged)));
        Path card = places.file("card");
        places.seal.write(stranger.exchange().ownKey().orElseThrow().card(), card);
        office.exchange().importCard(card);
        assertEquals("exchange.refuse.unverifiedKey", refused(office, () -> office.merge(forged)));
        assertEquals("exchange.noSuchCode", assertThrows(UserProblem.class, () -> office.exchange().trust("0000")).messages().getFirst().key());
        office.exchange().trust(stranger.exchange().ownKey().orElseThrow().card().code());
        assertEquals("exchange.refuse.otherAnswers", refused(office, () -> office.merge(forged)), "trusted, but not asked");
    }

    @Test
    void whatIsTooOldIsRefused() {
        Path back = signedAndAnswered(Overall.AGREE);
        places.world.workdays(40);
        assertEquals("exchange.refuse.expired", refused(office, () -> office.merge(back)));
        Place late = places.desk("PSB", "李雷");
        Path sent = office.exchange().packages().isEmpty() ? null : places.file("late");
        office.exchange().export(late.fingerprint(), List.of(proposal.id()), places.world.today(), null, sent, Progress.NONE);
        places.world.workdays(1);
        assertEquals("exchange.refuse.expired", refused(late, () -> late.open(sent)));
        assertEquals("exchange.validPast", refused(office, () -> office.exchange().export(late.fingerprint(), List.of(proposal.id()), LocalDate.of(2026, 1, 1), null, sent, Progress.NONE)));
    }

    @Test
    void aClosedRoundAndANewVersionRefuseWhatComesLate() {
        Path back = signedAndAnswered(Overall.AGREE);
        places.world.workdays(8);
        office.reviews().summarise(proposal.id(), "");
        assertEquals("review.refuse.closed", refused(office, () -> office.merge(back)));
    }

    @Test
    void aTaskThatWasHandedOnIsNotTakenFromWhoHadIt() {
        Path back = signedAndAnswered(Overall.AGREE);
        office.as(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER)).reviews().transfer(proposal.id(), "FIN", "PSB", null, "人员出差");
        assertEquals("review.refuse.transferred", refused(office, () -> office.merge(back)));
        assertTrue(office.exchange().sendable("FIN").isEmpty());
        assertEquals("exchange.noTask", refused(office, () -> office.sendTo(finance, proposal)));
    }

    @Test
    void actsOfAnotherKindOrOfOthersAreNotTaken() {
        Path back = signedAndAnswered(Overall.AGREE);
        ReviewAct good = finance.acts(proposal).getLast();
        for (ReviewAct bad : List.of(with(good, "PSB", good.recordedBy(), false, good.detail()), with(good, "FIN", "data", false, good.detail()),
                with(good, "FIN", good.recordedBy(), true, good.detail()), with(good, "FIN", good.recordedBy(), false, new ActDetail.Summary("")),
                with(good, "FIN", good.recordedBy(), false, new ActDetail.Transfer("PSB", null, "x")))) {
            assertEquals("exchange.refuse.notTheirs", refused(office, () -> office.merge(forged(back, bad))));
        }
        ReviewAct early = new ReviewAct(good.id(), good.proposal(), good.seq(), 1, "FIN", "王芳", good.recordedBy(), false, null, good.at().minusSeconds(86_400 * 30), good.detail());
        assertEquals("exchange.refuse.clock", refused(office, () -> office.merge(forged(back, early))));
        ReviewAct tomorrow = new ReviewAct(good.id(), good.proposal(), good.seq(), 1, "FIN", "王芳", good.recordedBy(), false, null, good.at().plusSeconds(86_400), good.detail());
        assertEquals("exchange.refuse.clock", refused(office, () -> office.merge(forged(back, tomorrow))));
        office.merge(back);
        ReviewAct changed = with(good, "FIN", good.recordedBy(), false, places.world.opinion("FIN", 1, Overall.DISAGREE, List.of(), "C3"));
        assertEquals("exchange.refuse.actChanged", refused(office, () -> office.merge(forged(back, changed))), "an act that is here is never changed");
    }

    private static ReviewAct with(ReviewAct act, String body, String recordedBy, boolean onBehalf, ActDetail detail) {
        return new ReviewAct(act.id(), act.proposal(), act.seq(), act.round(), body, act.signedBy(), recordedBy, onBehalf, null, act.at(), detail);
    }

    /** The same package with one act in it, under another id. */
    private Path forged(Path back, ReviewAct act) {
        PackageHeader header = places.seal.look(back);
        var told = new PackageHeader(UUID.randomUUID(), header.kind(), header.place(), header.packId(), header.packDigest(), header.store(), header.sender(), header.receiver(), header.body(),
                header.created(), header.validUntil(), header.answers());
        var returned = places.seal.content(back).returned().getFirst();
        Path file = places.file("forged");
        places.seal.put(told, new PackageContent(List.of(), List.of(), List.of(new PackageContent.Returned(returned.proposal(), returned.reviewNo(), returned.versionNo(), returned.digest(), List.of(act), List.of())), null),
                Map.of(), file);
        return file;
    }

    private void recordedHere(Overall overall, String... failed) {
        Place fin = office.as(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER));
        fin.sign(proposal, overall, failed);
    }

    @Test
    void whatBothSidesChangedIsDecidedByAPersonAndNothingIsLost() {
        Path back = signedAndAnswered(Overall.DISAGREE);
        recordedHere(Overall.AGREE_WITH_CHANGES, "C2");
        Incoming incoming = office.exchange().compare(back, null, Progress.NONE);
        var overall = incoming.conflicts().getFirst().fields().stream().filter(field -> field.key().equals("overall")).findFirst().orElseThrow();
        assertNull(overall.base());
        assertEquals("review.overall.AGREE_WITH_CHANGES", overall.mine().key());
        assertEquals("review.overall.DISAGREE", overall.theirs().key());
        assertTrue(overall.contested());
        assertEquals("exchange.choose", refused(office, () -> office.merge(back)));
        var clerk = office.as(World.person("clerk", "DATA", "市数据局", Role.RECEIVER));
        assertThrows(PermissionDenied.class, () -> clerk.merge(back, Map.of(proposal.id(), new Choice.Whole(Side.THEIRS))));
        PackageFact merged = office.merge(back, Map.of(proposal.id(), new Choice.Whole(Side.THEIRS)));
        assertEquals(Outcome.CHOSEN_THEIRS, merged.parts().getFirst().outcome());
        List<ReviewAct> acts = office.acts(proposal);
        assertEquals(4, acts.size(), "accepted, signed here, taken back, theirs");
        assertTrue(acts.get(2).detail() instanceof ActDetail.OpinionWithdrawal);
        assertTrue(acts.get(2).onBehalf());
        assertTrue(office.store().files().has(acts.get(2).scan()), "the package is the proof");
        assertEquals(Overall.DISAGREE, office.opinion(proposal, "FIN").overall());
        assertEquals("王芳", acts.getLast().signedBy());
    }

    @Test
    void keepingWhatIsHereStoresThatItWasChosen() {
        Path back = signedAndAnswered(Overall.DISAGREE);
        recordedHere(Overall.AGREE_WITH_CHANGES, "C2");
        PackageFact merged = office.merge(back, Map.of(proposal.id(), new Choice.Whole(Side.MINE)));
        assertEquals(Outcome.CHOSEN_MINE, merged.parts().getFirst().outcome());
        assertEquals(2, office.acts(proposal).size());
        assertEquals(Overall.AGREE_WITH_CHANGES, office.opinion(proposal, "FIN").overall());
        assertEquals("exchange.refuse.replay", refused(office, () -> office.merge(back)));
    }

    @Test
    void fieldByFieldIsRecordedOnBehalf() {
        Path back = signedAndAnswered(Overall.DISAGREE);
        recordedHere(Overall.AGREE_WITH_CHANGES, "C2");
        assertEquals("exchange.chooseField", refused(office, () -> office.merge(back, Map.of(proposal.id(), new Choice.Fields(Map.of())))));
        PackageFact merged = office.merge(back, Map.of(proposal.id(), new Choice.Fields(Map.of("overall", Side.THEIRS, "item:C3", Side.THEIRS, "item:C2", Side.MINE))));
        assertEquals(Outcome.COMBINED, merged.parts().getFirst().outcome());
        ActDetail.Opinion counted = office.opinion(proposal, "FIN");
        assertEquals(Overall.DISAGREE, counted.overall());
        assertEquals("不符合要求", counted.answers().stream().filter(answer -> answer.item().equals("C2")).findFirst().orElseThrow().problem());
        ReviewAct act = office.acts(proposal).getLast();
        assertTrue(act.onBehalf());
        assertEquals("data", act.recordedBy());
        assertNotNull(act.scan());
    }

    @Test
    void theSameWordOnBothSidesIsNoConflict() {
        Path back = signedAndAnswered(Overall.AGREE);
        recordedHere(Overall.AGREE);
        assertEquals("exchange.refuse.same", refused(office, () -> office.merge(back)));
    }

    @Test
    void ofSeveralProjectsTheGoodOnesAreTakenAndTheOthersNamed() {
        Proposal second = places.accepted("智慧水务");
        Path both = office.sendTo(finance, proposal, second);
        PackageFact opened = finance.open(both);
        finance.sign(proposal, Overall.AGREE);
        finance.sign(second, Overall.AGREE);
        Path back = finance.answer(opened);
        office.as(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER)).reviews().transfer(second.id(), "FIN", "PSB", null, "出差");
        PackageFact merged = office.merge(back);
        assertEquals(List.of(Outcome.TAKEN, Outcome.REFUSED), merged.parts().stream().map(PackageFact.Part::outcome).toList());
        assertEquals("review.refuse.transferred", merged.parts().getLast().reason().key());
        assertEquals(State.COUNTERSIGN, office.reviews().get(second.id()).state().state());
        assertNull(office.opinion(second, "FIN"));
    }

    @Test
    void anUpdatedPackageAddsWhatIsNew() {
        finance.open(review);
        finance.sign(proposal, Overall.AGREE);
        recordedHereBy("PSB");
        Path newer = office.sendTo(finance, proposal);
        PackageFact opened = finance.open(newer);
        assertEquals(1, opened.parts().getFirst().acts().size());
        assertEquals(Overall.AGREE, finance.opinion(proposal, "PSB").overall());
        assertEquals(Overall.AGREE, finance.opinion(proposal, "FIN").overall(), "what was signed here stays");
        office.merge(finance.answer(opened));
        assertEquals(Overall.AGREE, office.opinion(proposal, "FIN").overall());
    }

    private void recordedHereBy(String body) {
        office.as(World.person("x" + body, body, "某局", Role.BODY_SIGNER)).sign(proposal, Overall.AGREE);
    }

    @Test
    void aVersionThatWasSupersededIsRefused() {
        Path back = signedAndAnswered(Overall.AGREE);
        Proposal second = places.accepted("智慧水务");
        assertNotNull(second);
        // The round is over by a return of the meeting's; the unit submits again.
        office.reviews().sendBack(places.world.submit(places.world.desk(World.person("edu", null, "市教育局", Role.UNIT_REVIEWER)),
                org.lianshen.service.memory.FormFixture.form("另一个", "市教育局")).id(), new ActDetail.Return(List.of(new ReturnItem(1, "概算", "缺", "补", ""))));
        Proposal stored = office.store().read(tx -> tx.proposals().find(proposal.id())).orElseThrow();
        office.store().write("edu", "", tx -> {
            var next = new org.lianshen.model.proposal.ProposalVersion(2, stored.form(), stored.latest().digest(), places.world.clock().instant(), "edu", List.of(), stored.latest().packVersion());
            var versions = new java.util.ArrayList<>(stored.versions());
            versions.add(next);
            tx.proposals().save(new Proposal(stored.id(), stored.reviewNo(), stored.draft(), stored.explanations(), stored.createdBy(), stored.editedAt(), stored.editedBy(), versions, stored.rowVersion()));
            tx.audit().append(org.lianshen.model.audit.AuditEntry.of("test", "new version"));
            return null;
        });
        assertEquals("exchange.refuse.superseded", refused(office, () -> office.merge(back)));
    }

    @Test
    void keysAreMadeWithCare() {
        var shared = office.as(World.person("admin", null, null, Role.ADMINISTRATOR));
        assertEquals("exchange.passwordForShared", refused(office, () -> shared.exchange().makeKey("某人", "", null)));
        assertEquals("identity.weakPassword", refused(office, () -> shared.exchange().makeKey("某人", "", "short".toCharArray())));
        assertEquals("exchange.noHolder", refused(office, () -> shared.exchange().makeKey(" ", "", "long enough 1".toCharArray())));
        assertEquals("exchange.deskTaken", refused(office, () -> shared.exchange().makeKey("某人", "FIN", "long enough 1".toCharArray())));
        assertThrows(PermissionDenied.class, () -> office.as(World.person("fin", "FIN", null, Role.BODY_SIGNER)).exchange().makeKey("某人", "", "long enough 1".toCharArray()));
        assertEquals("exchange.unknownBody", refused(office, () -> shared.exchange().makeKey("某人", "NOBODY", "long enough 1".toCharArray())));
        char[] password = "long enough 1".toCharArray();
        OwnKey second = shared.exchange().makeKey("联审办", "", password);
        assertEquals("\0".repeat(password.length), new String(password), "the password is wiped");
        assertEquals(second, office.exchange().ownKey().orElseThrow());
        Path back = signedAndAnswered(Overall.AGREE);
        office.merge(back);
        assertEquals(Overall.AGREE, office.opinion(proposal, "FIN").overall(), "what was sent to the older key is still opened");
        var renewed = finance.exchange().makeKey("王芳", "FIN", null);
        assertEquals("exchange.deskTaken", refused(finance, () -> finance.exchange().makeKey("王芳", "PSB", null)));
        assertEquals(finance.actor(), finance.store().read(DeskOfBody::of).orElseThrow().actor("li"), "the same person with another key");
        assertEquals("FIN", renewed.card().body());
        var taken = new MemoryStore(places.world.clock());
        var mine = new Place(places, taken, Actor.oneself("li"));
        places.world.submit(mine.desk(), org.lianshen.service.memory.FormFixture.form());
        assertEquals("exchange.deskNeedsOwnStore", assertThrows(UserProblem.class, () -> mine.exchange().makeKey("王芳", "FIN", null)).messages().getFirst().key());
    }

    @Test
    void cardsAreTakenOnceAndOfThisPlace() {
        Path card = places.file("card");
        places.seal.write(finance.exchange().ownKey().orElseThrow().card(), card);
        assertEquals("exchange.cardKnown", refused(office, () -> office.exchange().importCard(card)));
        assertEquals("exchange.ownCard", refused(finance, () -> finance.exchange().importCard(card)));
        var elsewhere = places.seal.newKey("keqiao", UUID.randomUUID(), "FIN", "某人", places.world.clock().instant(), null).card();
        places.seal.write(elsewhere, card);
        assertEquals("exchange.refuse.cardPlace", refused(office, () -> office.exchange().importCard(card)));
        var other = places.seal.newKey("huzhou", finance.exchange().ownKey().orElseThrow().card().store(), "PSB", "某人", places.world.clock().instant(), null).card();
        places.seal.write(other, card);
        assertEquals("exchange.cardOtherBody", refused(office, () -> office.exchange().importCard(card)));
        assertEquals("exchange.noReason", refused(office, () -> office.exchange().withdraw(finance.fingerprint(), " ")));
    }
}
