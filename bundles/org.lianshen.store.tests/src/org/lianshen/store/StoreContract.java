package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Role;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.meeting.MeetingAct;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.paper.PaperTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Look;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.Sessions.StoreState;
import org.lianshen.service.store.StoreLocation;

/** What every store promises; runs on H2 and on PostgreSQL. */
abstract class StoreContract extends StoreFixture {

    // Every kind of object comes back as it went in.

    @Test
    void settingsAreKept() {
        write(tx -> tx.settings().put("kind", "ONE_PERSON"));
        write(tx -> tx.settings().put("kind", "ACCOUNTS"));
        assertEquals(Optional.of("ACCOUNTS"), read(tx -> tx.settings().get("kind")));
        assertEquals(Optional.empty(), read(tx -> tx.settings().get("place")));
    }

    @Test
    void accountsComeBackAsTheyWere() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var any = new Anything(seed).of(Account.class);
            var account = new Account("user" + seed, seed + "", any.body(), any.unit(), any.roles(), any.passwordHash(), any.failedAttempts(), any.lockedUntil(),
                    any.active(), 0);
            var saved = writing(tx -> tx.accounts().save(account));
            assertEquals(1, saved.version());
            assertEquals(Optional.of(saved), read(tx -> tx.accounts().find(saved.name())));
        }
        assertEquals(SEEDS, read(tx -> tx.accounts().all()).size());
    }

    @Test
    void proposalsComeBackAsTheyWere() {
        var saved = new ArrayList<Proposal>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var anything = new Anything(seed);
            var any = anything.of(Proposal.class);
            var versions = new ArrayList<ProposalVersion>();
            for (int no = 1; no <= seed % 4; no++) {
                versions.add(version(no, anything));
            }
            var proposal = new Proposal(ids.next(), versions.isEmpty() ? null : "LS-" + seed, anything.of(ProposalForm.class), any.explanations(), any.createdBy(),
                    any.editedAt(), any.editedBy(), versions, 0);
            saved.add(writing(tx -> tx.proposals().save(proposal)));
        }
        reopen();
        assertEquals(saved, read(tx -> tx.proposals().all()));
        for (Proposal proposal : saved) {
            assertEquals(Optional.of(proposal), read(tx -> tx.proposals().find(proposal.id())));
            if (proposal.reviewNo() != null) {
                assertEquals(Optional.of(proposal), read(tx -> tx.proposals().byReviewNo(proposal.reviewNo())));
            }
        }
    }

    @Test
    void actsOfEveryKindComeBackAsTheyWere() {
        var proposal = writing(tx -> tx.proposals().save(draft()));
        var acts = new ArrayList<ReviewAct>();
        for (Class<?> kind : ActDetail.class.getPermittedSubclasses()) {
            for (int seed = 0; seed < 10; seed++) {
                var anything = new Anything(seed);
                var any = anything.of(ReviewAct.class);
                var act = new ReviewAct(ids.next(), proposal.id(), acts.size() + 1, any.round(), any.body(), any.signedBy(), any.recordedBy(), any.onBehalf(),
                        seed % 2 == 0 ? null : "ab".repeat(32), any.at(), (ActDetail) anything.of(kind));
                acts.add(act);
                write(tx -> tx.acts().add(act));
            }
        }
        reopen();
        assertEquals(acts, read(tx -> tx.acts().of(proposal.id())));
        assertEquals(Map.of(proposal.id(), acts), read(tx -> tx.acts().all()));
    }

    @Test
    void actsOfMeetingsAreKeptInOrderAndOnceEach() {
        var meeting = writing(tx -> tx.meetings().save(new Anything(3).of(Meeting.class).stored("2026-77", null, 0)));
        var other = writing(tx -> tx.meetings().save(new Anything(4).of(Meeting.class).stored("2026-78", null, 0)));
        var acts = new ArrayList<MeetingAct>();
        for (int seq = 1; seq <= 20; seq++) {
            acts.add(new MeetingAct(new UUID(77, seq), meeting.id(), seq, "zhao", clock.instant().plusSeconds(seq), new Anything(seq).of(MeetingAct.Detail.class)));
        }
        var elsewhere = new MeetingAct(new UUID(78, 1), other.id(), 1, "qian", clock.instant(), new MeetingAct.Left(UUID.randomUUID(), "张三", "市财政局", ""));
        write(tx -> {
            acts.reversed().forEach(tx.meetingActs()::add);
            tx.meetingActs().add(elsewhere);
        });
        reopen();
        assertEquals(acts, read(tx -> tx.meetingActs().of(meeting.id())));
        assertEquals(Map.of(meeting.id(), acts, other.id(), List.of(elsewhere)), read(tx -> tx.meetingActs().all()));
        assertThrows(StaleWrite.class, () -> write(tx -> tx.meetingActs().add(new MeetingAct(UUID.randomUUID(), meeting.id(), 3, "zhao", clock.instant(), elsewhere.detail()))));
    }

    @Test
    void looksAreKeptOnceOldestFirst() {
        var proposal = writing(tx -> tx.proposals().save(draft()));
        var first = new Look(proposal.id(), "zhao", 3, 1, clock.instant());
        var later = new Look(proposal.id(), "qian", 3, 1, clock.instant().plusSeconds(5));
        var newer = new Look(proposal.id(), "zhao", 3, 2, clock.instant().plusSeconds(9));
        write(tx -> {
            tx.looks().add(later);
            tx.looks().add(newer);
            tx.looks().add(first);
            tx.looks().add(new Look(proposal.id(), "zhao", 3, 1, clock.instant().plusSeconds(7)));
        });
        reopen();
        assertEquals(List.of(first, later, newer), read(tx -> tx.looks().of(proposal.id())));
        assertEquals(Map.of(proposal.id(), List.of(first, later, newer)), read(tx -> tx.looks().all()));
    }

    @Test
    void wordingsAreKeptPerKindOldestFirstAndNeverTwice() {
        var changed = new PaperTemplate(PaperKind.OPINION, 1, "【版头】\n{牵头单位}〓😀\n", clock.instant(), "赵");
        var back = new PaperTemplate(PaperKind.OPINION, 2, null, clock.instant().plusSeconds(3), "钱");
        var other = new PaperTemplate(PaperKind.RETURN_NOTICE, 1, "【版头】\n", clock.instant(), "赵");
        write(tx -> List.of(changed, other, back).forEach(tx.templates()::add));
        reopen();
        assertEquals(List.of(changed, back), read(tx -> tx.templates().of(PaperKind.OPINION)));
        assertEquals(List.of(other), read(tx -> tx.templates().of(PaperKind.RETURN_NOTICE)));
        assertThrows(StaleWrite.class, () -> write(tx -> tx.templates().add(new PaperTemplate(PaperKind.OPINION, 2, "", clock.instant(), "孙"))));
        assertEquals(2, read(tx -> tx.templates().of(PaperKind.OPINION)).size());
    }

    @Test
    void draftsOfOpinionsAreKeptPerBodyAndTakenAway() {
        var proposal = writing(tx -> tx.proposals().save(draft()));
        for (int seed = 0; seed < 10; seed++) {
            var opinion = new Anything(seed).of(ActDetail.Opinion.class);
            write(tx -> tx.acts().saveDraft(proposal.id(), "FIN", opinion));
            assertEquals(Optional.of(opinion), read(tx -> tx.acts().draft(proposal.id(), "FIN")));
        }
        assertEquals(Optional.empty(), read(tx -> tx.acts().draft(proposal.id(), "DATA")));
        write(tx -> tx.acts().saveDraft(proposal.id(), "FIN", null));
        assertEquals(Optional.empty(), read(tx -> tx.acts().draft(proposal.id(), "FIN")));
    }

    @Test
    void meetingsComeBackAsTheyWere() {
        var saved = new ArrayList<Meeting>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var m = new Anything(seed).of(Meeting.class);
            var meeting = new Meeting(ids.next(), "2026-" + seed, m.title(), m.date(), m.time(), m.place(), m.chair(), m.recorder(), m.attendance(), m.agenda(),
                    m.requirements(), m.closedAt(), 0);
            saved.add(writing(tx -> tx.meetings().save(meeting)));
        }
        assertEquals(saved, read(tx -> tx.meetings().all()));
        assertEquals(Optional.of(saved.get(7)), read(tx -> tx.meetings().byNo("2026-7")));
        assertEquals(Optional.of(saved.get(7)), read(tx -> tx.meetings().find(saved.get(7).id())));
    }

    @Test
    void appraisalsComeBackAsTheyWere() {
        var saved = new ArrayList<Appraisal>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var a = new Anything(seed).of(Appraisal.class);
            var appraisal = new Appraisal(ids.next(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), a.execution(), a.goal(),
                    a.achieved(), a.rows(), a.note(), a.settled(), a.settledReason(), a.editedBy(), a.editedAt(), 0);
            saved.add(writing(tx -> tx.appraisals().save(appraisal)));
        }
        assertEquals(saved, read(tx -> tx.appraisals().all()));
        assertEquals(Optional.of(saved.get(3)), read(tx -> tx.appraisals().find(saved.get(3).id())));
    }

    static LedgerProject project(UUID id, String reviewNo, String unit, String name, LedgerProject p) {
        return new LedgerProject(id, true, reviewNo, name, p.unitCode(), unit, p.department(), p.projectClass(), p.nature(), p.level(), p.year(), p.applied(),
                p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), p.openConditions(), p.decision(), p.functions(),
                p.more());
    }

    static LedgerBatch batch(UUID id, LedgerBatch b) {
        return new LedgerBatch(id, b.file(), b.sha256(), b.sheet(), b.headerRows(), b.rowsRead(), b.rowsImported(), b.skipped(), b.errors(), b.importedAt(),
                b.importedBy());
    }

    @Test
    void ledgerProjectsComeBackAsTheyWereAndAreReplacedByNumberOrName() {
        var anything = new Anything(1);
        var first = new ArrayList<LedgerProject>();
        for (int i = 0; i < SEEDS; i++) {
            first.add(project(ids.next(), i % 3 == 0 ? null : i % 3 == 1 ? "" : "LS-" + i, "财政局", "项目" + i, anything.of(LedgerProject.class)));
        }
        var firstBatch = batch(ids.next(), anything.of(LedgerBatch.class));
        assertEquals(SEEDS, number(tx -> tx.ledger().put(firstBatch, first)));
        assertEquals(first, read(tx -> tx.ledger().imported()));
        assertEquals(List.of(firstBatch), read(tx -> tx.ledger().batches()));

        var again = new ArrayList<LedgerProject>();
        for (LedgerProject old : first) {
            boolean numbered = old.reviewNo() != null && !old.reviewNo().isBlank();
            again.add(project(ids.next(), old.reviewNo(), "财政局", numbered ? old.name() + "改名" : old.name(), anything.of(LedgerProject.class)));
        }
        again.add(project(ids.next(), null, "教育局", "项目0", anything.of(LedgerProject.class)));
        assertEquals(1, number(tx -> tx.ledger().put(batch(ids.next(), anything.of(LedgerBatch.class)), again)));
        assertEquals(SEEDS + 1, read(tx -> tx.ledger().imported()).size());
        for (int i = 0; i < SEEDS; i++) {
            UUID kept = first.get(i).id();
            var replaced = project(kept, again.get(i).reviewNo(), again.get(i).unit(), again.get(i).name(), again.get(i));
            assertEquals(Optional.of(replaced), read(tx -> tx.ledger().find(kept)));
        }
    }

    private CatalogueEntry entry(String code, String name, Anything anything) {
        CatalogueEntry e = anything.of(CatalogueEntry.class);
        return new CatalogueEntry(ids.next(), CatalogueEntry.Kind.SYSTEM, code, name, e.unitCode(), "财政局", e.reviewNo(), e.replacedBy(), e.supplier(), e.amount(), e.since(),
                e.until(), e.state(), e.sharing(), e.content(), e.note());
    }

    private CatalogueBatch catalogueBatch(Anything anything) {
        CatalogueBatch b = anything.of(CatalogueBatch.class);
        return new CatalogueBatch(ids.next(), b.file(), b.sha256(), b.sheets(), clock.instant(), b.importedBy());
    }

    @Test
    void catalogueEntriesComeBackAsTheyWereAndAreReplacedByNumberOrName() {
        var anything = new Anything(11);
        var first = new ArrayList<CatalogueEntry>();
        for (int i = 0; i < SEEDS; i++) {
            first.add(entry(i % 2 == 0 ? "" : "IRS-" + i, "系统" + i, anything));
        }
        var batch = catalogueBatch(anything);
        assertEquals(SEEDS, number(tx -> tx.catalogue().put(batch, first)));
        reopen();
        assertEquals(first, read(tx -> tx.catalogue().all()));
        assertEquals(List.of(batch), read(tx -> tx.catalogue().batches()));

        var again = List.of(entry("", "系统0", anything), entry("IRS-1", "改了名", anything), entry("IRS-0", "系统0", anything));
        assertEquals(1, number(tx -> tx.catalogue().put(catalogueBatch(anything), again)));
        List<CatalogueEntry> now = read(tx -> tx.catalogue().all());
        assertEquals(SEEDS + 1, now.size());
        assertEquals(again.get(0).withId(first.get(0).id()), now.get(0));
        assertEquals(again.get(1).withId(first.get(1).id()), now.get(1));
        assertEquals(first.get(2), now.get(2));
        assertEquals(again.get(2), now.getLast());
    }

    private UsageMonth month(String application, int month, Anything anything) {
        UsageMonth m = anything.of(UsageMonth.class);
        return new UsageMonth(ids.next(), null, m.sheet(), m.row(), "", application, "市数据局", "", LocalDate.of(2026, month, 1), m.figures());
    }

    private UsageBatch usageBatch(Anything anything) {
        UsageBatch b = anything.of(UsageBatch.class);
        return new UsageBatch(ids.next(), b.file(), b.sha256(), b.sheets(), clock.instant(), b.importedBy());
    }

    @Test
    void usageFiguresComeBackAsTheyWereAndAreReplacedByApplicationAndMonth() {
        var anything = new Anything(12);
        var first = List.of(month("城市大脑", 1, anything), month("城市大脑", 2, anything), month("一件事", 1, anything));
        var batch = usageBatch(anything);
        assertEquals(3, number(tx -> tx.usage().put(batch, first)));
        reopen();
        assertEquals(first.stream().map(each -> each.kept(each.id(), batch.id())).toList(), read(tx -> tx.usage().all()));
        assertEquals(List.of(batch), read(tx -> tx.usage().batches()));

        var later = usageBatch(anything);
        var again = List.of(month("城市大脑", 2, anything), month("城市大脑", 3, anything));
        assertEquals(1, number(tx -> tx.usage().put(later, again)));
        List<UsageMonth> now = read(tx -> tx.usage().all());
        assertEquals(List.of(first.get(0).kept(first.get(0).id(), batch.id()), again.get(0).kept(first.get(1).id(), later.id()), first.get(2).kept(first.get(2).id(), batch.id()),
                again.get(1).kept(again.get(1).id(), later.id())), now);
    }

    // Transactions

    @Test
    void workThatSaysNothingInTheAuditLogIsRefused() {
        assertThrows(IllegalStateException.class, () -> store.write("wang", "", tx -> tx.proposals().save(draft())));
        assertEquals(List.of(), read(tx -> tx.proposals().all()));
    }

    @Test
    void workThatFailsLeavesNothing() {
        assertThrows(ArithmeticException.class, () -> write(tx -> {
            tx.proposals().save(draft());
            tx.audit().append(AuditEntry.of("test", "x"));
            throw new ArithmeticException();
        }));
        assertEquals(List.of(), read(tx -> tx.proposals().all()));
        assertEquals(List.of(), read(tx -> tx.audit().from(1, 10)));
    }

    @Test
    void aReadingTransactionDoesNotWrite() {
        assertThrows(IllegalStateException.class, () -> read(tx -> tx.proposals().save(draft())));
        assertThrows(IllegalStateException.class, () -> read(tx -> tx.proposals().nextNumber("330500", 2026)));
    }

    @Test
    void aStaleWriteIsRefusedWithBothVersionsInHand() {
        var first = writing(tx -> tx.proposals().save(draft()));
        var second = writing(tx -> tx.proposals().save(first));
        assertEquals(2, second.rowVersion());
        var refused = assertThrows(StaleWrite.class, () -> write(tx -> tx.proposals().save(first)));
        assertEquals(first, refused.mine());
        assertEquals(second, refused.stored());

        var account = new Account("a", "A", null, null, Set.of(Role.AUDITOR), "hash", 0, null, true, 0);
        var saved = writing(tx -> tx.accounts().save(account));
        assertEquals(saved, assertThrows(StaleWrite.class, () -> write(tx -> tx.accounts().save(account))).stored());

        var meeting = new Meeting(ids.next(), "2026-01", "会", null, "", "", "", "", List.of(), List.of(), "", null, 0);
        var held = writing(tx -> tx.meetings().save(meeting));
        assertEquals(held, assertThrows(StaleWrite.class, () -> write(tx -> tx.meetings().save(meeting))).stored());

        var deleted = new Proposal(ids.next(), null, ProposalForm.EMPTY, List.of(), "", null, "", List.of(), 9);
        assertNull(assertThrows(StaleWrite.class, () -> write(tx -> tx.proposals().save(deleted))).stored());
    }

    @Test
    void anActOfANumberThatIsTakenIsRefused() {
        var proposal = writing(tx -> tx.proposals().save(draft()));
        var act = new ReviewAct(ids.next(), proposal.id(), 1, 1, null, "", "", false, null, clock.instant(), new ActDetail.Withdrawal(""));
        write(tx -> tx.acts().add(act));
        var other = new ReviewAct(ids.next(), proposal.id(), 1, 1, null, "", "", false, null, clock.instant(), new ActDetail.Withdrawal("x"));
        var refused = assertThrows(StaleWrite.class, () -> write(tx -> tx.acts().add(other)));
        assertEquals(act, refused.stored());
    }

    @Test
    void aSubmittedVersionNeitherChangesNorGoes() {
        var anything = new Anything(3);
        var one = version(1, anything);
        var saved = writing(tx -> tx.proposals().save(submitted(draft(), "LS-1", List.of(one))));
        var changed = submitted(saved, "LS-1", List.of(version(1, anything)));
        assertThrows(IllegalStateException.class, () -> write(tx -> tx.proposals().save(changed)));
        var gone = submitted(saved, "LS-1", List.of());
        assertThrows(IllegalStateException.class, () -> write(tx -> tx.proposals().save(gone)));
        assertThrows(IllegalStateException.class, () -> write(tx -> tx.proposals().delete(saved.id())));
        assertEquals(Optional.of(saved), read(tx -> tx.proposals().find(saved.id())));
        var more = submitted(saved, "LS-1", List.of(one, version(2, anything)));
        assertEquals(1L, read(tx -> tx.proposals().submissions()).longValue());
        assertEquals(2, writing(tx -> tx.proposals().save(more)).versions().size());
        assertEquals(2L, read(tx -> tx.proposals().submissions()).longValue(), "of all proposals");
    }

    @Test
    void draftsCanBeDeleted() {
        var draft = writing(tx -> tx.proposals().save(draft()));
        write(tx -> tx.proposals().delete(draft.id()));
        assertEquals(Optional.empty(), read(tx -> tx.proposals().find(draft.id())));
    }

    @Test
    void runningNumbersHaveNoGapsAndNoRepetitions() {
        assertEquals(1, number(tx -> tx.proposals().nextNumber("330500", 2026)));
        assertEquals(2, number(tx -> tx.proposals().nextNumber("330500", 2026)));
        assertThrows(ArithmeticException.class, () -> write(tx -> {
            assertEquals(3, tx.proposals().nextNumber("330500", 2026));
            throw new ArithmeticException();
        }));
        assertEquals(3, number(tx -> tx.proposals().nextNumber("330500", 2026)));
        assertEquals(1, number(tx -> tx.proposals().nextNumber("330500", 2027)));
        assertEquals(1, number(tx -> tx.proposals().nextNumber("330521", 2026)));
        assertEquals(1, number(tx -> tx.meetings().nextNumber(2026)));
    }

    // Audit

    @Test
    void auditRecordsFormAChain() {
        assertEquals(new AuditVerdict(0, true, null, "0".repeat(64)), read(tx -> tx.audit().verify()));
        assertEquals(new AuditVerdict(0, true, null, "0".repeat(64)), read(tx -> tx.audit().end()));
        for (int i = 0; i < 5; i++) {
            int n = i;
            store.write("王", "SECRETARY", tx -> {
                tx.audit().append(new AuditEntry("proposal.submit", "proposal " + n, n == 0 ? null : "DRAFT", "SUBMITTED", "备注\u0000" + n));
                tx.audit().append(AuditEntry.of("second", "of the same"));
                return null;
            });
        }
        List<AuditRecord> records = read(tx -> tx.audit().from(1, 100));
        assertEquals(10, records.size());
        for (int i = 0; i < 10; i++) {
            assertEquals(i + 1, records.get(i).seq());
            assertEquals(i == 0 ? "0".repeat(64) : records.get(i - 1).hash(), records.get(i).previous());
        }
        assertEquals("王", records.get(0).actor());
        assertEquals("SECRETARY", records.get(0).role());
        assertEquals(clock.instant(), records.get(0).at());
        assertEquals(records.subList(3, 5), read(tx -> tx.audit().from(4, 2)));
        assertEquals(new AuditVerdict(10, true, null, records.getLast().hash()), read(tx -> tx.audit().verify()));
    }

    // Looking, creating, opening

    @Test
    void aStoreWithoutItsKindIsNoStoreYetAndCanBeCreatedAgain() {
        store.close();
        assertEquals(StoreState.NONE, provider.look(location));
        store = provider.create(location);
        write(tx -> tx.settings().put("kind", "ONE_PERSON"));
        store.close();
        assertEquals(StoreState.ONE_PERSON, provider.look(location));
        assertEquals("store.exists", assertThrows(UserProblem.class, () -> provider.create(location)).messages().getFirst().key());
        store = provider.open(location);
        write(tx -> tx.settings().put("kind", "ACCOUNTS"));
        store.close();
        assertEquals(StoreState.ACCOUNTS, provider.look(location));
        store = provider.open(location);
    }

    @Test
    void whereNothingIsNothingOpens() {
        var elsewhere = emptyPlace();
        assertEquals(StoreState.NONE, provider.look(elsewhere));
        assertEquals("store.none", assertThrows(UserProblem.class, () -> provider.open(elsewhere)).messages().getFirst().key());
        assertFalse(provider.handles(new StoreLocation.Server("jdbc:mysql://x/y")));
        assertTrue(provider.handles(elsewhere));
    }
}
