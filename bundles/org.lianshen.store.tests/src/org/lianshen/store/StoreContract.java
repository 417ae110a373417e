package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Instant;
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
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.finding.FindingTurn;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.finding.RunPatch;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Role;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.letter.Letter;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.model.linkage.UnitAlias;
import org.lianshen.model.meeting.Meeting;
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

    static final int SEEDS = 40;
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

    BudgetBatch budgetBatch(UUID replaces, int year, Anything anything) {
        var b = anything.of(BudgetBatch.class);
        return new BudgetBatch(ids.next(), "预算.xlsx", "cd".repeat(32), year, SheetKind.ANNUAL, b.sheets(), 7, replaces, clock.instant(), b.importedBy(), null);
    }

    List<BudgetLine> lines(UUID batch, int year, int count, Anything anything) {
        var lines = new ArrayList<BudgetLine>();
        for (int i = 0; i < count; i++) {
            var l = anything.of(BudgetLine.class);
            lines.add(new BudgetLine(ids.next(), batch, year, SheetKind.QUOTA, "表" + i % 2, count - i, l.values(), l.raw(), l.rules()));
        }
        return lines;
    }

    @Test
    void whatWasLearntLastAboutALayoutCounts() {
        var first = new SheetLayout(ids.next(), "a", "项目表", Map.of(BudgetField.PROJECT_NAME, "C", BudgetField.REMARK, ""), AmountUnit.WAN, SheetKind.QUOTA, false, clock.instant(), "li");
        var second = new SheetLayout(ids.next(), "a", "项目表", Map.of(BudgetField.PROJECT_NAME, "D"), null, null, false, clock.instant(), "li");
        var gone = new SheetLayout(ids.next(), "a", "项目表", Map.of(), null, null, true, clock.instant(), "li");
        write(tx -> tx.layouts().add(first));
        assertEquals(Optional.of(first), read(tx -> tx.layouts().of("a")));
        assertEquals(Optional.empty(), read(tx -> tx.layouts().of("b")));
        write(tx -> tx.layouts().add(second));
        assertEquals(Optional.of(second), read(tx -> tx.layouts().of("a")));
        write(tx -> tx.layouts().add(gone));
        assertEquals(Optional.empty(), read(tx -> tx.layouts().of("a")));
        assertEquals(List.of(first, second, gone), read(tx -> tx.layouts().all()));
    }

    @Test
    void linesAreStoredOneByOneAndSeenWithTheirBatchOnly() {
        var anything = new Anything(7);
        var batch = budgetBatch(null, 2026, anything);
        var lines = lines(batch.id(), 2026, 2500, anything);
        assertThrows(IllegalStateException.class, () -> write(tx -> {
            lines.forEach(tx.budgets().adding(batch.id())::line);
            throw new IllegalStateException("turned away");
        }));
        assertEquals(List.of(), read(tx -> tx.budgets().lines(2026)));
        assertEquals(List.of(), read(tx -> {
            var left = new ArrayList<BudgetLine>();
            tx.budgets().eachLineOf(batch.id(), left::add);
            return left;
        }), "nothing stays of what was not finished");
        write(tx -> {
            var adding = tx.budgets().adding(batch.id());
            lines.forEach(adding::line);
            adding.finish(batch);
        });
        assertEquals(lines, read(tx -> tx.budgets().lines(2026)));
        var of = new ArrayList<BudgetLine>();
        read(tx -> {
            tx.budgets().eachLineOf(batch.id(), of::add);
            return null;
        });
        assertEquals(lines, of);
    }

    @Test
    void budgetLinesComeBackAsTheyWereInTheirOrder() {
        var anything = new Anything(5, 20);
        var batch = budgetBatch(null, 2026, anything);
        var lines = lines(batch.id(), 2026, 2345, anything);
        var later = budgetBatch(null, 2027, anything);
        var laterLines = lines(later.id(), 2027, 3, anything);
        write(tx -> tx.budgets().add(batch, lines));
        write(tx -> tx.budgets().add(later, laterLines));
        reopen();
        assertEquals(List.of(batch, later), read(tx -> tx.budgets().batches()));
        assertEquals(Optional.of(later), read(tx -> tx.budgets().batch(later.id())));
        assertEquals(lines, read(tx -> tx.budgets().lines(2026)));
        assertEquals(laterLines, read(tx -> tx.budgets().lines(2027)));
        assertEquals(Optional.of(lines.get(1000)), read(tx -> tx.budgets().line(lines.get(1000).id())));
        var each = new ArrayList<BudgetLine>();
        read(tx -> {
            tx.budgets().eachLine(each::add);
            return null;
        });
        lines.addAll(laterLines);
        assertEquals(lines, each);
    }

    @Test
    void replacedAndUndoneBatchesAreNotSeen() {
        var anything = new Anything(6);
        var first = budgetBatch(null, 2026, anything);
        var second = budgetBatch(first.id(), 2026, anything);
        var third = budgetBatch(second.id(), 2026, anything);
        var batches = List.of(first, second, third);
        var lines = batches.stream().map(batch -> lines(batch.id(), 2026, 2, anything)).toList();
        for (int i = 0; i < 3; i++) {
            int index = i;
            write(tx -> tx.budgets().add(batches.get(index), lines.get(index)));
            assertEquals(lines.get(i), read(tx -> tx.budgets().lines(2026)), "the last one counts");
        }
        write(tx -> tx.budgets().undo(second.id(), clock.instant()));
        assertEquals(lines.get(2), read(tx -> tx.budgets().lines(2026)), "the first stays replaced while the third stands");
        write(tx -> tx.budgets().undo(third.id(), clock.instant()));
        assertEquals(lines.get(0), read(tx -> tx.budgets().lines(2026)), "with both taken back the first counts again");
        assertEquals(clock.instant(), read(tx -> tx.budgets().batch(third.id())).orElseThrow().undoneAt());
    }

    @Test
    void decisionsOnLinksComeBackOldestFirst() {
        var decisions = new ArrayList<LinkDecision>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var anything = new Anything(seed);
            var d = anything.of(LinkDecision.class);
            var decision = new LinkDecision(ids.next(), anything.text(), d.line(), anything.id(), LinkDecision.Answer.values()[seed % 3], d.share(), d.by(), Instant.ofEpochSecond(1000 - seed), d.note());
            decisions.addFirst(decision);
            write(tx -> tx.links().add(decision));
        }
        assertEquals(decisions, read(tx -> tx.links().all()));
    }

    @Test
    void wordsOnItLinesAndUnitsComeBackOldestFirst() {
        var words = new ArrayList<ItWord>();
        var aliases = new ArrayList<UnitAlias>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var anything = new Anything(seed);
            var any = anything.of(ItWord.class);
            var at = Instant.ofEpochSecond(1000 - seed);
            var word = new ItWord(ids.next(), anything.text(), any.line(), ItWord.Answer.values()[seed % 3], any.by(), at, any.note());
            words.addFirst(word);
            var alias = new UnitAlias(ids.next(), anything.text(), anything.text(), seed % 2 == 0, any.by(), at, any.note());
            aliases.addFirst(alias);
            write(tx -> {
                tx.links().add(word);
                tx.links().add(alias);
            });
        }
        reopen();
        assertEquals(words, read(tx -> tx.links().itWords()));
        assertEquals(aliases, read(tx -> tx.links().unitAliases()));
    }

    @Test
    void aRunKeptAsWhatItChangesComesBackWhole() {
        var run = new Anything(3, 6).of(CheckRun.class);
        var base = new CheckRun(ids.next(), 2026, run.asOf(), run.pack(), clock.instant(), run.by(), distinct(run.lines(), LineResult::line),
                List.of(finding("B11", new Anything(4)), finding("B12", new Anything(5))));
        write(tx -> tx.checks().add(base));
        CheckRun last = base;
        for (int step = 1; step <= 5; step++) {
            var anything = new Anything(100 + step);
            LineResult any = anything.of(LineResult.class);
            List<LineResult> lines = last.lines().isEmpty() ? List.of()
                    : List.of(new LineResult(last.lines().getFirst().line(), any.it(), any.verdict(), any.project(), any.reviewNo(), any.matchedBy(), any.score(), any.candidates()));
            List<FindingId> gone = last.findings().isEmpty() ? List.of() : List.of(FindingId.of(last.findings().getFirst()));
            var patch = new RunPatch(lines, gone, List.of(finding("B0" + step, anything)));
            var head = new RunHead(ids.next(), 2026, any.score() == null ? null : base.asOf(), base.pack(), clock.instant().plusSeconds(step), "li", RunHead.Cause.WORD, last.id(),
                    new RunHead.Counts(1, 2, 3, 4, 5, 6), true);
            last = patch.applied(last, head);
            write(tx -> tx.checks().add(head, patch));
            assertEquals(Optional.of(head), read(tx -> tx.checks().lastHead(2026)));
        }
        reopen();
        CheckRun expected = last;
        assertEquals(Optional.of(expected), read(tx -> tx.checks().last(2026)));
        assertEquals(Optional.of(expected), read(tx -> tx.checks().find(expected.id())));
        assertEquals(Optional.of(base), read(tx -> tx.checks().find(base.id())));
        assertEquals(6, read(tx -> tx.checks().heads(2026)).size());
        assertEquals(expected.id(), read(tx -> tx.checks().heads(2026)).getFirst().id());
    }

    private static Finding finding(String rule, Anything anything) {
        Finding any = anything.of(Finding.class);
        return new Finding(rule, any.severity(), anything.text(), any.lines(), any.unit(), any.projectName(), any.project(), any.reviewNo(), any.amount(), any.approved(),
                any.difference(), any.message(), any.matchedBy(), any.score(), any.evidence());
    }

    private static <T> List<T> distinct(List<T> items, java.util.function.Function<T, Object> key) {
        var seen = new java.util.HashSet<Object>();
        return items.stream().filter(item -> seen.add(key.apply(item))).toList();
    }

    @Test
    void thinnedRunsKeepTheirHeadsAlone() {
        for (int seed = 0; seed < 3; seed++) {
            var r = new Anything(seed).of(CheckRun.class);
            var run = new CheckRun(ids.next(), 2026, r.asOf(), r.pack(), clock.instant().plusSeconds(seed), r.by(), r.lines(), r.findings());
            write(tx -> tx.checks().add(run));
        }
        List<RunHead> heads = read(tx -> tx.checks().heads(2026));
        write(tx -> tx.checks().thin(List.of(heads.get(1).id(), heads.get(2).id())));
        assertEquals(List.of(true, false, false), read(tx -> tx.checks().heads(2026)).stream().map(RunHead::kept).toList());
        assertEquals(Optional.empty(), read(tx -> tx.checks().find(heads.get(2).id())));
        assertTrue(read(tx -> tx.checks().last(2026)).isPresent());
    }

    @Test
    void theLifeOfFindingsComesBackAsItWas() {
        var acts = new ArrayList<FindingAct>();
        var turns = new ArrayList<FindingTurn>();
        for (Class<?> kind : FindingStep.class.getPermittedSubclasses()) {
            for (int seed = 0; seed < 5; seed++) {
                var anything = new Anything(seed);
                var any = anything.of(FindingAct.class);
                var id = new FindingId("B01", anything.text());
                var at = clock.instant().plusSeconds(acts.size());
                var act = new FindingAct(ids.next(), 2026, id, any.run(), any.body(), any.signedBy(), any.recordedBy(), any.onBehalf(), seed % 2 == 0 ? null : "ab".repeat(32), at,
                        (FindingStep) anything.of(kind));
                acts.add(act);
                var turn = new FindingTurn(ids.next(), 2026, id, at, seed % 2 == 0, seed % 2 == 0 ? null : finding("B01", anything));
                var second = new FindingTurn(turn.run(), 2026, new FindingId("B02", "x"), at, true, null);
                turns.add(turn);
                turns.add(second);
                write(tx -> {
                    tx.findings().add(act);
                    tx.findings().add(List.of(turn, second));
                });
            }
        }
        reopen();
        assertEquals(acts, read(tx -> tx.findings().acts(2026)));
        assertEquals(turns, read(tx -> tx.findings().turns(2026)));
        assertEquals(List.of(), read(tx -> tx.findings().acts(2025)));
    }

    @Test
    void lettersAndPinsComeBackByYearOldestFirst() {
        var letters = new ArrayList<Letter>();
        var pins = new ArrayList<Pin>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var anything = new Anything(seed);
            var at = Instant.ofEpochSecond(1000 - seed);
            var any = anything.of(Letter.class);
            var letter = new Letter(ids.next(), 2027, any.number(), anything.text(), any.date(), any.due(), List.of(new Letter.Told("B01", anything.text())), any.signatory(), List.of(anything.text()),
                    any.by(), at);
            letters.addFirst(letter);
            var pin = new Pin(ids.next(), 2027, anything.id(), Pin.Kind.values()[seed % 3], anything.text(), anything.text(), at);
            pins.addFirst(pin);
            write(tx -> {
                tx.letters().add(letter);
                tx.pins().add(pin);
            });
        }
        reopen();
        assertEquals(letters, read(tx -> tx.letters().of(2027)));
        assertEquals(pins, read(tx -> tx.pins().of(2027)));
        assertEquals(List.of(), read(tx -> tx.letters().of(2026)));
        assertEquals(List.of(), read(tx -> tx.pins().of(2026)));
    }

    @Test
    void checkRunsComeBackAsTheyWereAndTheLastOneCounts() {
        for (int seed = 0; seed < 3; seed++) {
            var r = new Anything(seed, 40).of(CheckRun.class);
            var run = new CheckRun(ids.next(), 2026, r.asOf(), r.pack(), clock.instant().plusSeconds(seed), r.by(), r.lines(), r.findings());
            write(tx -> tx.checks().add(run));
            assertEquals(Optional.of(run), read(tx -> tx.checks().last(2026)));
        }
        assertEquals(Optional.empty(), read(tx -> tx.checks().last(2025)));
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
