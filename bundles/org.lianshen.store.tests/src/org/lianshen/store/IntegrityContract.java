package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.model.Message;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewActs;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.store.Store;

/** What is done to a store from outside is noticed, what must not change cannot be changed, and writers do not get into each other's way. */
abstract class IntegrityContract extends StoreFixture {

    /** As somebody who may do everything, with all guards off. */
    abstract void asOwner(String sql) throws SQLException;

    /** As the program itself. */
    abstract void asProgram(String sql) throws SQLException;

    /** A second desktop on the same store, or the same one where a store has one desktop only. */
    abstract Store second();

    @ParameterizedTest
    @ValueSource(strings = {"proposal_version", "review_act", "ledger_batch", "catalogue_batch", "usage_batch", "budget_line", "budget_page", "sheet_layout", "link_decision", "it_word", "unit_alias", "check_run",
            "check_part", "finding_act", "finding_turn", "pack_base", "pack_version", "letter", "ceiling_pin", "review_look", "paper_issue", "own_key", "known_key", "key_word", "exchange_package",
            "carried_act", "audit_record"})
    void factsForGoodCannotBeChangedOrRemoved(String table) {
        String column = switch (table) {
            case "audit_record" -> "seq";
            case "proposal_version", "review_act", "review_look" -> "proposal";
            case "budget_line", "budget_page" -> "batch";
            case "check_part", "finding_turn" -> "run";
            case "pack_base", "pack_version" -> "place";
            case "own_key", "known_key" -> "fingerprint";
            case "carried_act" -> "act";
            default -> "id";
        };
        assertThrows(SQLException.class, () -> asProgram("UPDATE " + table + " SET " + column + " = " + column));
        if (!table.equals("check_part")) { // contents of old runs are thinned
            assertThrows(SQLException.class, () -> asProgram("DELETE FROM " + table));
        }
    }

    /** Version 1 of the store had a row for each line. */
    @Test
    void linesOfAnOlderStoreAreSeenWithThoseOfToday() throws SQLException {
        var batch = new BudgetBatch(ids.next(), "旧.xlsx", "ab".repeat(32), 2026, SheetKind.ANNUAL, List.of(), 1, null, clock.instant(), "li", null);
        var old = new BudgetLine(ids.next(), batch.id(), 2026, SheetKind.ANNUAL, "表", 4, Map.of(BudgetField.PROJECT_NAME, "城市大脑", BudgetField.INITIAL, "1.00"),
                Map.of(BudgetField.INITIAL, "1"));
        asOwner("INSERT INTO budget_line (batch, line_no, id, fiscal_year, kind, sheet, row_no, cells) VALUES ('" + batch.id() + "', 1, '" + old.id()
                + "', 2026, 'ANNUAL', '表', 4, '{\"proName\":\"城市大脑\",\"initAmt\":\"1.00\",\"raw\":{\"initAmt\":\"1\"}}')");
        write(tx -> tx.budgets().add(batch, List.of()));
        var today = new BudgetLine(ids.next(), batch.id(), 2026, SheetKind.ANNUAL, "表", 5, Map.of(BudgetField.PROJECT_NAME, "云"), Map.of());
        var newer = new BudgetBatch(ids.next(), "新.xlsx", "ab".repeat(32), 2026, SheetKind.ANNUAL, List.of(), 1, null, clock.instant(), "li", null);
        write(tx -> tx.budgets().add(newer, List.of(today)));
        assertEquals(List.of("城市大脑", "云"), read(tx -> tx.budgets().lines(2026)).stream().map(BudgetLine::project).toList());
        assertEquals(old, read(tx -> tx.budgets().line(old.id())).orElseThrow());
        assertEquals("云", read(tx -> tx.budgets().line(today.id())).orElseThrow().project());
        assertTrue(read(tx -> tx.budgets().line(ids.next())).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE audit_record SET note = 'changed' WHERE seq = 4                                  | 4  | true
            UPDATE audit_record SET actor = 'somebody else' WHERE seq = 1                           | 1  | true
            UPDATE audit_record SET from_state = '', to_state = NULL WHERE seq = 6                  | 6  | true
            UPDATE audit_record SET hash = previous WHERE seq = 3                                   | 3  | true
            UPDATE audit_record SET note = 'changed' WHERE seq = 10                                 | 10 | false
            DELETE FROM audit_record WHERE seq = 5                                                  | 6  | true
            DELETE FROM audit_record WHERE seq = 1                                                  | 2  | true
            DELETE FROM audit_record WHERE seq > 8                                                  | 9  | false
            DELETE FROM audit_record                                                                | 1  | false
            UPDATE audit_head SET seq = 9, hash = (SELECT hash FROM audit_record WHERE seq = 9)     | 11 | false
            """)
    void whatIsDoneToTheAuditLogIsFound(String sql, long firstBroken, boolean endHolds) throws SQLException {
        for (int i = 0; i < 10; i++) {
            write(tx -> tx.settings().put("kind", "ONE_PERSON"));
        }
        AuditVerdict sound = read(tx -> tx.audit().verify());
        assertTrue(sound.ok());
        assertEquals(sound, read(tx -> tx.audit().end()));
        asOwner(sql);
        AuditVerdict verdict = read(tx -> tx.audit().verify());
        assertEquals(false, verdict.ok());
        assertEquals(firstBroken, verdict.firstBroken());
        assertEquals(endHolds, read(tx -> tx.audit().end()).ok(), "the end alone");
    }

    @Test
    void aVersionChangedFromOutsideIsNotReadSilently() throws SQLException {
        var any = new Anything(4);
        var saved = writing(tx -> tx.proposals().save(submitted(draft(), "LS-1", List.of(version(1, any)))));
        asOwner("UPDATE proposal_version SET form = '{}'");
        var problem = assertThrows(UserProblem.class, () -> read(tx -> tx.proposals().find(saved.id())));
        assertEquals("store.versionDamaged", problem.messages().getFirst().key());
    }

    @Test
    void contentThatCannotBeReadIsSaidSo() throws SQLException {
        var saved = writing(tx -> tx.proposals().save(draft()));
        asOwner("UPDATE proposal SET draft = '{\"fields\":'");
        var problem = assertThrows(UserProblem.class, () -> read(tx -> tx.proposals().find(saved.id())));
        assertEquals("store.damaged", problem.messages().getFirst().key());
    }

    /** Eight writers at once on both desktops; each takes a number and adds to the chain. */
    @Test
    void writersAtTheSameTimeNeitherForkTheChainNorTakeANumberTwice() throws Exception {
        int writers = 8;
        int writes = 10;
        Store other = second();
        long before = read(tx -> tx.audit().verify()).records();
        var work = new ArrayList<Callable<List<Integer>>>();
        for (int writer = 0; writer < writers; writer++) {
            Store mine = writer % 2 == 0 ? store : other;
            work.add(() -> {
                var numbers = new ArrayList<Integer>();
                for (int i = 0; i < writes; i++) {
                    numbers.add(mine.write("w", "", tx -> {
                        tx.audit().append(AuditEntry.of("number", ""));
                        return tx.meetings().nextNumber(2026);
                    }));
                }
                return numbers;
            });
        }
        var numbers = new HashSet<Integer>();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (Future<List<Integer>> done : threads.invokeAll(work)) {
                numbers.addAll(done.get());
            }
        }
        assertEquals(writers * writes, numbers.size());
        assertEquals(writers * writes, numbers.stream().mapToInt(Integer::intValue).max().orElseThrow(), "no gaps");
        AuditVerdict verdict = read(tx -> tx.audit().verify());
        assertTrue(verdict.ok());
        assertEquals(before + writers * writes, verdict.records());
        if (other != store) {
            other.close();
        }
    }

    /** Two people change the same draft: of each round one gets through, the other gets both versions. */
    @Test
    void ofTwoWhoSaveTheSameDraftOneIsRefused() throws Exception {
        Store other = second();
        var id = writing(tx -> tx.proposals().save(draft())).id();
        for (int round = 0; round < 10; round++) {
            Proposal before = read(tx -> tx.proposals().find(id)).orElseThrow();
            var work = new ArrayList<Callable<StaleWrite>>();
            for (Store mine : List.of(store, other)) {
                String name = mine + " " + round;
                work.add(() -> save(mine, before, name));
            }
            try (var threads = Executors.newFixedThreadPool(2)) {
                var refused = threads.invokeAll(work).stream().map(Future::resultNow).filter(stale -> stale != null).toList();
                assertEquals(1, refused.size());
                assertEquals(before.rowVersion(), ((Proposal) refused.getFirst().mine()).rowVersion());
                assertEquals(before.rowVersion() + 1, ((Proposal) refused.getFirst().stored()).rowVersion());
            }
        }
        if (other != store) {
            other.close();
        }
    }

    private static StaleWrite save(Store store, Proposal before, String name) {
        var mine = new Proposal(before.id(), null, before.draft().with(ProposalField.PROJECT_NAME, name), before.explanations(), before.createdBy(),
                before.editedAt(), before.editedBy(), before.versions(), before.rowVersion());
        try {
            store.write("w", "", tx -> {
                tx.audit().append(AuditEntry.of("save", ""));
                return tx.proposals().save(mine);
            });
            return null;
        } catch (StaleWrite stale) {
            return stale;
        }
    }

    /** Two people of one body sign at once, each on the own desktop: one opinion is counted, the other person is told who signed. */
    @Test
    void ofTwoWhoSignForOneBodyOneIsRefused() throws Exception {
        Store other = second();
        var form = ProposalForm.EMPTY.with(ProposalField.UNIT_NAME, "市教育局").with(ProposalField.TOTAL_INVESTMENT, "1000.00");
        for (int round = 0; round < 10; round++) {
            var versions = List.of(new ProposalVersion(1, form, "", clock.instant(), "li", List.of(), "test"));
            var proposal = submitted(draft(), "LS-" + round, versions);
            write(tx -> {
                tx.proposals().save(proposal);
                tx.acts().add(act(proposal, 1, "receiver", new ActDetail.Acceptance(LocalDate.of(2026, 11, 30))));
            });
            var work = new ArrayList<Callable<Optional<String>>>();
            for (Store mine : List.of(store, other)) {
                String person = "signer" + work.size();
                work.add(() -> sign(mine, proposal, person));
            }
            try (var threads = Executors.newFixedThreadPool(2)) {
                var refused = threads.invokeAll(work).stream().map(Future::resultNow).flatMap(Optional::stream).toList();
                assertEquals(List.of("review.refuse.signedAlready"), refused);
            }
            assertEquals(2, read(tx -> tx.acts().of(proposal.id())).size());
        }
        if (other != store) {
            other.close();
        }
    }

    /** As the service does it: rules are asked inside the transaction that stores the act. @return key of what stands against it */
    private Optional<String> sign(Store mine, Proposal proposal, String person) {
        var opinion = new ActDetail.Opinion(1, List.of(), Overall.AGREE, List.of(), "", "");
        try {
            return mine.write(person, "", tx -> {
                List<ReviewAct> before = tx.acts().of(proposal.id());
                var signed = act(proposal, before.size() + 1, person, opinion);
                Optional<Message> refusal = ReviewActs.refusal(ReviewFacts.of(tx.proposals().find(proposal.id()).orElseThrow(), before, onePlace(), clock.getZone()), signed);
                if (refusal.isPresent()) {
                    throw new UserProblem(List.of(refusal.get()));
                }
                tx.acts().add(signed);
                tx.audit().append(AuditEntry.of("sign", ""));
                return Optional.empty();
            });
        } catch (UserProblem problem) {
            return Optional.of(problem.messages().getFirst().key());
        }
    }

    private ReviewAct act(Proposal proposal, int seq, String person, ActDetail detail) {
        return new ReviewAct(ids.next(), proposal.id(), seq, 1, "FIN", person, person, false, null, clock.instant(), detail);
    }

    /** Rules with one body. */
    private static RulePack onePlace() {
        var finance = new ReviewBody("FIN", "市财政局", "财政", "Finance", "", ReviewBody.Kind.FINANCE, true, true, true, Set.of(), "");
        var days = new Param("days.countersign", "5", "workdays", "", "", "", false, "");
        var calendar = new WorkCalendar(Set.of(), Set.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "", false);
        return new RulePack("test", "", "", "", "1", LocalDate.of(2025, 1, 1), Optional.empty(), "", List.of(finance), List.of(), Map.of(days.key(), days), Map.of(), Map.of(), calendar,
                List.of(), List.of(), Map.of());
    }

    /** Whatever of a signed paper is changed from outside. */
    @ParameterizedTest
    @ValueSource(strings = {"content = REPLACE(content, '380', '880')", "digest = seal", "code = '0000-0000-0000'", "paper_no = '湖联审〔2026〕8号'", "version_no = 2",
            "audit_seq = 2", "signed_by = 'li'", "part = 'other'"})
    void aSignedPaperThatWasChangedIsNotRead(String change) throws SQLException {
        var paper = PaperContract.paper(ids.next(), ids.next(), 1, clock.instant());
        write(tx -> tx.papers().add(paper));
        assertEquals(1, read(tx -> tx.papers().of(paper.key().subject())).size());
        asOwner("UPDATE paper_issue SET " + change);
        assertThrows(IssuedPaper.Damaged.class, () -> read(tx -> tx.papers().of(paper.key().subject())));
    }

    @Test
    void aReaderSeesOneStateWhileOthersWrite() throws Exception {
        write(tx -> tx.settings().put("a", "0"));
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 1; i <= 40; i++) {
                    String value = String.valueOf(i);
                    write(tx -> {
                        tx.settings().put("a", value);
                        tx.settings().put("b", value);
                    });
                }
            });
            do {
                read(tx -> {
                    String a = tx.settings().get("a").orElseThrow();
                    long records = tx.audit().verify().records();
                    assertEquals(tx.settings().get("b").orElse("0"), a);
                    assertEquals(Long.parseLong(a) + 1, records);
                    return null;
                });
            } while (!writer.isDone());
            writer.get();
        }
    }
}
